/// Numbers in speech, spoken or written: "four four seven", "a hundred and forty", "half past nine".
struct Numerals {
  /// A run of numerals that follow one another.
  struct Run: Equatable {
    /// The values, in order.
    var values: [Int]
    /// The digits of all one after the other.
    var digits: String
    /// Its forms in the sentence.
    var range: Range<Int>
  }

  /// The runs in the forms of a sentence.
  static func runs(in forms: [String]) -> [Run] {
    var runs: [Run] = []
    var index = 0
    while index < forms.count {
      guard let run = run(in: forms, from: index) else {
        index += 1
        continue
      }
      runs.append(run)
      index = run.range.upperBound
    }
    return runs
  }

  private static func run(in forms: [String], from start: Int) -> Run? {
    var values: [Int] = []
    var index = start
    while index < forms.count {
      if let (value, next) = clock(in: forms, at: index) ?? value(in: forms, at: index) {
        values.append(value)
        index = next
      } else if forms[index] == "oh" || forms[index] == "o", !values.isEmpty {
        values.append(0)
        index += 1
      } else {
        break
      }
    }
    guard !values.isEmpty else { return nil }
    return Run(values: values, digits: values.map(String.init).joined(), range: start..<index)
  }

  /// "half past nine" as 930, "a quarter to five" as 445, "ten past eight" as 810.
  private static func clock(in forms: [String], at index: Int) -> (Int, Int)? {
    guard index + 2 < forms.count, forms[index + 1] == "past" || forms[index + 1] == "to",
      let minutes = ["half": 30, "quarter": 15][forms[index]] ?? small[forms[index]], minutes > 0,
      let hour = small[forms[index + 2]] ?? Int(forms[index + 2]), (1...24).contains(hour)
    else { return nil }
    let isPast = forms[index + 1] == "past"
    return (
      isPast ? hour * 100 + minutes : (hour == 1 ? 12 : hour - 1) * 100 + 60 - minutes, index + 3
    )
  }

  /// A number and where it ends.
  private static func value(in forms: [String], at index: Int) -> (Int, Int)? {
    let form = forms[index]
    if let written = Int(form), form.count < 12 { return (written, index + 1) }
    if form.last == "s" || form.hasSuffix("th") || form.hasSuffix("st") || form.hasSuffix("nd")
      || form.hasSuffix("rd"),
      let first = form.first, first.isNumber, let written = Int(form.prefix(while: \.isNumber))
    {
      return (written, index + 1)
    }
    let isHundred = form == "a" && index + 1 < forms.count && scales[forms[index + 1]] != nil
    guard isHundred || small[form] != nil else { return nil }
    var value = isHundred ? 1 : small[form] ?? 0
    var next = index + 1
    if value >= 20, value % 10 == 0, next < forms.count, let unit = small[forms[next]],
      (1..<10).contains(unit)
    {
      value += unit
      next += 1
    }
    while next < forms.count, let scale = scales[forms[next]] {
      value *= scale
      next += 1
      var after = next
      if after < forms.count, forms[after] == "and" { after += 1 }
      if after < forms.count, small[forms[after]] != nil,
        let (rest, end) = Self.value(in: forms, at: after), rest < scale
      {
        value += rest
        next = end
      }
    }
    return (value, next)
  }

  private static let scales = ["hundred": 100, "thousand": 1000]
  private static let small: [String: Int] = {
    let units =
      "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
    let ordinals =
      "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth"
    let tens = "twenty thirty forty fifty sixty seventy eighty ninety"
    var small: [String: Int] = [:]
    for (value, word) in units.split(separator: " ").enumerated() { small[String(word)] = value }
    for (value, word) in ordinals.split(separator: " ").enumerated() where value > 2 {
      small[String(word)] = value
    }
    for (place, word) in tens.split(separator: " ").enumerated() {
      small[String(word)] = (place + 2) * 10
    }
    return small
  }()
}
