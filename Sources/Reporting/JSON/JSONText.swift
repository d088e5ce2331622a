public import Conversation
import Wording

/// A writer of JSON text that keeps the order of its fields and the memory of its buffer.
///
/// The caller opens and closes objects and arrays in pairs; commas, line breaks and escapes are
/// the writer's. Numbers that JSON cannot hold become `null`.
public struct JSONText: Sendable {
  /// The text so far, in UTF-8.
  public private(set) var bytes: [UInt8] = []
  private let brokenLevels: Int
  private var level = 0
  private var needsComma = false

  /// Creates an empty text whose outermost levels have each member on a line of its own.
  public init(brokenLevels: Int = 0) {
    self.brokenLevels = brokenLevels
  }

  mutating func reserve(_ capacity: Int) { bytes.reserveCapacity(capacity) }

  /// Empties the text and keeps its memory.
  public mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    level = 0
    needsComma = false
  }

  /// Ends a line, after which a new value may begin.
  public mutating func endLine() {
    bytes.append(ascii: "\n")
    needsComma = false
  }

  /// Begins an object as a value.
  public mutating func beginObject() { open("{") }

  /// Ends the innermost object.
  public mutating func endObject() { close("}") }

  /// Begins an array as a value.
  public mutating func beginArray() { open("[") }

  /// Ends the innermost array.
  public mutating func endArray() { close("]") }

  /// Writes a field's name; the next value is the field's.
  public mutating func name(_ name: String) {
    separate()
    quote(name)
    bytes.append(level <= brokenLevels ? ": " : ":")
    needsComma = false
  }

  /// Writes text as a value.
  public mutating func value(_ text: String) {
    separate()
    quote(text)
    needsComma = true
  }

  /// Writes a whole number as a value.
  public mutating func value(_ number: Int) {
    separate()
    bytes.append(integer: number)
    needsComma = true
  }

  /// Writes a number as a value, rounded to some decimals.
  public mutating func value(_ number: Double, places: Int = 3) {
    separate()
    bytes.append(number, places: places, missing: "null")
    needsComma = true
  }

  /// Writes a truth value.
  public mutating func value(_ flag: Bool) {
    separate()
    bytes.append(flag ? "true" : "false")
    needsComma = true
  }

  /// Writes a time as a value, in seconds with three decimals.
  public mutating func value(_ time: SampleTime) {
    separate()
    bytes.append(seconds: time)
    needsComma = true
  }

  /// Writes `null` as a value.
  public mutating func null() {
    separate()
    bytes.append("null")
    needsComma = true
  }

  private mutating func open(_ bracket: Unicode.Scalar) {
    separate()
    bytes.append(ascii: bracket)
    level += 1
    needsComma = false
  }

  private mutating func close(_ bracket: Unicode.Scalar) {
    level -= 1
    if needsComma && level < brokenLevels { breakLine() }
    bytes.append(ascii: bracket)
    needsComma = true
  }

  private mutating func separate() {
    if needsComma { bytes.append(ascii: ",") }
    guard level > 0 && level <= brokenLevels else { return }
    // A value that follows its name stays on the name's line.
    if bytes.last != UInt8(ascii: " ") { breakLine() }
  }

  private mutating func breakLine() {
    bytes.append(ascii: "\n")
    for _ in 0..<level { bytes.append("  ") }
  }

  private mutating func quote(_ text: String) {
    bytes.append(ascii: "\"")
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""): bytes.append("\\\"")
      case UInt8(ascii: "\\"): bytes.append("\\\\")
      case UInt8(ascii: "\n"): bytes.append("\\n")
      case UInt8(ascii: "\r"): bytes.append("\\r")
      case UInt8(ascii: "\t"): bytes.append("\\t")
      case 0..<0x20: escape(byte)
      default: bytes.append(byte)
      }
    }
    bytes.append(ascii: "\"")
  }

  private mutating func escape(_ control: UInt8) {
    bytes.append("\\u00")
    for digit in [control / 16, control % 16] {
      bytes.append(digit < 10 ? 48 + digit : 87 + digit)
    }
  }
}
