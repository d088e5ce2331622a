import Conversation

/// JSON text and where its values lie in it: a tenth of the memory of a tree of objects.
///
/// Foundation's reader needs 120 MB for the words of three hours.
final class JSONDocument: Sendable {
  /// The kinds of values.
  enum Kind: UInt8, Sendable {
    case object, array, string, number, word
  }

  /// A value: where its text begins and ends, and the index of the value after all that it holds.
  struct Node: Sendable {
    var kind: Kind
    var start: UInt32
    var end: UInt32
    var next: UInt32
  }

  let bytes: [UInt8]
  let nodes: [Node]
  /// The outermost values, one after the other.
  let roots: [JSONValue.Index]

  /// Reads one value or several that follow one another.
  init(_ bytes: [UInt8]) throws(TranscriptError) {
    var scanner = JSONScanner(bytes)
    try scanner.scan()
    self.bytes = bytes
    nodes = scanner.nodes
    roots = scanner.roots
  }

  /// The outermost values, one after the other.
  var values: some RandomAccessCollection<JSONValue> {
    roots.lazy.map { JSONValue(document: self, index: $0) }
  }
}
