import CRealtime
import Conversation
import Glibc
import Interject
import Reporting

/// `--line`: one calm status line, drawn over itself on a terminal.
final class MonitorLineOutput: MonitorOutput {
  private var file: OutputFile
  private let isTerminal: Bool
  private let interval: Int64
  private let style = ReportStyle.terminal
  private let now: () -> Int64
  private var metrics = Metrics()
  private var speaking = PartyPair(repeating: false)
  private var gone = PartyPair(repeating: false)
  private var drawn = ""
  private var lastDrawing: Int64?

  private let recording: MonitorRecording?

  /// The line on the standard output; the clock is in nanoseconds.
  init(
    _ slowReader: OutputFile.SlowReader, recording: MonitorRecording? = nil,
    now: @escaping () -> Int64 = ij_clock_monotonic
  ) {
    file = .standard(slowReader)
    self.recording = recording
    isTerminal = file.isTerminal
    interval = isTerminal ? 250_000_000 : 1_000_000_000
    self.now = now
  }

  func begin(_ session: Session, heard: String) throws(CommandFailure) {
    StandardError.write("\(heard)\n")
  }

  func take(_ event: Event) throws(CommandFailure) {
    switch event.kind {
    case .speechStarted(let party, _): speaking[party] = true
    case .speechCancelled(let party, _), .speech(let party, _): speaking[party] = false
    case .device(let party, let state, _):
      for one in Party.allCases where party == nil || party == one {
        gone[one] = state == .lost
        if state == .lost { speaking[one] = false }
      }
    default: break
    }
  }

  func take(_ status: SessionState, _ metrics: Metrics?) throws(CommandFailure) {
    // Between calls the figures of the last one stay.
    if let metrics { self.metrics = metrics }
  }

  func rest() throws(CommandFailure) -> Int? {
    let time = now()
    if let lastDrawing, time - lastDrawing < interval { return nil }
    let isRecording = recording.map { !$0.isFailing } ?? false
    let line = StatusLineText.line(
      metrics, speaking: speaking, gone: gone, isRecording: isRecording, style: style,
      columns: columns)
    guard line != drawn else { return nil }
    drawn = line
    lastDrawing = time
    // Not wrapped even where the terminal has become narrower since: it could not be drawn over.
    let text = isTerminal ? "\r\u{1B}[?7l\(line)\u{1B}[K\u{1B}[?7h" : "\(line)\n"
    try write(text)
    return nil
  }

  /// The columns to fill; the last one of a terminal stays free, since erasing the rest of the line
  /// from there would take the last sign.
  private var columns: Int {
    isTerminal ? file.columns.map { $0 - 1 } ?? StatusLineText.width : StatusLineText.width
  }

  func finish(_ summary: Summary) throws(CommandFailure) {
    if isTerminal { try write("\r\u{1B}[K") }
    try file.append(
      lines: ShortSummaryText.lines(summary, columns: file.columns), mayMiss: false)
    try file.finish()
  }

  private func write(_ text: String) throws(CommandFailure) {
    try file.append(Array(text.utf8))
    try file.flush()
  }
}
