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
    try tellOmission(at: event.at, isDue: event.isResult)
    if let line = text.line(event) { try write([line], mayMiss: !event.isResult) }
  }

  func finish(_ summary: Summary) throws(CommandFailure) {
    try tellOmission(at: summary.end, isDue: true)
    try file.append(
      lines: ShortSummaryText.lines(summary, columns: file.columns), mayMiss: false)
    try file.finish()
  }

  private func tellOmission(at time: SampleTime, isDue: Bool) throws(CommandFailure) {
    guard file.takeOmission(isDue: isDue), let line = text.line(.omission(at: time)) else { return }
    try write([line], mayMiss: false)
  }

  private func write(_ lines: [String], mayMiss: Bool = true) throws(CommandFailure) {
    try file.append(lines: lines, mayMiss: mayMiss)
    try file.flush()
  }
}
