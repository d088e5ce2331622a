import Conversation
import Reporting

/// `--plain`: a readable line for each event.
final class MonitorPlainOutput: MonitorOutput {
  private var file = OutputFile.standard
  private var text = PlainEventText()

  func begin(_ session: Session, heard: String) throws(CommandFailure) {
    try write([heard])
  }

  func take(_ event: Event) throws(CommandFailure) {
    if let line = text.line(event) { try write([line]) }
  }

  func finish(_ summary: Summary) throws(CommandFailure) {
    try write(ShortSummaryText.lines(summary, columns: file.columns))
  }

  private func write(_ lines: [String]) throws(CommandFailure) {
    try file.append(lines: lines)
    try file.flush()
  }
}
