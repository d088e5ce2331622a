import Conversation
import Interject

/// `--events`: the event stream in a file, beside what is shown.
///
/// One that cannot be written any more, as on a full disk, ends alone.
final class MonitorEventFile: MonitorOutput {
  /// Whether nothing waits for the events: they go to a file, not to a pipe.
  let isReadLater: Bool
  private var stream: EventLines
  private var failure: CommandFailure?
  private var isFailureSaid = false

  /// Opens the file; a pipe's reader is waited for or not.
  init(path: String, _ slowReader: OutputFile.SlowReader) throws(CommandFailure) {
    let file = try OutputFile.live(path, option: "--events", slowReader)
    isReadLater = file.isRegular
    stream = EventLines(file)
  }

  func begin(_ session: Session, heard: String) throws(CommandFailure) {
    do throws(CommandFailure) { try stream.begin(session) } catch { failure = error }
  }

  func take(_ event: Event) throws(CommandFailure) {
    guard failure == nil else { return }
    do throws(CommandFailure) { try stream.take(event) } catch { failure = error }
  }

  func notices() -> [String] {
    guard !isFailureSaid, let failure else { return [] }
    isFailureSaid = true
    return [
      "the event file ended early, monitoring continues: \(failure.message ?? "nobody reads it")"
    ]
  }

  func finish(_ summary: Summary) throws(CommandFailure) {
    if let failure { throw failure }
    try stream.finish(summary)
  }
}
