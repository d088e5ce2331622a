import Conversation
import Wording

extension TextReport {
  /// More moments than these are left to the events CSV.
  private static let mostMoments = 20

  /// What words tell; nothing without words.
  var words: [String] {
    guard let wording = summary.wording else { return [] }
    guard wording.refusal == nil else { return ["", title("Words")] + quiet(remarks(wording)) }
    let moments = call.wordMoments()
    return ["", title("Words")] + call.wordMeasures(wording, missing: glyphs.missing).map(row)
      + moments.prefix(Self.mostMoments).flatMap(lines) + quiet(remarks(wording))
  }

  private func remarks(_ wording: CallWording) -> String {
    call.wordRemarks(wording).joined(separator: " ").printable
  }

  private func lines(of moment: (time: SampleTime, text: String)) -> [String] {
    let indent = 11
    return moment.text.wrapped(to: style.textWidth - indent).enumerated().map { index, line in
      index == 0
        ? FigureText.clock(moment.time).aligned(right: 9) + "  " + line
        : String(repeating: " ", count: indent) + line
    }
  }
}
