import Conversation
import Pages
import Wording

extension CallPage {
  /// What words tell; nothing without words.
  func words(_ page: inout PageText) {
    guard let wording = call.summary.wording else { return }
    page.open("section", ["class": "long"])
    page.element("h2", "Words")
    if wording.refusal == nil {
      page.table(
        "Measures of words", head: ["measure", "agent", "customer"],
        rows: call.wordMeasures(wording, missing: "–").map { measure in
          [
            measure.isPart ? "\u{2003}" + measure.label : measure.label, measure.values.agent,
            measure.values.customer,
          ]
        }, numeric: [1, 2])
      let moments = call.wordMoments()
      if !moments.isEmpty {
        page.open("ul")
        for moment in moments {
          page.element("li", "\(FigureText.clock(moment.time)) \(moment.text)", ["dir": "auto"])
        }
        page.close("ul")
      }
    }
    page.element("p", call.wordRemarks(wording).joined(separator: " "), ["class": "quiet"])
    page.close("section")
  }
}
