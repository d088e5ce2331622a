import Conversation
import Wording

/// The picture for a screen that is too small for everything.
///
/// What is written to disk comes before all else, then the call's time, who speaks, the size that
/// would show everything, the newest events and the advice. From 20 columns and 5 lines on nothing
/// of the first four is missing.
extension DashboardView {
  mutating func drawSmall() {
    guard !state.showsHelp else { return drawSmallHelp() }
    var row = drawSmallHeader()
    var bottom = size.rows
    if bottom - row >= 2 {
      bottom -= 1
      drawRemedy(row: bottom)
    }
    row = drawSmallParties(row: row, rows: bottom - row)
    if bottom - row >= 2, let figures = smallFigures {
      canvas.put(figures, row: row, column: 0)
      row += 1
    }
    if bottom - row >= 2 {
      bottom -= 1
      drawGuidance(row: bottom)
    }
    if row < bottom { drawEvents(rows: row..<bottom, columns: 0..<size.columns) }
  }

  /// The call and what is written to disk, in a line where that is possible; returns the next line.
  private mutating func drawSmallHeader() -> Int {
    let shortest = 14
    if size.columns >= shortest + 2 + keepingWidth {
      drawHeader(row: 0)
      return 1
    }
    var row = 0
    let lines = size.columns >= keepingWidth ? 1 : keeping.count
    if size.rows > lines {
      drawTitle(row: 0, width: size.columns)
      drawFlash(row: 0)
      row = 1
    }
    if lines == 1 {
      drawKeeping(row: row, column: 0)
      return row + 1
    }
    for part in keeping {
      canvas.put(part.words, row: row, column: 0, part.isOn ? .notice : .quiet)
      row += 1
    }
    return row
  }

  /// A line for each party, or one for both; returns the next line.
  private mutating func drawSmallParties(row: Int, rows: Int) -> Int {
    guard rows > 0 else { return row }
    guard rows > 1 else {
      let agent = canvas.put(Party.agent.name, row: row, column: 0, Ink(.agent))
      drawSpeaking(.agent, row: row, column: agent + 1)
      let customer = canvas.put(Party.customer.name, row: row, column: agent + 4, Ink(.customer))
      drawSpeaking(.customer, row: row, column: customer + 1)
      return row + 1
    }
    for (index, party) in Party.allCases.enumerated() {
      canvas.put(party.name, row: row + index, column: 0, Ink(party))
      let column = min(Self.labelWidth, max(0, size.columns - "  interrupts".columns))
      drawActivity(of: party, row: row + index, column: column)
    }
    return row + Party.allCases.count
  }

  /// The agent's figures and the customer's beside each other; nil where no wording fits.
  private var smallFigures: String? {
    guard state.call != .waiting, shows(.share), shows(.interruptions) else { return nil }
    let counts = Party.allCases.map { "\(metrics.parties[$0].interruptions.floorTaken)" }
      .joined(separator: ":")
    let shares = Party.allCases.map { party in
      metrics.shareOfTalk(party).map(FigureText.percent) ?? glyphs.missing
    }
    return [
      "talk \(shares.joined(separator: ", ")); interruptions \(counts)",
      "talk \(shares[0]), interruptions \(counts)",
      "interruptions \(counts)",
    ].first { $0.columns <= size.columns }
  }

  private mutating func drawSpeaking(_ party: Party, row: Int, column: Int) {
    guard shows(.speech), state.parties[party].speakingSince != nil else { return }
    canvas.set(glyphs.speaking, row: row, column: column, Ink(party))
  }

  /// How to see more, and how to leave.
  private mutating func drawRemedy(row: Int) {
    let least = "\(Self.leastSize.columns) x \(Self.leastSize.rows)"
    let wordings = [
      "A screen of \(least) shows everything. q quits", "\(least) shows all. q quits",
      "all from \(least)",
    ]
    canvas.put(
      .fitting(wordings, width: size.columns, ellipsis: glyphs.ellipsis), row: row, column: 0,
      .quiet
    )
  }

  /// Names the keys below what is written to disk; a sign says where there is no room for some.
  private mutating func drawSmallHelp() {
    var row = drawSmallHeader()
    var rest = keys[...]
    while row < size.rows, !rest.isEmpty {
      let drawn = drawKeys(rest, row: row)
      guard drawn > 0 else { break }
      rest = rest.dropFirst(drawn)
      row += 1
    }
    if !rest.isEmpty {
      canvas.put(glyphs.ellipsis, row: size.rows - 1, endingAt: size.columns, .quiet)
    }
  }
}
