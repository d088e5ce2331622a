import Conversation

/// Finds the values of JSON text in one pass, without recursion.
struct JSONScanner {
  private(set) var nodes: [JSONDocument.Node] = []
  private(set) var roots: [JSONValue.Index] = []
  private let bytes: [UInt8]
  private var position = 0
  /// The objects and arrays that are open, outermost first.
  private var open: [Int] = []

  private static let deepest = 64

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    // A value takes some twenty bytes; grown by doubling they would take twice the memory.
    nodes.reserveCapacity(bytes.count / 20)
  }

  mutating func scan() throws(TranscriptError) {
    skipSpace()
    while position < bytes.count {
      try scanValue()
      skipSpace()
      // Values of a sequence may be parted by commas, as when someone joined files.
      if position < bytes.count, bytes[position] == UInt8(ascii: ",") {
        position += 1
        skipSpace()
      }
    }
  }

  /// Reads a whole value with all that it holds.
  private mutating func scanValue() throws(TranscriptError) {
    roots.append(nodes.count)
    try beginValue()
    while let index = open.last {
      skipSpace()
      let isObject = nodes[index].kind == .object
      guard position < bytes.count else { throw fault("it ends too early") }
      if bytes[position] == UInt8(ascii: isObject ? "}" : "]") {
        position += 1
        close(index)
        continue
      }
      if nodes.count > index + 1 {
        guard bytes[position] == UInt8(ascii: ",") else { throw fault("a comma is missing") }
        position += 1
        skipSpace()
      }
      if isObject {
        guard position < bytes.count, bytes[position] == UInt8(ascii: "\"") else {
          throw fault("a name is missing")
        }
        try scanString()
        skipSpace()
        guard position < bytes.count, bytes[position] == UInt8(ascii: ":") else {
          throw fault("a colon is missing")
        }
        position += 1
        skipSpace()
      }
      try beginValue()
    }
  }

  private mutating func close(_ index: Int) {
    open.removeLast()
    nodes[index].end = UInt32(position)
    nodes[index].next = UInt32(nodes.count)
  }

  /// Reads a plain value, or opens one that holds others.
  private mutating func beginValue() throws(TranscriptError) {
    guard position < bytes.count else { throw fault("it ends too early") }
    switch bytes[position] {
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      guard open.count < Self.deepest else { throw fault("it is nested too deeply") }
      open.append(nodes.count)
      append(bytes[position] == UInt8(ascii: "{") ? .object : .array, from: position)
      position += 1
    case UInt8(ascii: "\""): try scanString()
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): scanRun(.number)
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "N"), UInt8(ascii: "I"):
      scanRun(.word)
    default: throw fault("a value is missing")
    }
  }

  private mutating func scanString() throws(TranscriptError) {
    let start = position + 1
    position = start
    while position < bytes.count {
      switch bytes[position] {
      case UInt8(ascii: "\""):
        append(.string, from: start)
        position += 1
        return
      case UInt8(ascii: "\\"): position += 2
      default: position += 1
      }
    }
    position = start
    throw fault("a string is not closed")
  }

  private mutating func scanRun(_ kind: JSONDocument.Kind) {
    let start = position
    while position < bytes.count, Self.isRun(bytes[position]) { position += 1 }
    append(kind, from: start)
  }

  private mutating func append(_ kind: JSONDocument.Kind, from start: Int) {
    nodes.append(
      JSONDocument.Node(
        kind: kind, start: UInt32(start), end: UInt32(position), next: UInt32(nodes.count + 1)))
  }

  private mutating func skipSpace() {
    while position < bytes.count, bytes[position] <= 32 { position += 1 }
  }

  private static func isRun(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "+"),
      UInt8(ascii: "."):
      true
    default: false
    }
  }

  private func fault(_ what: String) -> TranscriptError {
    let line = bytes[..<min(position, bytes.count)].count { $0 == UInt8(ascii: "\n") } + 1
    return TranscriptError(
      .damaged, "line \(line) of this transcript is not JSON: \(what)",
      remedy: "save it again, or copy the whole file")
  }
}
