/// What the trainee said, for the drills that need words.
public struct TraineeWords: Sendable {
  /// All that was said, word for word, in lower case.
  public var spoken: [String]
  /// The questions that leave the answer open.
  public var openQuestions: Int
  /// All questions.
  public var questions: Int

  /// Takes the text of all that was said, and its questions.
  public init(text: String, openQuestions: Int, questions: Int) {
    spoken = StoryFact.words(of: text)
    self.openQuestions = openQuestions
    self.questions = questions
  }

  /// The scores of the drills that need words.
  func scores(facts: [Bool]) -> [DrillScore] {
    let said = facts.count { $0 }
    return [
      DrillScore(
        .asking, occasions: questions, credit: Double(openQuestions), good: openQuestions),
      DrillScore(.playback, occasions: facts.count, credit: Double(said), good: said),
    ]
  }
}
