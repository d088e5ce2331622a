import Conversation
import Wording

extension XMLText {
  /// What words tell; nothing without words.
  mutating func words(_ call: CallReport) {
    guard let wording = call.summary.wording else { return }
    element("h2", "Words")
    if wording.refusal == nil {
      open("table")
      open("tr")
      for heading in ["", "agent", "customer"] { element("th", heading) }
      close("tr")
      for measure in call.wordMeasures(wording, missing: "–") {
        open("tr")
        element("th", measure.label, measure.isPart ? [("class", "part")] : [])
        element("td", measure.values.agent)
        element("td", measure.values.customer)
        close("tr")
      }
      close("table")
      let moments = call.wordMoments()
      if !moments.isEmpty {
        open("ul")
        for moment in moments {
          element("li", "\(FigureText.clock(moment.time)) \(moment.text)", [("dir", "auto")])
        }
        close("ul")
      }
    }
    element("p", call.wordRemarks(wording).joined(separator: " "), [("class", "quiet")])
  }
}
