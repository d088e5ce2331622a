public import Conversation

/// What a practice comes to: scores, and the moments that they are made of.
public struct Debrief: Sendable {
  /// The title of the story.
  public let title: String
  /// The name of the story.
  public let story: String
  /// How much patience it asked for.
  public let difficulty: StoryDifficulty
  /// How long the practice was.
  public let length: SampleTime
  /// A score for each drill, in their order; those that need words only where there are any.
  public let scores: [DrillScore]
  /// What happened, in order.
  public let moments: [PracticeMoment]
  /// The facts of the story, and whether they were said back; empty without words.
  public let facts: [(text: String, isSaid: Bool)]
  /// What makes the figures doubtful.
  public let notes: [String]

  /// Sums up a practice; `words` are the trainee's, nil where they are not known.
  public init(
    _ record: PracticeRecord, of story: Story, difficulty: StoryDifficulty, length: SampleTime,
    words: TraineeWords? = nil, notes: [String] = []
  ) {
    title = story.title
    self.story = story.name
    self.difficulty = difficulty
    self.length = length
    self.notes = notes
    facts =
      words.map { words in
        story.facts.map { (text: $0.text, isSaid: $0.isSaid(in: words.spoken)) }
      } ?? []
    var scores = record.scores()
    if let words { scores += words.scores(facts: facts.map(\.isSaid)) }
    self.scores = scores
    moments = DebriefMoments(record, story).all
  }
}
