package import Conversation

/// Text as UTF-8 bytes that grow in place, so that a kept buffer is filled again without allocating.
extension [UInt8] {
  package mutating func append(_ text: String) {
    append(contentsOf: text.utf8)
  }

  package mutating func append(ascii character: Unicode.Scalar) {
    append(UInt8(truncatingIfNeeded: character.value))
  }

  package mutating func append(integer: Int) {
    if integer < 0 { append(ascii: "-") }
    append(digits: integer.magnitude, atLeast: 1)
  }

  /// Appends a whole number with leading zeros up to a width, at most 20.
  package mutating func append(digits number: UInt, atLeast width: Int) {
    // Digits come from the right by a constant divisor, which is far cheaper than from the left.
    var digits = InlineArray<20, UInt8>(repeating: 48)
    var first = 20
    var rest = number
    while rest > 0 || 20 - first < width {
      first -= 1
      let (quotient, digit) = rest.quotientAndRemainder(dividingBy: 10)
      digits[first] = 48 + UInt8(truncatingIfNeeded: digit)
      rest = quotient
    }
    for index in first..<20 { append(digits[index]) }
  }

  /// Appends a count of `10^-places` as a decimal number.
  package mutating func append(scaled: Int, places: Int) {
    var unit: UInt = 1
    for _ in 0..<places { unit *= 10 }
    if scaled < 0 { append(ascii: "-") }
    append(digits: scaled.magnitude / unit, atLeast: 1)
    guard places > 0 else { return }
    append(ascii: ".")
    append(digits: scaled.magnitude % unit, atLeast: places)
  }

  /// Appends a time as seconds with three decimals.
  package mutating func append(seconds time: SampleTime) {
    append(scaled: time.milliseconds, places: 3)
  }

  /// Appends a number rounded to some decimals, or `missing` where it cannot be written.
  package mutating func append(_ number: Double, places: Int, missing: String) {
    var scaled = number
    for _ in 0..<places { scaled *= 10 }
    guard let whole = Int(exactly: scaled.rounded()) else {
      append(missing)
      return
    }
    append(scaled: whole, places: places)
  }
}
