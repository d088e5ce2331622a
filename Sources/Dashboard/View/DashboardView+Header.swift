import Conversation

extension DashboardView {
  /// How long an interruption keeps the header lit up.
  private static let flash = SampleTime(seconds: 0.4)

  /// The program, the call's time, what is out of the ordinary, and what is written to disk.
  mutating func drawHeader(row: Int) {
    let end = canvas.put("Interject", row: row, column: 0, .title)
    let text = canvas.put(callWords, row: row, column: end + 2)
    if let condition {
      canvas.put(condition, row: row, column: text + 2, .notice)
    }
    var column = size.columns - keeping.reduce(0) { $0 + $1.words.columns }
    column -= signs.separator.columns
    for (index, part) in keeping.enumerated() {
      if index > 0 { column = canvas.put(signs.separator, row: row, column: column, .quiet) }
      column = canvas.put(part.words, row: row, column: column, part.isOn ? .notice : .quiet)
    }
    if let last = state.lastInterruptionAt, state.flashes, state.now - last < Self.flash {
      canvas.paint(row: row, .alert)
    }
  }

  private var callWords: String {
    switch state.call {
    case .waiting: "waiting for a call"
    case .running(let start): "call " + Figures.clock(state.now - start)
    case .ended(let interval): "last call " + Figures.clock(interval.length)
    }
  }

  private var condition: String? {
    if state.isPaused { return "paused" }
    return state.holdSince == nil ? nil : "on hold"
  }

  private var keeping: [(words: String, isOn: Bool)] {
    [
      (state.isRecording ? "recording" : "not recording", state.isRecording),
      (state.saving.rawValue, state.saving != .off),
    ]
  }

  /// A line of advice; doubts about the figures take its place.
  mutating func drawGuidance(row: Int) {
    var text = state.guidance ?? hint
    var tone = state.guidance == nil ? Tone.quiet : .title
    if !state.isReliable {
      text = "The figures are not reliable"
      if let warning = state.warning { text += ": " + Wording.words(warning.code, warning.party) }
      tone = .notice
    }
    canvas.put(
      text.cut(to: size.columns, ellipsis: signs.ellipsis), row: row, column: 0, tone)
  }

  /// What the user may wonder while there is nothing to advise.
  private var hint: String {
    switch state.call {
    case .waiting: "A call begins by itself once both have spoken."
    case .running: ""
    case .ended: "These are the figures of the last call; the next one begins by itself."
    }
  }

  mutating func drawFooter(row: Int) {
    let keys = [
      ("q", "quit"), ("p", state.isPaused ? "go on" : "pause"), ("m", "mark"), ("n", "new call"),
      ("h", state.holdSince == nil ? "hold" : "resume"), ("u", "muted"), ("?", "help"),
      (signs.arrows, "events"),
    ]
    var column = 0
    for (key, words) in keys {
      guard column + key.columns + 1 + words.columns <= size.columns else { return }
      column = canvas.put(key, row: row, column: column)
      column = canvas.put(words, row: row, column: column + 1, .quiet) + 2
    }
  }
}
