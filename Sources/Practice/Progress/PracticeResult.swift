import Conversation
public import FoundationEssentials

/// A practice as it is kept: what was practised when and what was counted, without sound or words.
public struct PracticeResult: Codable, Equatable, Sendable {
  /// A drill's count.
  public struct Score: Codable, Equatable, Sendable {
    /// The drill, by its name.
    public var drill: String
    /// The occasions that there were.
    public var occasions: Int
    /// Those that went entirely well.
    public var good: Int
    /// From 0 to 100; nil where there was no occasion.
    public var score: Double?
  }

  /// The version of this record.
  public var schema = 1
  /// When it began, as ISO 8601.
  public var started: String
  /// The name of the story.
  public var story: String
  /// How much patience it asked for.
  public var difficulty: String
  /// How long it was, in seconds.
  public var length: Double
  /// The drills.
  public var scores: [Score]

  /// Makes a record of a debrief.
  public init(_ debrief: Debrief, started: Date) {
    self.started = started.formatted(.iso8601)
    story = debrief.story
    difficulty = debrief.difficulty.rawValue
    length = debrief.length.seconds
    scores = debrief.scores.map {
      Score(
        drill: $0.drill.rawValue, occasions: $0.occasions, good: $0.good,
        score: $0.value.map { ($0 * 10).rounded() / 10 })
    }
  }

  /// The score of a drill; nil where there was none.
  public func value(of drill: Drill) -> Double? {
    scores.first { $0.drill == drill.rawValue }?.score
  }
}
