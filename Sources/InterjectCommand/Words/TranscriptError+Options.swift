import Conversation
import Interject

extension TranscriptError {
  /// The same fault where the options of transcripts can mend it.
  var withOptions: TranscriptError {
    var error = self
    switch code {
    case .unknownShape:
      let known = TranscriptFormat.allCases.map(\.rawValue).joined(separator: ", ")
      error.remedy = "name one of \(known) with --transcript-format, or convert it"
    case .noWords:
      error.remedy = "include the times of words, or name its format with --transcript-format"
    case .unknownParties:
      error.remedy =
        "give one for each party, with --agent-transcript and --customer-transcript"
    case .noSuchSpeaker: error.remedy = "with --transcript-agent, \(remedy)"
    case .swappedParties: error.remedy = "name the agent with --transcript-agent"
    case .empty, .notText, .damaged, .tooLarge, .notAligned: break
    }
    return error
  }
}
