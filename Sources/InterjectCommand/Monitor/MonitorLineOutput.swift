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
  private let wordsStay: SampleTime
  /// The last word to the agent, and until when it stays.
  private var said: (words: String, until: SampleTime)?
  /// The party of whom nothing is heard.
  private var unheard: Party?
  private var time = SampleTime.zero
  private var lastDrawing: Int64?

  private let recording: MonitorRecording?
  private var clock: EventClock

  /// The line on the standard output; the clock is in nanoseconds.
  init(
    _ slowReader: OutputFile.SlowReader,
    wordsStay: SampleTime = SampleTime(seconds: GuidanceSettings().shownFor),
    recording: MonitorRecording? = nil, clock: EventClock = EventClock(),
    now: @escaping () -> Int64 = ij_clock_monotonic
  ) {
    file = .standard(slowReader)
    self.recording = recording
    self.clock = clock
    self.wordsStay = wordsStay
    isTerminal = file.isTerminal
    interval = isTerminal ? 250_000_000 : 1_000_000_000
    self.now = now
  }

  func begin(_ session: Session, heard: String) throws(CommandFailure) {
    StandardError.write("\(heard)\n")
  }

  func take(_ event: Event) throws(CommandFailure) {
    time = max(time, event.at)
    clock.follow(event)
    switch event.kind {
    case .speechStarted(let party, _): speaking[party] = true
    case .speechCancelled(let party, _): speaking[party] = false
    case .speech(let party, _):
      speaking[party] = false
      if unheard == party { unheard = nil }
    case .guidance(let nudge):
      said = (StatusLineText.words(nudge, clock: clock), event.at + wordsStay)
    // A word about what was before would look like one about this.
    case .interruption, .contest, .contestWithdrawn, .callEnded: said = nil
    case .nothingHeard(let party, _): unheard = party
    case .callStarted: unheard = nil
    case .lesson(let line): try write(lesson: line)
    case .device(let party, let state, _):
      for one in Party.allCases where party == nil || party == one {
        gone[one] = state == .lost
        if state == .lost { speaking[one] = false }
      }
    default: break
    }
  }

  func take(_ status: SessionState, _ metrics: Metrics?) throws(CommandFailure) {
    time = max(time, status.consumed)
    // Between calls the figures of the last one stay.
    if let metrics { self.metrics = metrics }
  }

  func whenIdle() throws(CommandFailure) -> Int? {
    try file.checkReader()
    let time = now()
    if let lastDrawing, time - lastDrawing < interval { return nil }
    let isRecording = recording.map { !$0.isFailing } ?? false
    let line = StatusLineText.line(
      metrics, speaking: speaking, gone: gone, isRecording: isRecording, remark: remark,
      style: style, columns: columns)
    guard line != drawn else { return nil }
    drawn = line
    lastDrawing = time
    // Not wrapped even where the terminal has become narrower since: it could not be drawn over.
    let text = isTerminal ? "\r\u{1B}[?7l\(line)\u{1B}[K\u{1B}[?7h" : "\(line)\n"
    try write(text)
    return nil
  }

  /// What takes the place of the figures as long as it says something of now.
  private var remark: String? {
    if let unheard { return StatusLineText.nothingHeard(unheard) }
    return said.flatMap { time < $0.until ? $0.words : nil }
  }

  /// Writes what can be learnt from a call above the line.
  private func write(lesson: GuidanceLine) throws(CommandFailure) {
    let clear = isTerminal ? "\r\u{1B}[K" : ""
    for line in StatusLineText.lesson(lesson, clock: clock, columns: columns) {
      try write("\(clear)\(line)\n")
    }
    drawn = ""
  }

  /// The columns to fill; the last one of a terminal stays free, since erasing the rest of the line
  /// from there would take the last sign.
  private var columns: Int {
    isTerminal ? file.columns.map { $0 - 1 } ?? StatusLineText.width : StatusLineText.width
  }

  func finish(_ summary: Summary) throws(CommandFailure) {
    if isTerminal { try write("\r\u{1B}[K") }
    try file.append(
      lines: ShortSummaryText.lines(summary, columns: file.columns, origin: clock.origin),
      mayDrop: false)
    try file.finish()
  }

  private func write(_ text: String) throws(CommandFailure) {
    try file.append(Array(text.utf8))
    try file.flush()
  }
}
