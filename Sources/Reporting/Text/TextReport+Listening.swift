import Conversation
import Wording

extension TextReport {
  /// The measures of both parties beside each other.
  var listening: [String] {
    let heading =
      title("Listening".padded(to: 32))
      + style.paint("agent".aligned(right: 14), .agent)
      + style.paint("customer".aligned(right: 14), .customer)
    return ["", heading] + call.measures(missing: glyphs.missing).map(row)
  }

  func row(_ measure: MeasureRow) -> String {
    let label = measure.isPart ? "  " + measure.label : measure.label
    return "  " + label.padded(to: 30) + measure.values.agent.aligned(right: 14)
      + measure.values.customer.aligned(right: 14)
  }
}
