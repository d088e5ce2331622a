import Conversation
import Wording

extension TextReport {
  /// The parts of the report that figures alone allow: no moments, no timeline, no advice.
  public var figureLines: [String] {
    guard length > .zero, shows(.speech) else {
      return quiet("The input is not good enough for any figures.")
    }
    return talk + listening + findings
  }
}
