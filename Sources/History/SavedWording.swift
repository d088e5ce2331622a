/// The words of a call as its result has them; other fields are passed over.
struct SavedWording: Decodable {
  struct Agent: Decodable {
    var questions: Int?
    var openQuestionsAtLeast: Int?
    var possiblePlaybacks: Int?
  }

  var refused: String?
  var agent: Agent?

  /// What was counted; nil where words were refused, or of a language that the rules are not for.
  var words: AgentWords? {
    guard refused == nil, let agent, let questions = agent.questions else { return nil }
    var words = AgentWords()
    words.questions = questions
    words.openQuestions = agent.openQuestionsAtLeast ?? 0
    words.playbacks = agent.possiblePlaybacks ?? 0
    let counts = [words.questions, words.openQuestions, words.playbacks]
    return counts.allSatisfy { (0...1_000_000_000).contains($0) } ? words : nil
  }
}
