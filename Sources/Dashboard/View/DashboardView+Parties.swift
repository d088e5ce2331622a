import Conversation
import Wording

extension DashboardView {
  static let labelWidth = 10
  /// The range of the level meters, in dBFS.
  private static let meter = -60.0...0.0
  private static let stateWidth = 16
  private static let levelWidth = 9

  /// Each party's speech, level, device and its health.
  mutating func drawParties(row: Int) -> Int {
    for (index, party) in Party.allCases.enumerated() { draw(party, row: row + index) }
    return row + Party.allCases.count
  }

  private mutating func draw(_ party: Party, row: Int) {
    let status = state.parties[party]
    canvas.put(party.name, row: row, column: 0, Ink(party))
    drawActivity(of: party, row: row, column: Self.labelWidth)
    let meterStart = Self.labelWidth + Self.stateWidth
    let free = size.columns - meterStart - Self.levelWidth
    let meterWidth = min(40, free * 3 / 10)
    drawMeter(status.level, Ink(party), row: row, column: meterStart, width: meterWidth)
    let level = status.level.map { "\(Int(max($0, -99).rounded())) dB" } ?? glyphs.missing
    let deviceStart = meterStart + meterWidth + Self.levelWidth
    canvas.put(level, row: row, endingAt: deviceStart - 2)
    let rest = size.columns - deviceStart
    let healthWidth = min(44, max(13, rest * 11 / 20))
    let device = status.device.isEmpty ? glyphs.missing : DashboardWords.device(status.device)
    let deviceWidth = rest - healthWidth - 1
    canvas.put(
      device.cut(to: deviceWidth, ellipsis: glyphs.ellipsis), row: row, column: deviceStart)
    let health = String.fitting(
      DashboardWords.healths(status.health, separator: glyphs.separator), width: healthWidth,
      ellipsis: glyphs.ellipsis)
    canvas.put(
      health, row: row, column: size.columns - healthWidth,
      status.health.isSound ? .quiet : .notice)
  }

  mutating func drawActivity(of party: Party, row: Int, column: Int) {
    let status = state.parties[party]
    let isMuted = party == .agent && state.isAgentMuted
    if state.isPaused {
      canvas.put("  paused", row: row, column: column, .notice)
    } else if status.unheardSince != nil || status.health.isLost {
      canvas.put("  not heard", row: row, column: column, .notice)
    } else if isMuted {
      canvas.put("  muted", row: row, column: column, .notice)
    } else if !shows(.speech) {
      canvas.put("  \(glyphs.missing)", row: row, column: column, .quiet)
    } else if status.speakingSince == nil {
      // Who has the turn may go on at any moment.
      let pauses = state.turn.current?.party == party
      canvas.put(pauses ? "  pauses" : "  silent", row: row, column: column, .quiet)
    } else {
      canvas.set(glyphs.speaking, row: row, column: column, Ink(party))
      let interrupts = status.interruption != nil && shows(.interruptions)
      canvas.put(
        interrupts ? "interrupts" : "speaks", row: row, column: column + 2,
        interrupts ? .notice : .plain)
    }
    drawTurn(of: party, row: row, column: column + 9)
  }

  /// How long the turn under way has lasted, beside the party that has it and is not interrupting.
  private mutating func drawTurn(of party: Party, row: Int, column: Int) {
    guard let turn = state.turn.current, turn.party == party, !state.isPaused, shows(.speech),
      state.parties[party].unheardSince == nil, state.parties[party].interruption == nil, !isSmall
    else { return }
    let length = max(.zero, state.now - turn.since)
    // A minute is a monologue.
    let isLong = length >= SampleTime(seconds: 60)
    canvas.put(
      FigureText.minutes(length), row: row, column: column, isLong ? .notice : .quiet)
  }

  private mutating func drawMeter(
    _ level: Double?, _ ink: Ink, row: Int, column: Int, width: Int
  ) {
    let range = Self.meter
    let share = level.map { ($0 - range.lowerBound) / (range.upperBound - range.lowerBound) } ?? 0
    let bar = share > 0 ? glyphs.bar(min(1, share), columns: width) : ""
    let end = canvas.put(bar, row: row, column: column, ink)
    canvas.fill(glyphs.meterRest, row: row, columns: end..<max(end, column + width), .quiet)
  }
}
