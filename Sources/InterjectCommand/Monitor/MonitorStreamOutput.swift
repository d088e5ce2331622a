import Conversation
import Interject
import Reporting

/// `--jsonl`: the event stream on the standard output, each line written at once.
///
/// What is heard and the summary also go to stderr.
final class MonitorStreamOutput: MonitorOutput {
  private var stream: EventLines

  init(_ slowReader: OutputFile.SlowReader) {
    stream = EventLines(.standard(slowReader))
  }

  func begin(_ session: Session, heard: String) throws(CommandFailure) {
    StandardError.write("\(heard)\n")
    try stream.begin(session)
  }

  func take(_ event: Event) throws(CommandFailure) { try stream.take(event) }

  func whenIdle() throws(CommandFailure) -> Int? {
    try stream.file.checkReader()
    return nil
  }

  func finish(_ summary: Summary) throws(CommandFailure) {
    try stream.finish(summary)
    guard StandardError.isTerminal else { return }
    for line in ShortSummaryText.lines(summary, columns: StandardError.columns) {
      StandardError.write("\(line)\n")
    }
  }
}
