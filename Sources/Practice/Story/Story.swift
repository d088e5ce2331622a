import Conversation

/// What a played customer tells: pieces with pauses between them, and what it says to the listener's ways.
///
/// All of it is in one recording, of which each line has a stretch.
public struct Story: Sendable {
  /// The name to call it by, such as `late-parcel`, or the file.
  public var name: String
  /// The title, for people.
  public var title: String
  /// What the trainee should know before the customer speaks; may be empty.
  public var opening: String
  /// The pieces, in the order in which the customer tells them.
  public var pieces: [StoryPiece]
  /// What the customer says once it has been interrupted, before it picks up again; nil for nothing.
  public var whenInterrupted: StoryLine?
  /// What it asks after a long silence; nil for nothing.
  public var whenSilent: StoryLine?
  /// What can be said back.
  public var facts: [StoryFact]
  /// The recording that the lines are stretches of, at 16 kHz, in [-1, 1].
  public var samples: [Float]

  /// Creates a story.
  public init(
    name: String, title: String, opening: String = "", pieces: [StoryPiece],
    whenInterrupted: StoryLine? = nil, whenSilent: StoryLine? = nil, facts: [StoryFact] = [],
    samples: [Float] = []
  ) {
    self.name = name
    self.title = title
    self.opening = opening
    self.pieces = pieces
    self.whenInterrupted = whenInterrupted
    self.whenSilent = whenSilent
    self.facts = facts
    self.samples = samples
  }

  /// The first piece at a difficulty, from an index on; nil where none is left.
  func piece(from index: Int, at difficulty: StoryDifficulty) -> Int? {
    pieces.indices.first { $0 >= index && pieces[$0].level <= difficulty }
  }
}
