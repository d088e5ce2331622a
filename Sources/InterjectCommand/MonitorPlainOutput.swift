import Conversation
import Reporting

/// `--plain`: a readable line for each event.
final class MonitorPlainOutput: MonitorOutput {
  private var file: OutputFile
  private var text = PlainEventText()

  init(_ slowReader: OutputFile.SlowReader) {
    file = .standard(slowReader)
  }

  func begin(_ session: Session, heard: String) throws(CommandFailure) {
    try write([heard])
  }

  func take(_ event: Event) throws(CommandFailure) {
    if file.takeOmission(), let line = text.line(event.omission) { try write([line]) }
    if let line = text.line(event) { try write([line]) }
  }

  func finish(_ summary: Summary) throws(CommandFailure) {
    try file.append(lines: ShortSummaryText.lines(summary, columns: file.columns))
    try file.finish()
  }

  private func write(_ lines: [String]) throws(CommandFailure) {
    try file.append(lines: lines)
    try file.flush()
  }
}
