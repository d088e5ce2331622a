import Conversation

/// How much patience a story asks for.
public enum StoryDifficulty: String, CaseIterable, Comparable, Sendable {
  /// Short pauses, and no hesitation.
  case easy
  /// Pauses as they are written.
  case medium
  /// Long pauses, hesitations, and all that can be told.
  case hard

  /// Tells whether one asks for less than another.
  public static func < (left: StoryDifficulty, right: StoryDifficulty) -> Bool {
    left.rank < right.rank
  }

  /// A pause in a sentence, as long as this difficulty makes it: half, as it is, and half as long again.
  ///
  /// The longest is 2 s, after which even patient listeners take a story to be over.
  func pause(_ written: SampleTime) -> SampleTime {
    switch self {
    case .easy: SampleTime(ticks: written.ticks / 2)
    case .medium: written
    case .hard: max(written, min(SampleTime(ticks: written.ticks * 3 / 2), SampleTime(seconds: 2)))
    }
  }

  private var rank: Int {
    switch self {
    case .easy: 0
    case .medium: 1
    case .hard: 2
    }
  }
}
