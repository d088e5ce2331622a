import Conversation
import Wording

extension DashboardView {
  /// Whether there is nothing to measure yet.
  private var isBlank: Bool { state.call == .waiting }

  /// The measures in one table and a few lines, for screens without room beside them.
  mutating func drawNarrowMeasures(row: Int) -> Int {
    let row = drawTable(row: row, width: size.columns, withTalk: true)
    // After a call its lessons have their place.
    guard !showsLessons else { return row }
    let facts = facts
    guard size.rows >= 22 else {
      let short = facts.compactMap(\.short)
      let wordings = (1...max(1, short.count)).reversed().map {
        short.prefix($0).joined(separator: glyphs.separator)
      }
      canvas.put(
        .fitting(wordings, width: size.columns, ellipsis: glyphs.ellipsis), row: row, column: 0)
      return row + 1
    }
    for (index, fact) in facts.enumerated() {
      draw(fact, rows: row + index..<row + index + 1, width: size.columns)
    }
    return row + facts.count
  }

  /// The measures on the left, the events on the right.
  mutating func drawWideMeasures(rows: Range<Int>) {
    // Measures, events and the day in three columns, or the day below the events in two.
    let isBroad = showsDay && size.columns >= 170
    let width = isBroad ? min(76, size.columns / 3) : min(90, size.columns * 48 / 100)
    var row = drawTalk(row: rows.lowerBound, width: width) + 1
    row = drawTable(row: row, width: width, withTalk: false) + 1
    for fact in facts where row < rows.upperBound {
      row = draw(fact, rows: row..<rows.upperBound, width: width)
    }
    let start = width + 3
    drawBorder(rows: rows, column: width + 1)
    guard showsDay else { return drawEvents(rows: rows, columns: start..<size.columns) }
    if isBroad {
      let middle = start + (size.columns - start) / 2
      drawEvents(rows: rows, columns: start..<middle - 1)
      drawBorder(rows: rows, column: middle)
      drawDay(rows: rows, columns: middle + 2..<size.columns)
    } else {
      let border = rows.upperBound - min(dayHeight, rows.count / 2) - 1
      drawEvents(rows: rows.lowerBound..<border, columns: start..<size.columns)
      canvas.fill(glyphs.rule, row: border, columns: start..<size.columns, .quiet)
      drawDay(rows: border + 1..<rows.upperBound, columns: start..<size.columns)
    }
  }

  private mutating func drawBorder(rows: Range<Int>, column: Int) {
    for row in rows { canvas.set(glyphs.tick, row: row, column: column, .quiet) }
  }

  private mutating func drawTalk(row: Int, width: Int) -> Int {
    let barWidth = width - Self.labelWidth - 26
    canvas.put("talk", row: row, column: 0, .title)
    for (column, heading) in [(18, "of talk"), (9, "of call"), (0, "time")] {
      canvas.put(heading, row: row, endingAt: width - column, .quiet)
    }
    let call = metrics.duration.seconds
    let lines: [(name: String, time: SampleTime, ink: Ink, share: Double?)] = [
      ("agent", metrics.parties.agent.talk, .agent, shareOfTalk(.agent)),
      ("customer", metrics.parties.customer.talk, .customer, shareOfTalk(.customer)),
      ("neither", metrics.silence, .quiet, nil), ("both", metrics.overlap, .notice, nil),
    ]
    for (index, line) in lines.enumerated() {
      let at = row + 1 + index
      canvas.put(line.name, row: at, column: 0, line.ink)
      let isShown =
        !isBlank && call > 0 && shows(.speech) && (line.name != "both" || shows(.overlap))
      let share = isShown ? line.time.seconds / call : 0
      canvas.put(
        glyphs.bar(min(1, share), columns: barWidth), row: at, column: Self.labelWidth, line.ink)
      let figures = [
        (18, line.share.map(FigureText.percent) ?? (index < 2 ? glyphs.missing : "")),
        (9, isShown ? FigureText.percent(share) : glyphs.missing),
        (0, isShown ? FigureText.minutes(line.time) : glyphs.missing),
      ]
      for (column, text) in figures { canvas.put(text, row: at, endingAt: width - column) }
    }
    return row + 1 + lines.count
  }

  /// A line a party: talk share, interruptions by outcome, backchannels.
  private mutating func drawTable(row: Int, width: Int, withTalk: Bool) -> Int {
    let columns: [(heading: String, short: String, values: PartyPair<String>)] = [
      ("took turn", "took turn", counts(\.interruptions.floorTaken)),
      ("did not", "did not", counts(\.interruptions.attempts)),
      ("agreement?", "agreed?", counts(\.interruptions.mayBeAgreement)),
      ("backchannels", "mm-hm", counts(\.backchannels)),
    ]
    let isShort = width < 76 && withTalk
    let widths = columns.map { (isShort ? $0.short : $0.heading).columns + 2 }
    let figures = widths.reduce(0, +)
    if withTalk {
      canvas.put("talk", row: row, column: Self.labelWidth, .quiet)
    } else {
      canvas.put("floor", row: row, column: 0, .title)
    }
    for (index, party) in Party.allCases.enumerated() {
      canvas.put(party.name, row: row + 1 + index, column: 0, Ink(party))
      guard withTalk else { continue }
      drawShare(of: party, row: row + 1 + index, columns: Self.labelWidth..<width - figures)
    }
    var end = width - figures
    for (column, columnWidth) in zip(columns, widths) {
      end += columnWidth
      canvas.put(isShort ? column.short : column.heading, row: row, endingAt: end, .quiet)
      for (index, party) in Party.allCases.enumerated() {
        canvas.put(column.values[party], row: row + 1 + index, endingAt: end)
      }
    }
    return row + 3
  }

  private mutating func drawShare(of party: Party, row: Int, columns: Range<Int>) {
    let figure = 6
    let share = shareOfTalk(party)
    let bar = share.map { glyphs.bar($0, columns: columns.count - figure) } ?? ""
    canvas.put(bar, row: row, column: columns.lowerBound, Ink(party))
    canvas.put(
      share.map(FigureText.percent) ?? glyphs.missing, row: row, endingAt: columns.upperBound)
  }

  /// Writes a measure in as few of some lines as it needs and returns the line after it.
  @discardableResult
  private mutating func draw(_ fact: DashboardFact, rows: Range<Int>, width: Int) -> Int {
    let column = Self.labelWidth + 3
    canvas.put(fact.name, row: rows.lowerBound, column: 0, .quiet)
    let lines = fact.text.wrapped(to: width - column, lines: rows.count)
    for (row, line) in zip(rows, lines) {
      canvas.put(line.cut(to: width - column, ellipsis: glyphs.ellipsis), row: row, column: column)
    }
    return rows.lowerBound + max(1, lines.count)
  }

  private func shareOfTalk(_ party: Party) -> Double? {
    isBlank || !shows(.share) ? nil : metrics.shareOfTalk(party)
  }

  private func counts(_ value: KeyPath<PartyMetrics, Int>) -> PartyPair<String> {
    guard !isBlank, shows(.interruptions) else { return PartyPair(repeating: glyphs.missing) }
    let parties = metrics.parties
    return PartyPair(
      agent: "\(parties.agent[keyPath: value])", customer: "\(parties.customer[keyPath: value])")
  }
}
