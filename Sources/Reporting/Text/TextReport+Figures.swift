import Conversation
import Wording

extension TextReport {
  /// The parts of the report that figures alone allow: no moments, no timeline, no advice.
  public var figureLines: [String] {
    guard length > .zero, shows(.speech) else {
      return quiet("The input allowed no figures.")
    }
    return talk + listening + findings
  }
}
