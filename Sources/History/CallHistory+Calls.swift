import Glibc

extension CallHistory {
  /// The calls that are kept, the newest first; none without a folder.
  public func calls() throws(HistoryError) -> [KeptCall] {
    try files().reversed().enumerated().map { KeptCall(number: $0 + 1, path: $1) }
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
