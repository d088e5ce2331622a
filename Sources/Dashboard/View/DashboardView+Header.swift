import Conversation
import Wording

extension DashboardView {
  /// How long an interruption keeps the header lit up.
  private static let flash = SampleTime(seconds: 0.4)

  /// The program, the call's time, what is out of the ordinary, and what is written to disk.
  mutating func drawHeader(row: Int) {
    let start = size.columns - keepingWidth
    drawTitle(row: row, width: start - 2)
    drawKeeping(row: row, column: start)
    drawFlash(row: row)
  }

  /// The program, the call's time and what is out of the ordinary, as far as there is room for it.
  mutating func drawTitle(row: Int, width: Int) {
    let condition = condition ?? ""
    let rest = callWords.columns + (condition.isEmpty ? 0 : condition.columns + 2)
    let name = "Interject"
    var column = 0
    if name.columns + 2 + rest <= width {
      column = canvas.put(name, row: row, column: 0, .title) + 2
    }
    let words = column + rest <= width ? callWords : callTime
    column = canvas.put(words, row: row, column: column, width: width - column) + 2
    canvas.put(condition, row: row, column: column, width: max(0, width - column), .notice)
  }

  /// What is written to disk.
  mutating func drawKeeping(row: Int, column: Int) {
    var column = column
    for (index, part) in keeping.enumerated() {
      if index > 0 { column = canvas.put(glyphs.separator, row: row, column: column, .quiet) }
      column = canvas.put(part.words, row: row, column: column, part.isOn ? .notice : .quiet)
    }
  }

  mutating func drawFlash(row: Int) {
    if let last = state.lastInterruptionAt, state.flashes, state.now - last < Self.flash {
      canvas.paint(row: row, .alert)
    }
  }

  /// The columns of what is said of writing to disk.
  var keepingWidth: Int {
    keeping.reduce(0) { $0 + $1.words.columns } + glyphs.separator.columns
  }

  private var callWords: String {
    switch state.call {
    case .waiting: "waiting for a call"
    case .running(let start): "call " + FigureText.minutes(state.now - start)
    case .ended(let interval): "last call " + FigureText.minutes(interval.length)
    }
  }

  private var callTime: String {
    switch state.call {
    case .waiting: "no call"
    case .running(let start): FigureText.minutes(state.now - start)
    case .ended(let interval): FigureText.minutes(interval.length)
    }
  }

  private var condition: String? {
    if state.isPaused { return "paused" }
    return state.holdSince == nil ? nil : "on hold"
  }

  var keeping: [(words: String, isOn: Bool)] {
    [
      (state.recording.rawValue, state.recording != .off),
      (state.saving.rawValue, state.saving != .off),
    ]
  }

  /// A line of advice; doubts about the figures take its place.
  mutating func drawGuidance(row: Int) {
    let line = guidanceLine
    canvas.put(
      line.text.cut(to: size.columns, ellipsis: glyphs.ellipsis), row: row, column: 0, line.ink)
  }

  var guidanceLine: (text: String, ink: Ink) {
    if let party = state.unheard { return (EventWords.nothingHeard(party), .notice) }
    guard state.isReliable else {
      let reason =
        state.warning.map { ": " + EventWords.condition($0.code.label, of: $0.party) } ?? ""
      return ("The figures are not reliable" + reason, .notice)
    }
    guard let nudge = state.guidance else { return (hint, .quiet) }
    return (nudge.words(at: state.clock.reading(nudge.start)), .title)
  }

  /// What the user may wonder while there is nothing to advise.
  private var hint: String {
    switch state.call {
    case .waiting: "A call starts automatically once both have spoken."
    case .running: ""
    case .ended: "These are the figures of the last call; the next is found automatically."
    }
  }

  mutating func drawFooter(row: Int) { drawKeys(keys[...], row: row) }

  /// The keys with a word each, the most important first.
  var keys: [(key: String, words: String)] {
    let undo = state.hasMarkedWrong ? [("z", "undo")] : []
    return [("q", "quit"), ("?", "help"), ("w", "wrong")] + undo + [
      ("enter", "calls"),
      ("p", state.isPaused ? "go on" : "pause"),
      ("m", "mark"), ("n", "new"), ("h", state.holdSince == nil ? "hold" : "resume"),
      ("u", "muted"), (glyphs.arrows, "events"),
    ]
  }

  /// Names as many keys as a line holds and returns how many.
  @discardableResult
  mutating func drawKeys(_ keys: ArraySlice<(key: String, words: String)>, row: Int) -> Int {
    var column = 0
    for (count, (key, words)) in keys.enumerated() {
      guard column + key.columns + 1 + words.columns <= size.columns else { return count }
      column = canvas.put(key, row: row, column: column)
      column = canvas.put(words, row: row, column: column + 1, .quiet) + 2
    }
    return keys.count
  }
}
