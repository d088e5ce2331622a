import Conversation
import Wording

extension TextReport {
  var notes: [String] {
    ["", title("Notes")]
      + call.notes.flatMap { item in
        item.printable.wrapped(to: style.textWidth - 4).enumerated().map { index, line in
          (index == 0 ? "  - " : "    ") + line
        }
      }
  }
}

extension CallReport {
  /// The repairs of the input, the warnings, and whether the figures can be trusted.
  var notes: [String] {
    let warnings = record.warnings.map { warning in
      let whose = warning.party.map { "\($0.name): " } ?? ""
      return "\(FigureText.clock(warning.at)) \(whose)\(warning.code.words)"
    }
    let verdict =
      summary.reliable
      ? "The figures are reliable." : "The figures are not reliable for the reasons above."
    return summary.notes + warnings + [verdict]
  }
}
