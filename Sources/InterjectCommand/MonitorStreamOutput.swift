import Conversation
import Interject
import Reporting

/// `--jsonl` and `--events`: the event stream, each line written at once.
final class MonitorStreamOutput: MonitorOutput {
  private var file: OutputFile
  private var lines = JSONLines()
  /// Whether the stream goes where the user would not read it.
  private let saysMore: Bool

  /// The stream on the standard output; what is heard and the summary also go to stderr.
  init(_ slowReader: OutputFile.SlowReader) {
    file = .standard(slowReader)
    saysMore = true
  }

  /// The stream in a file.
  init(path: String) throws(CommandFailure) {
    file = try .create(path, option: "--events", isPrivate: true)
    saysMore = false
  }

  func begin(_ session: Session, heard: String) throws(CommandFailure) {
    if saysMore { StandardError.write("\(heard)\n") }
    lines.append(session, version: interjectVersion)
    try write()
  }

  func take(_ event: Event) throws(CommandFailure) {
    if file.takeOmission() { lines.append(event.omission) }
    lines.append(event)
    try write()
  }

  func finish(_ summary: Summary) throws(CommandFailure) {
    lines.append(summary)
    try write()
    try file.finish()
    if saysMore, StandardError.isTerminal {
      for line in ShortSummaryText.lines(summary, columns: StandardError.columns) {
        StandardError.write("\(line)\n")
      }
    }
  }

  private func write() throws(CommandFailure) {
    try file.append(lines.bytes)
    lines.removeAll()
    try file.flush()
  }
}
