import Conversation
import Pages
import Wording

extension CallPage {
  /// What words tell; nothing without words.
  func words(_ page: inout PageText) {
    guard let wording = call.summary.wording else { return }
    page.element("h2", "Words")
    if wording.refusal == nil {
      page.table(
        "What words tell", head: ["", "agent", "customer"],
        rows: call.wordMeasures(wording, missing: "–").map {
          [$0.label, $0.values.agent, $0.values.customer]
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
  }
}
