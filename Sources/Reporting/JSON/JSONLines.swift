public import Conversation

/// The event stream as text: one JSON object a line, in a buffer that is filled again and again.
///
/// Each method appends one line; write `bytes` out and call `removeAll` before the next. A line
/// allocates nothing once the buffer has held one as long.
public struct JSONLines: Sendable {
  private var text = JSONText()

  /// Creates an empty buffer.
  public init() {
    // The longest usual line, the summary, has 5 kB.
    text.reserve(8192)
  }

  /// The lines appended since the last `removeAll`, each with its line feed.
  public var bytes: [UInt8] { text.bytes }

  /// Empties the buffer and keeps its memory.
  public mutating func removeAll() { text.removeAll() }

  /// Appends the first line of a stream; `version` is the program's.
  public mutating func append(_ session: Session, version: String) {
    text.beginObject()
    text.field("event", "session")
    text.fields(session, version: version)
    text.endObject()
    text.endLine()
  }

  /// Appends an event.
  public mutating func append(_ event: Event) {
    text.beginObject()
    text.fields(event)
    text.endObject()
    text.endLine()
  }

  /// Appends the last line of a stream.
  public mutating func append(_ summary: Summary) {
    text.beginObject()
    text.field("event", "summary")
    text.fields(summary)
    text.endObject()
    text.endLine()
  }
}
