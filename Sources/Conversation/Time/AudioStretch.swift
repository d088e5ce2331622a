/// A stretch of both parties' audio, from a file or a device, in which each is heard or unknown throughout.
///
/// Its samples lie beside it, equally many for both parties; those of an unknown party are zeros. A
/// recording that begins later or ends earlier than the other says nothing about its party, and a
/// damaged one nothing about what cannot be decoded: that is unknown, not silence.
public struct AudioStretch: Equatable, Sendable {
  /// The length in samples at the engine's rate; 0 at the end of a recording.
  public var samples: Int
  /// Why a party is unknown; nil for one that is heard.
  public var unknown: PartyPair<UnknownReason?>

  /// Creates a stretch; both parties are heard unless said otherwise.
  public init(samples: Int, unknown: PartyPair<UnknownReason?> = PartyPair(repeating: nil)) {
    self.samples = samples
    self.unknown = unknown
  }

  /// Whether the recording is over.
  public var isEnd: Bool { samples == 0 }

  /// Whether both parties are heard.
  public var isKnown: Bool { unknown.agent == nil && unknown.customer == nil }
}
