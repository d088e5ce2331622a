import Conversation
import Wording

extension RecordedInterruption {
  /// What came of it, in at most 14 columns.
  var outcomeWords: String {
    if resolution?.agreement != nil { return "agreement?" }
    return resolution?.outcome.words ?? "under way"
  }
}
