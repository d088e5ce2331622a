import Conversation
import Reporting

/// `--plain`: readable lines, of what matters or of everything.
final class MonitorPlainOutput: MonitorOutput {
  private var file: OutputFile
  private var text: PlainEventText
  private let origin: EventClock.Origin
  /// Whether a call's lessons have been printed.
  private var toldLessons = false

  init(_ slowReader: OutputFile.SlowReader, _ detail: PlainDetail, clock: EventClock) {
    file = .standard(slowReader)
    text = PlainEventText(detail, clock: clock)
    origin = clock.origin
  }

  func begin(_ session: Session, heard: String) throws(CommandFailure) {
    try write([heard])
  }

  func take(_ event: Event) throws(CommandFailure) {
    try tellOmission(at: event.at, isDue: event.isResult)
    if case .lesson = event.kind { toldLessons = true }
    let lines = text.lines(event)
    if !lines.isEmpty { try write(lines, mayDrop: !event.isResult) }
  }

  func whenIdle() throws(CommandFailure) -> Int? {
    try file.checkReader()
    return nil
  }

  func finish(_ summary: Summary) throws(CommandFailure) {
    try tellOmission(at: summary.end, isDue: true)
    let lines =
      text.finish()
      + ShortSummaryText.lines(
        summary, columns: file.columns, origin: origin, toldLessons: toldLessons)
    try file.append(lines: lines, mayDrop: false)
    try file.finish()
  }

  private func tellOmission(at time: SampleTime, isDue: Bool) throws(CommandFailure) {
    guard file.takeOmission(isDue: isDue) else { return }
    try write(text.lines(.omission(at: time)), mayDrop: false)
  }

  private func write(_ lines: [String], mayDrop: Bool = true) throws(CommandFailure) {
    try file.append(lines: lines, mayDrop: mayDrop)
    try file.flush()
  }
}
