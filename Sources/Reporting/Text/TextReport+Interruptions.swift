import Conversation
import Wording

extension TextReport {
  /// A list longer than this hides what stands out; the events CSV has all of them.
  private static let mostListed = 40

  var interruptions: [String] {
    guard shows(.interruptions) else {
      return ["", title("Interruptions")] + quiet("Left out: the input is not good enough.")
    }
    let all = record.interruptions
    guard !all.isEmpty else {
      return ["", title("Interruptions"), "  none"] + retractions
    }
    let counts = Party.allCases.map { party in
      "\(all.count { $0.flag.party == party }) by the \(party.name)"
    }
    let heading = title("Interruptions".padded(to: 15)) + counts.joined(separator: ", ")
    return ["", heading, interruptionHeadings] + listed(all) + retractions
  }

  private func listed(_ all: [RecordedInterruption]) -> [String] {
    let most = TextReport.mostListed
    guard all.count > most else { return all.map(interruptionRow) }
    let chosen = all.sorted { $0.salience > $1.salience }.prefix(most)
      .sorted { $0.flag.start < $1.flag.start }
    let others = commands.map { "; \($0.events) lists all" } ?? ""
    return chosen.map(interruptionRow)
      + quiet("The \(most) of \(all.count) that stand out most\(others).")
  }

  private var retractions: [String] { call.retractionWords.map(quiet) ?? [] }

  private var interruptionHeadings: String {
    style.paint(
      interruptionRow(["at", "who", "whom", "outcome", "overlap", "salience"]), .quiet)
  }

  private func interruptionRow(_ interruption: RecordedInterruption) -> String {
    let flag = interruption.flag
    return interruptionRow([
      FigureText.clock(flag.start), flag.party.name, flag.party.other.name,
      interruption.outcomeWords,
      interruption.resolution.map { FigureText.seconds($0.overlap) } ?? glyphs.missing,
      FigureText.decimal(interruption.salience, places: 2),
    ])
  }

  private func interruptionRow(_ cells: [String]) -> String {
    cells[0].aligned(right: 9) + "  " + cells[1].padded(to: 9) + cells[2].padded(to: 9)
      + cells[3].padded(to: 14) + cells[4].aligned(right: 8) + cells[5].aligned(right: 9)
  }
}

extension CallReport {
  /// How many flags were withdrawn, and what they were instead; nil where none was.
  var retractionWords: String? {
    guard !record.retracted.isEmpty else { return nil }
    let reasons = RetractionReason.allCases.compactMap { reason -> String? in
      let count = record.retracted.count { $0.reason == reason }
      return count > 0 ? "\(reason.words): \(count)" : nil
    }
    let flags = FigureText.count(record.retracted.count, "flag")
    return "Taken back: \(flags) (\(reasons.joined(separator: "; ")))."
  }
}
