import Conversation
import Wording

extension TextReport {
  /// What to go on with and what to change, each with its moments, or why there is nothing.
  var guidance: [String] {
    if let absence = summary.guidanceAbsence {
      return ["", title("Guidance")] + quiet(absence)
    }
    let missing = [true, false].compactMap { summary.absence(ofStrengths: $0) }
    return ["", title("Guidance")]
      + summary.guidance.flatMap { line in
        let sign = line.rule.isStrength ? "  + " : "  > "
        return line.sentence().wrapped(to: style.textWidth - 4).enumerated().map { index, text in
          (index == 0 ? sign : "    ") + text
        }
      } + missing.flatMap { quiet($0) }
  }
}
