/// A value in JSON text.
struct JSONValue {
  typealias Index = Int

  let document: JSONDocument
  let index: Index

  private var node: JSONDocument.Node { document.nodes[index] }

  var kind: JSONDocument.Kind { node.kind }

  /// A member of an object by its name; nil where it is missing or null.
  subscript(name: StaticString) -> JSONValue? {
    guard kind == .object else { return nil }
    var child = index + 1
    while child < Int(node.next) {
      let key = document.nodes[child]
      if Self.equal(document.bytes[Int(key.start)..<Int(key.end)], name) {
        let value = JSONValue(document: document, index: child + 1)
        return value.isNull ? nil : value
      }
      child = Int(document.nodes[child + 1].next)
    }
    return nil
  }

  /// Whether an object has a member of this name, null or not.
  func has(_ name: StaticString) -> Bool { self[name] != nil }

  /// The values of an array; none for other kinds.
  var elements: some Sequence<JSONValue> {
    let end = kind == .array ? Int(node.next) : index + 1
    return sequence(state: index + 1) { [document] child -> JSONValue? in
      guard child < end else { return nil }
      defer { child = Int(document.nodes[child].next) }
      return JSONValue(document: document, index: child)
    }
  }

  /// The first value of an array.
  var first: JSONValue? { elements.first { _ in true } }

  var isArray: Bool { kind == .array }
  var isNumber: Bool { kind == .number }
  private var isNull: Bool { kind == .word && document.bytes[Int(node.start)] == UInt8(ascii: "n") }

  private static func equal(_ key: ArraySlice<UInt8>, _ name: StaticString) -> Bool {
    key.count == name.utf8CodeUnitCount
      && name.withUTF8Buffer { buffer in zip(key, buffer).allSatisfy { $0 == $1 } }
  }

  /// The number that is written, bare or as a text such as `"1.20"` or `"1.200s"`.
  var number: Double? {
    var text = document.bytes[Int(node.start)..<Int(node.end)]
    switch kind {
    case .number: break
    case .string: if text.last == UInt8(ascii: "s") { text.removeLast() }
    default: return nil
    }
    return Double(String(decoding: text, as: UTF8.self))
  }

  /// The text of a string, or a bare number as it is written.
  var text: String? {
    let written = document.bytes[Int(node.start)..<Int(node.end)]
    switch kind {
    case .number: return String(decoding: written, as: UTF8.self)
    case .string:
      guard written.contains(UInt8(ascii: "\\")) else {
        return String(decoding: written, as: UTF8.self)
      }
      return Self.unescaped(written)
    default: return nil
    }
  }

  private static func unescaped(_ written: ArraySlice<UInt8>) -> String {
    var units: [UInt8] = []
    var position = written.startIndex
    while position < written.endIndex {
      guard written[position] == UInt8(ascii: "\\"), position + 1 < written.endIndex else {
        units.append(written[position])
        position += 1
        continue
      }
      let letter = written[position + 1]
      position += 2
      guard letter == UInt8(ascii: "u") else {
        units.append(Self.controls[letter] ?? letter)
        continue
      }
      // Two halves of a character beyond 16 bits follow one another.
      var halves: [UInt16] = []
      position -= 2
      while let half = Self.escape(written[position...]) {
        halves.append(half)
        position += 6
      }
      if halves.isEmpty { position += 2 }
      units.append(contentsOf: String(decoding: halves, as: UTF16.self).utf8)
    }
    return String(decoding: units, as: UTF8.self)
  }

  private static func escape(_ text: ArraySlice<UInt8>) -> UInt16? {
    guard text.count >= 6, text.prefix(2).elementsEqual("\\u".utf8) else { return nil }
    return UInt16(String(decoding: text.dropFirst(2).prefix(4), as: UTF8.self), radix: 16)
  }

  private static let controls: [UInt8: UInt8] = [
    UInt8(ascii: "n"): 10, UInt8(ascii: "t"): 9, UInt8(ascii: "r"): 13, UInt8(ascii: "b"): 8,
    UInt8(ascii: "f"): 12,
  ]
}
