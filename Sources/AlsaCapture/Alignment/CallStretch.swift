public import Conversation

/// A stretch of both parties' stream in which each is either heard or unknown throughout.
public struct CallStretch: Equatable, Sendable {
  /// The length in samples of the engine's rate, the same for both parties.
  public var samples: Int
  /// Why a party is unknown; nil for one that is heard.
  public var unknown: PartyPair<UnknownReason?>

  /// Creates a stretch.
  public init(samples: Int, unknown: PartyPair<UnknownReason?>) {
    self.samples = samples
    self.unknown = unknown
  }

  /// Whether both parties are heard.
  public var isKnown: Bool { unknown.agent == nil && unknown.customer == nil }

  /// Which parties are unknown.
  public var missing: PartyPair<Bool> {
    PartyPair(agent: unknown.agent != nil, customer: unknown.customer != nil)
  }

  /// The reason to give for the stretch: the agent's where both are unknown; nil where both are heard.
  public var reason: UnknownReason? { unknown.agent ?? unknown.customer }
}
