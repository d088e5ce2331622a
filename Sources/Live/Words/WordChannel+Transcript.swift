import Realtime

extension WordChannel {
  /// Words as JSON lines from a descriptor, which is closed in the end; `agent` is the agent's label.
  ///
  /// They are read on a thread of their own, which ends with the lines or with the call.
  ///
  /// - Throws: `LiveCallError` when the system has no thread left.
  public static func transcript(
    _ descriptor: Int32, agent: String? = nil, adviceOnParties: String? = nil
  ) throws(LiveCallError) -> WordChannel {
    let channel = WordChannel()
    do {
      let pipe = TranscriptPipe(
        descriptor, agent: agent, adviceOnParties: adviceOnParties, channel)
      _ = try OwnThread(pipe, name: "transcript")
    } catch {
      throw LiveCallError(systemError: error.systemError)
    }
    return channel
  }
}
