import Conversation

/// What the agent has done with words in the call under way.
struct SpokenActs: Equatable, Sendable {
  private(set) var questions = 0
  /// The questions that are surely open; at least so many.
  private(set) var openQuestions = 0
  private(set) var playbacks = 0
  private(set) var cuts = 0

  /// Counts what words have made known, and returns the line that it is worth in the list of events.
  mutating func add(_ event: WordEvent) -> String? {
    guard event.party == .agent else { return nil }
    switch event {
    case .question(_, _, let isOpen, _, _):
      questions += 1
      openQuestions += isOpen ? 1 : 0
      return isOpen ? "agent asks openly" : nil
    case .playback:
      playbacks += 1
      return "agent may be playing back"
    case .cutInPause:
      cuts += 1
      return "agent begins in the customer's open sentence"
    case .utterance, .phrase: return nil
    }
  }
}
