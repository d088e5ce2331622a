import Conversation

/// Text as UTF-8 bytes that grow in place, so that a kept buffer is filled again without allocating.
extension [UInt8] {
  mutating func append(_ text: String) {
    append(contentsOf: text.utf8)
  }

  mutating func append(ascii character: Unicode.Scalar) {
    append(UInt8(truncatingIfNeeded: character.value))
  }

  mutating func append(integer: Int) {
    if integer < 0 { append(ascii: "-") }
    append(digits: integer.magnitude, atLeast: 1)
  }

  /// Appends a whole number with leading zeros up to a width.
  mutating func append(digits number: UInt, atLeast width: Int) {
    var unit: UInt = 1
    var places = 1
    while number / unit >= 10 || places < width {
      unit *= 10
      places += 1
    }
    while unit > 0 {
      append(UInt8(truncatingIfNeeded: 48 + number / unit % 10))
      unit /= 10
    }
  }

  /// Appends a count of `10^-places` as a decimal number.
  mutating func append(scaled: Int, places: Int) {
    var unit: UInt = 1
    for _ in 0..<places { unit *= 10 }
    if scaled < 0 { append(ascii: "-") }
    append(digits: scaled.magnitude / unit, atLeast: 1)
    guard places > 0 else { return }
    append(ascii: ".")
    append(digits: scaled.magnitude % unit, atLeast: places)
  }

  /// Appends a time as seconds with three decimals.
  mutating func append(seconds time: SampleTime) {
    append(scaled: time.milliseconds, places: 3)
  }

  /// Appends a number rounded to some decimals, or `missing` where it cannot be written.
  mutating func append(_ number: Double, places: Int, missing: String) {
    var scaled = number
    for _ in 0..<places { scaled *= 10 }
    guard let whole = Int(exactly: scaled.rounded()) else {
      append(missing)
      return
    }
    append(scaled: whole, places: places)
  }
}
