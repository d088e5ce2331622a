import Conversation
import Wording

/// A row of comma-separated values after RFC 4180, ended by CR LF; a missing value is empty.
struct CSVRow {
  private(set) var bytes: [UInt8] = []
  private var isFirst = true

  private static let formulas: [UInt8] = [
    UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"),
    UInt8(ascii: "\t"), UInt8(ascii: "\r"),
  ]

  /// Adds text; what a spreadsheet would run as a formula gets an apostrophe in front, which is how
  /// spreadsheets mark text.
  mutating func append(_ text: String) {
    separate()
    let isFormula = text.utf8.first.map(Self.formulas.contains) ?? false
    let text = isFormula ? "'" + text : text
    let special: [UInt8] = [
      UInt8(ascii: ","), UInt8(ascii: "\""), UInt8(ascii: "\r"), UInt8(ascii: "\n"),
    ]
    guard text.utf8.contains(where: special.contains) else {
      bytes.append(text)
      return
    }
    bytes.append(ascii: "\"")
    for byte in text.utf8 {
      if byte == UInt8(ascii: "\"") { bytes.append(byte) }
      bytes.append(byte)
    }
    bytes.append(ascii: "\"")
  }

  mutating func append(_ number: Int?) {
    separate()
    if let number { bytes.append(integer: number) }
  }

  mutating func append(_ number: Double?, places: Int = 3) {
    separate()
    if let number { bytes.append(number, places: places, missing: "") }
  }

  mutating func append(_ time: SampleTime?) {
    separate()
    if let time { bytes.append(seconds: time) }
  }

  mutating func end() {
    bytes.append("\r\n")
    isFirst = true
  }

  private mutating func separate() {
    if !isFirst { bytes.append(ascii: ",") }
    isFirst = false
  }
}
