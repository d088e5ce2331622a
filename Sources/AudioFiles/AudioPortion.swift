public import Conversation

/// What one read brought: equally many samples for both parties.
public struct AudioPortion: Equatable, Sendable {
  /// The samples, at the engine's rate; 0 at the end.
  public let samples: Int
  /// Why a party has no audio in this portion, whose samples are zeros then; nil where it has.
  ///
  /// A file that begins later or ends earlier than the other says nothing about its party, and a
  /// damaged one nothing about the stretch that cannot be decoded: such a stretch is unknown, not
  /// silence. It is the same for the whole of a portion.
  public let unknown: PartyPair<UnknownReason?>

  /// Whether the recording is over.
  public var isEnd: Bool { samples == 0 }
}
