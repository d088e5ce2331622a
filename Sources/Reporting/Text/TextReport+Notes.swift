import Conversation

extension TextReport {
  var notes: [String] {
    var items = summary.notes
    items += record.warnings.map { warning in
      let whose = warning.party.map { "\($0.name): " } ?? ""
      return "\(FigureText.clock(warning.at)) \(whose)\(warning.code.words)"
    }
    items.append(
      summary.reliable
        ? "The figures are reliable." : "The figures are not reliable for the reasons above.")
    return ["", title("Notes")]
      + items.flatMap { item in
        item.wrapped(to: style.textWidth - 4).enumerated().map { index, line in
          (index == 0 ? "  - " : "    ") + line
        }
      }
  }
}
