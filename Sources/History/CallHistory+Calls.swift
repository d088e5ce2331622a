public import Conversation
public import FoundationEssentials
import Glibc

extension CallHistory {
  /// The calls that are kept, the newest first; none without a folder.
  public func calls() throws(HistoryError) -> [KeptCall] {
    try files().reversed().enumerated().map { KeptCall(number: $0 + 1, path: $1) }
  }

  /// The id of a call with the very same figures, as a recording that is heard again has them; nil for
  /// none.
  ///
  /// `started` is when it must have begun; nil where the recording does not tell.
  public func call(like summary: Summary, started: Date?) throws(HistoryError) -> String? {
    let wanted = SavedCallText.figures(
      in: SavedCallText.bytes(summary, started: "", settings: "", version: ""))
    for path in try files() {
      guard let file = try? Data(contentsOf: URL(filePath: path)),
        let found = SavedCallText.figures(in: [UInt8](file)), found == wanted
      else { continue }
      let call = KeptCall(number: 0, path: path)
      // Dates are kept to the second.
      if let started, let began = call.began, abs(began.timeIntervalSince(started)) >= 1 {
        continue
      }
      return call.id
    }
    return nil
  }

  /// Removes a call's file and the marks beside it.
  public func forget(_ call: KeptCall) throws(HistoryError) {
    guard unlink(call.path) == 0 || errno == ENOENT else {
      throw HistoryError(
        .unwritable, at: call.path, cause: String(cString: strerror(errno)))
    }
    let marks = call.path.dropLast(".json".count) + ".marks.json"
    guard unlink(String(marks)) == 0 || errno == ENOENT else {
      throw HistoryError(
        .unwritable, at: String(marks), cause: String(cString: strerror(errno)))
    }
  }
}
