public import Conversation

/// What one read brought: equally many samples for both parties.
public struct AudioPortion: Equatable, Sendable {
  /// The samples, at the engine's rate; 0 at the end.
  public let samples: Int
  /// The parties that have no audio in this portion; their samples are zeros.
  ///
  /// A file that begins later or ends earlier than the other says nothing about its party, so such
  /// a stretch is unknown, not silence. It is the same for the whole of a portion.
  public let unknown: PartyPair<Bool>

  /// Whether the recording is over.
  public var isEnd: Bool { samples == 0 }
}
