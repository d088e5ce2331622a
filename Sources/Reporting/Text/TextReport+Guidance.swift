import Conversation
import Wording

extension TextReport {
  /// What to go on with and what to change, each with its moments; nothing on thin evidence.
  var guidance: [String] {
    guard !summary.guidance.isEmpty else { return [] }
    return ["", title("Guidance")]
      + summary.guidance.flatMap { line in
        let sign = line.rule.isStrength ? "  + " : "  > "
        return line.sentence().wrapped(to: style.textWidth - 4).enumerated().map { index, text in
          (index == 0 ? sign : "    ") + text
        }
      }
  }
}
