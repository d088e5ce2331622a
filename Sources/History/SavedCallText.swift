public import Conversation
import Reporting

/// A finished call as the history keeps it: one JSON object of numbers and times.
///
/// It is a JSON report without its lists, its notes and every name, so that one reader takes both.
public enum SavedCallText {
  /// The figures of a file, without what it says of the session; nil where it holds none.
  static func figures(in bytes: [UInt8]) -> ArraySlice<UInt8>? {
    bytes.firstRange(of: Array("\"summary\":".utf8)).map { bytes[$0.upperBound...] }
  }

  /// The object in UTF-8; `started` is the beginning of the call as ISO 8601.
  public static func bytes(
    _ summary: Summary, started: String, settings: String, version: String
  ) -> [UInt8] {
    var text = JSONText(brokenLevels: 2)
    text.beginObject()
    text.name("session")
    text.beginObject()
    text.field("schema", Session.schema)
    text.field("version", version)
    text.field("settings", settings)
    text.field("started", started)
    text.endObject()
    text.name("summary")
    text.beginObject()
    text.field("reliable", summary.reliable)
    text.fields(summary.metrics)
    // Counts only: what was said is never kept.
    if let wording = summary.wording, wording.refusal == nil { text.field("wording", wording) }
    text.endObject()
    text.endObject()
    text.endLine()
    return text.bytes
  }
}
