import Conversation
import Wording

extension TextReport {
  private static let labelWidth = 12

  var timeline: [String] {
    let picture = Timeline(
      record, length: length, columns: style.width - TextReport.labelWidth,
      withheld: summary.withheld)
    var lines: [String] = []
    for band in 0..<picture.scale.bands {
      lines.append("")
      lines += rows(of: picture.scale.cells(ofBand: band), in: picture)
    }
    return lines + [""] + legend(of: picture)
  }

  private func rows(of cells: Range<Int>, in picture: Timeline) -> [String] {
    var rows = [row("", axis(of: cells, in: picture.scale), .quiet)]
    if let marks = marks(of: .agent, in: cells, of: picture) { rows.append(marks) }
    rows.append(row("agent", lane(of: .agent, in: cells, of: picture), .agent))
    let middle = text(cells.map { shared($0, in: picture) })
    if middle.contains(where: { $0 != " " }) { rows.append(row("", middle, .notice)) }
    rows.append(row("customer", lane(of: .customer, in: cells, of: picture), .customer))
    if let marks = marks(of: .customer, in: cells, of: picture) { rows.append(marks) }
    return rows
  }

  private func row(_ label: String, _ cells: String, _ ink: Ink) -> String {
    let label = "  " + label.padded(to: TextReport.labelWidth - 2)
    let text = cells.trimmedRight
    return text.isEmpty ? label.trimmedRight : label + style.paint(text, ink)
  }

  private func axis(of cells: Range<Int>, in scale: TimelineScale) -> String {
    var text = ""
    for first in stride(from: cells.lowerBound, to: cells.upperBound, by: scale.cellsPerTick) {
      let seconds = SampleTime(ticks: first * scale.cell.ticks).seconds
      let label = String(glyphs.tick) + FigureText.clock(seconds: Int(seconds))
      text += label.padded(to: scale.cellsPerTick)
    }
    return text
  }

  private func lane(of party: Party, in cells: Range<Int>, of picture: Timeline) -> String {
    let whole = picture.scale.cell.ticks
    return text(
      cells.map { cell in
        let spoken = picture.speech[party][cell]
        let unheard = picture.unheard[party][cell]
        if unheard > spoken { return glyphs.unheard }
        return glyphs.level(Double(spoken) / Double(whole))
      })
  }

  private func shared(_ cell: Int, in picture: Timeline) -> Unicode.Scalar {
    // Nearly every long cell has some overlap; a fiftieth is worth a sign.
    if picture.overlap[cell] * 50 > picture.scale.cell.ticks { return glyphs.overlap }
    return picture.deadAir[cell] * 2 > picture.scale.cell.ticks ? glyphs.deadAir : " "
  }

  private func marks(of party: Party, in cells: Range<Int>, of picture: Timeline) -> String? {
    let marks = cells.map { picture.marks[party][$0].map { glyphs.sign($0) } ?? " " }
    guard marks.contains(where: { $0 != " " }) else { return nil }
    return row("", text(marks), Ink(party))
  }

  private func text(_ cells: [Unicode.Scalar]) -> String {
    String(String.UnicodeScalarView(cells))
  }

  private func legend(of picture: Timeline) -> [String] {
    var entries = ["one column is \(span(picture.scale.cell))"]
    if picture.overlap.contains(where: { $0 > 0 }) {
      entries.append("\(glyphs.overlap) both speak")
    }
    if !record.deadAir.isEmpty { entries.append("\(glyphs.deadAir) dead air") }
    if !record.unknown.isEmpty { entries.append("\(glyphs.unheard) not heard") }
    if picture.scale.cell >= SampleTime(seconds: 10) {
      entries.append("each column shows its strongest sign")
    }
    let seen = Set((picture.marks.agent + picture.marks.customer).compactMap(\.self))
    for mark in TimelineMark.allCases.reversed() where seen.contains(mark) {
      entries.append("\(glyphs.sign(mark)) \(mark.words)")
    }
    return [String].wrapping(entries, to: style.width - 2, gap: 3).map {
      "  " + style.paint($0, .quiet)
    }
  }

  private func span(_ cell: SampleTime) -> String {
    let seconds = cell.seconds
    if seconds < 1 { return FigureText.decimal(seconds, places: 1) + " s" }
    return seconds < 60 ? "\(Int(seconds)) s" : "\(Int(seconds) / 60) min"
  }
}
