package import FoundationEssentials
package import Preferences

/// What the names of recordings and their folders say of a call, as `{date}-{time}_{agent}_{call}`.
///
/// Text outside braces stands for itself. A slash reaches into the folders above; the extension of
/// the file does not count. Of two ways to read a name the one with the shorter first field holds.
package struct NamePattern: Equatable, Sendable {
  /// What a name says of its call.
  package struct Reading: Equatable, Sendable {
    package var agent: String?
    package var call: String?
    /// When it began, or began at the earliest where only the day is known.
    package var started: Date?
  }

  /// A part of a name that a pattern can ask for.
  enum Field: String, CaseIterable {
    case agent
    case call
    case date
    case dayFirst = "date:dmy"
    case monthFirst = "date:mdy"
    case time
    case unix
    case any

    /// The digits of years, months and days, in the order in which they are written.
    var expression: String {
      switch self {
      case .agent, .call, .any: "([^/]+?)"
      case .date: #"(\d{4}[-_. ]?\d\d[-_. ]?\d\d)"#
      case .dayFirst, .monthFirst: #"(\d\d?[-_. ]\d\d?[-_. ]\d{4}|\d{8})"#
      case .time: #"(\d\d[-_.:h ]?\d\d(?:[-_.:m ]?\d\d)?)"#
      case .unix: #"(\d{10}(?:\d{3})?)"#
      }
    }
  }

  /// The pattern as it was written.
  package let text: String
  private let fields: [Field]
  private let expression: String
  private let depth: Int

  /// Reads a pattern; `place` is the option or file that has it.
  package init(_ text: String, at place: String) throws(BatchError) {
    self.text = text
    var fields: [Field] = []
    var expression = ""
    var rest = text[...]
    while let next = rest.popFirst() {
      guard next == "{" else {
        guard next != "}" else { throw Self.unbalanced(text, place) }
        expression += Self.escaped(next)
        continue
      }
      guard let end = rest.firstIndex(of: "}") else { throw Self.unbalanced(text, place) }
      let name = String(rest[..<end])
      rest = rest[rest.index(after: end)...]
      guard let field = Field(rawValue: name) else {
        let known = Field.allCases.map { "{\($0.rawValue)}" }.joined(separator: ", ")
        throw BatchError(.usage, at: "\(place) \(text)", "{\(name)} is not a field; use \(known)")
      }
      guard field == .any || !fields.contains(where: { $0.says == field.says }) else {
        throw BatchError(
          .usage, at: "\(place) \(text)", "it names the \(field.says) twice; leave one out")
      }
      fields.append(field)
      expression += field.expression
    }
    guard fields.contains(where: { $0 != .any }) else {
      throw BatchError(
        .usage, at: "\(place) \(text)",
        "it has no field; write, for example, {date}-{time}_{agent}_{call}")
    }
    guard !fields.contains(.time) || fields.contains(where: { $0.says == "date" && $0 != .unix })
    else {
      throw BatchError(
        .usage, at: "\(place) \(text)", "a {time} needs its {date}, {date:dmy} or {date:mdy}")
    }
    self.fields = fields
    self.expression = expression
    depth = text.count { $0 == "/" } + 1
  }

  /// Reads the names of many recordings; what a pattern needs for it is made once.
  package func reader(in zone: LocalTime = .current) -> Reader { Reader(self, zone) }

  private static func unbalanced(_ text: String, _ place: String) -> BatchError {
    BatchError(
      .usage, at: "\(place) \(text)",
      "a brace is not matched; write fields as {date}, {agent}, {call}")
  }

  private static func escaped(_ character: Character) -> String {
    #"\.^$*+?()[]{}|"#.contains(character) ? "\\\(character)" : String(character)
  }
}

extension NamePattern.Field {
  /// What it says of the call; two fields of one meaning would contradict each other.
  fileprivate var says: String {
    switch self {
    case .date, .dayFirst, .monthFirst, .unix: "date"
    case .agent, .call, .time, .any: rawValue
    }
  }
}

extension NamePattern {
  /// Reads names by a pattern.
  package struct Reader {
    private let pattern: NamePattern
    private let expression: Regex<AnyRegexOutput>?
    private let zone: LocalTime

    fileprivate init(_ pattern: NamePattern, _ zone: LocalTime) {
      self.pattern = pattern
      self.zone = zone
      expression = try? Regex(pattern.expression).asciiOnlyDigits()
    }

    /// What a recording's path says; nil where it does not fit, or has an impossible date.
    package func read(_ path: String) -> Reading? {
      let parts = path.withoutExtension.split(separator: "/").suffix(pattern.depth)
      guard let expression, parts.count == pattern.depth,
        let match = parts.joined(separator: "/").wholeMatch(of: expression)
      else { return nil }
      var reading = Reading()
      var day: (year: Int, month: Int, day: Int)?
      var time = (hour: 0, minute: 0, second: 0)
      for (index, field) in pattern.fields.enumerated() {
        guard let found = match.output[index + 1].substring else { return nil }
        switch field {
        case .agent: reading.agent = String(found)
        case .call: reading.call = String(found)
        case .any: break
        case .date: day = Self.day(found, order: (0, 1, 2), widths: (4, 2, 2))
        case .dayFirst: day = Self.day(found, order: (2, 1, 0), widths: (2, 2, 4))
        case .monthFirst: day = Self.day(found, order: (2, 0, 1), widths: (2, 2, 4))
        case .time:
          let digits = found.filter { ("0"..."9").contains($0) }
          let numbers = stride(from: 0, to: digits.count, by: 2).map {
            Int(digits.dropFirst($0).prefix(2)) ?? 0
          }
          time = (numbers[0], numbers[1], numbers.count > 2 ? numbers[2] : 0)
        case .unix:
          let seconds = (Double(found) ?? 0) / (found.count > 10 ? 1000 : 1)
          reading.started = Date(timeIntervalSince1970: seconds)
        }
      }
      if let day {
        guard let date = CallDate(day: day, time: time)?.date(in: zone) else { return nil }
        reading.started = date
      }
      return reading
    }

    /// Year, month and day of a text of three numbers, with separators or by their widths.
    private static func day(
      _ text: Substring, order: (Int, Int, Int), widths: (Int, Int, Int)
    ) -> (year: Int, month: Int, day: Int)? {
      var parts = text.split { !("0"..."9").contains($0) }
      if parts.count == 1 {
        let rest = text.dropFirst(widths.0)
        parts = [text.prefix(widths.0), rest.prefix(widths.1), rest.dropFirst(widths.1)]
      }
      guard parts.count == 3, let year = Int(parts[order.0]), let month = Int(parts[order.1]),
        let day = Int(parts[order.2])
      else { return nil }
      return (year, month, day)
    }
  }
}
