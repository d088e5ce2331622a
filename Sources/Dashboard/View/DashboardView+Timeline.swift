import Conversation
import Wording

extension DashboardView {
  /// The last minute or more: an axis, and for each party a lane and a line of signs.
  mutating func drawTimeline(row: Int) -> Int {
    let start = Self.labelWidth
    let picture = TimelinePicture(state, columns: size.columns - start)
    drawAxis(picture, row: row)
    let height = laneHeight
    let shared = row + 2 + height
    for (party, lane, signRow) in [
      (Party.agent, row + 2, row + 1), (.customer, shared + 1, shared + 1 + height),
    ] {
      canvas.put(party.name, row: lane + (height - 1) / 2, column: 0, Ink(party))
      for cell in 0..<picture.scale.cells {
        let column = start + cell
        for line in 0..<height {
          let sign = sign(of: party, cell, picture, line: line)
          canvas.set(sign, row: lane + line, column: column, Ink(party))
        }
        if let sign = picture.signs[party][cell] {
          let ink = sign >= .floorUnclear ? Ink.notice : Ink(party)
          canvas.set(glyphs.sign(sign), row: signRow, column: column, ink)
        }
      }
    }
    for cell in 0..<picture.scale.cells {
      if let sign = self.shared(cell, picture) {
        canvas.set(sign.sign, row: shared, column: start + cell, sign.ink)
      }
    }
    return row + 4 + 2 * height
  }

  private mutating func drawAxis(_ picture: TimelinePicture, row: Int) {
    let scale = picture.scale
    let end = Self.labelWidth + scale.cells
    let step = SampleTime(seconds: 15).ticks
    // A mark leaves its place to no label.
    let marks = (0..<scale.cells).filter { picture.marks[$0] }.map { Self.labelWidth + $0 }
    for seconds in stride(from: 15, through: Int(RecentPast.kept.seconds), by: 15) {
      let column = end - seconds / 15 * step / scale.cell.ticks
      guard column >= Self.labelWidth else { break }
      let label = "\(glyphs.tick)-" + FigureText.minutes(SampleTime(seconds: Double(seconds)))
      let place = column..<column + label.columns
      if !marks.contains(where: place.contains) {
        canvas.put(label, row: row, column: column, .quiet)
      }
    }
    if !marks.contains(where: (end - 3..<end).contains) {
      canvas.put("now", row: row, endingAt: end, .quiet)
    }
    for mark in marks { canvas.set(glyphs.mark, row: row, column: mark, .notice) }
  }

  /// The lines of a party's lane.
  private var laneHeight: Int { size.rows >= 52 ? 3 : size.rows >= 36 ? 2 : 1 }

  /// A lane's sign in one of its lines, counted from above; speech fills them from below.
  private func sign(
    of party: Party, _ cell: Int, _ picture: TimelinePicture, line: Int
  ) -> Unicode.Scalar {
    let spoken = picture.speech[party][cell]
    if picture.unheard[party][cell] > spoken { return glyphs.unheard }
    let below = laneHeight - 1 - line
    return glyphs.level(min(1, max(0, spoken * Double(laneHeight) - Double(below))))
  }

  private func shared(
    _ cell: Int, _ picture: TimelinePicture
  ) -> (sign: Unicode.Scalar, ink: Ink)? {
    // A fiftieth of a cell is worth a sign, as in the report.
    if picture.overlap[cell] > 0.02 { return (glyphs.overlap, .notice) }
    if picture.hold[cell] > 0.5 { return (glyphs.hold, .quiet) }
    return picture.deadAir[cell] > 0.5 ? (glyphs.deadAir, .notice) : nil
  }

  /// What the signs mean, as far as a line holds it.
  mutating func drawLegend(row: Int) -> Int {
    var column = Self.labelWidth
    for (sign, words) in legend {
      guard column + words.columns + 2 <= size.columns else { break }
      canvas.set(sign, row: row, column: column, .quiet)
      column = canvas.put(words, row: row, column: column + 2, .quiet) + 3
    }
    return row + 1
  }

  /// Every sign of the timeline and what it means, the most important first.
  var legend: [(Unicode.Scalar, String)] {
    [
      (glyphs.floorTaken, TimelineMark.floorTaken.words),
      (glyphs.floorKept, InterruptionOutcome.floorKept.words),
      (glyphs.floorUnclear, "unclear yet"), (glyphs.backchannel, TimelineMark.backchannel.words),
      (glyphs.overlap, "both"), (glyphs.deadAir, "dead air"), (glyphs.unheard, "not heard"),
      (glyphs.answer, TimelineMark.answer.words), (glyphs.hold, "hold"), (glyphs.mark, "your mark"),
    ]
  }
}
