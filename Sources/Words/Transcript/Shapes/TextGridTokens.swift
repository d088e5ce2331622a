/// The texts and numbers of a Praat file, one after the other.
struct TextGridTokens {
  private var rest: Substring.UTF8View

  init(_ text: String) {
    rest = text[...].utf8
  }

  /// The next text, quotes in it undoubled; nil where there is none.
  mutating func nextText() -> String? {
    guard let open = rest.firstIndex(of: UInt8(ascii: "\"")) else { return nil }
    var bytes: [UInt8] = []
    rest = rest[rest.index(after: open)...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "\"") else {
        bytes.append(byte)
        continue
      }
      guard rest.first == UInt8(ascii: "\"") else { return String(decoding: bytes, as: UTF8.self) }
      rest.removeFirst()
      bytes.append(byte)
    }
    return nil
  }

  /// The next number that stands alone; nil before the next text or where there is none.
  mutating func nextNumber() -> Double? {
    while let start = rest.firstIndex(where: { $0 > 32 }), rest[start] != UInt8(ascii: "\"") {
      let end = rest[start...].firstIndex { $0 <= 32 } ?? rest.endIndex
      let word = rest[start..<end]
      rest = rest[end...]
      if let number = Double(String(decoding: word, as: UTF8.self)), number.isFinite {
        return number
      }
    }
    return nil
  }
}
