import Conversation
import Wording

extension DashboardView {
  /// The last minute or more: an axis, and for each party a lane and a line of signs.
  mutating func drawTimeline(row: Int) -> Int {
    let start = Self.labelWidth
    let picture = TimelinePicture(state, columns: size.columns - start)
    drawAxis(picture, row: row)
    for (party, lane, signRow) in [(Party.agent, row + 2, row + 1), (.customer, row + 4, row + 5)] {
      canvas.put(party.name, row: lane, column: 0, Ink(party))
      for cell in 0..<picture.scale.cells {
        let column = start + cell
        canvas.set(sign(of: party, cell, picture), row: lane, column: column, Ink(party))
        if let sign = picture.signs[party][cell] {
          let ink = sign >= .floorUnclear ? Ink.notice : Ink(party)
          canvas.set(glyphs.sign(sign), row: signRow, column: column, ink)
        }
      }
    }
    for cell in 0..<picture.scale.cells {
      if let shared = shared(cell, picture) {
        canvas.set(shared.sign, row: row + 3, column: start + cell, shared.ink)
      }
    }
    return row + 6
  }

  private mutating func drawAxis(_ picture: TimelinePicture, row: Int) {
    let scale = picture.scale
    let end = Self.labelWidth + scale.cells
    let step = SampleTime(seconds: 15).ticks
    for seconds in stride(from: 15, through: 300, by: 15) {
      let column = end - seconds / 15 * step / scale.cell.ticks
      guard column >= Self.labelWidth else { break }
      let label = "\(glyphs.tick)-" + FigureText.minutes(SampleTime(seconds: Double(seconds)))
      canvas.put(label, row: row, column: column, .quiet)
    }
    canvas.put("now", row: row, endingAt: end, .quiet)
    for cell in 0..<scale.cells where picture.marks[cell] {
      canvas.set(glyphs.mark, row: row, column: Self.labelWidth + cell, .notice)
    }
  }

  private func sign(of party: Party, _ cell: Int, _ picture: TimelinePicture) -> Unicode.Scalar {
    let spoken = picture.speech[party][cell]
    return picture.unheard[party][cell] > spoken ? glyphs.unheard : glyphs.level(spoken)
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
