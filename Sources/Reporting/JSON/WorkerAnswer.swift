import Conversation

/// A worker's answer to the name of a call: one JSON object on a line.
public enum WorkerAnswer {
  /// The answer for a call that was analyzed: its session and summary, or the whole report.
  public static func bytes(
    id: String?, path: String?, _ report: CallReport, isWhole: Bool = false
  ) -> [UInt8] {
    var text = JSONText()
    text.begin(id: id, path: path, isGood: true)
    text.field("settings", report.session.settings)
    text.field("version", report.version)
    if isWhole {
      text.name("report")
      text.value(report)
    } else {
      text.name("session")
      text.beginObject()
      text.fields(report.session, version: report.version)
      text.endObject()
      text.name("summary")
      text.beginObject()
      text.fields(report.summary)
      text.endObject()
    }
    text.endObject()
    text.endLine()
    return text.bytes
  }

  /// The answer for a call that could not be; `code` is what `interject analyze` would end with.
  public static func bytes(id: String?, path: String?, code: Int, reason: String) -> [UInt8] {
    var text = JSONText()
    text.begin(id: id, path: path, isGood: false)
    text.field("code", code)
    text.field("reason", reason)
    text.endObject()
    text.endLine()
    return text.bytes
  }
}

extension JSONText {
  fileprivate mutating func begin(id: String?, path: String?, isGood: Bool) {
    beginObject()
    field("id", id)
    field("path", path)
    field("ok", isGood)
  }
}
