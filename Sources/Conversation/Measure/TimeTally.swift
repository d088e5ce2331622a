/// How the time of a stream divides; talk of one party counts only while the other is heard, too.
///
/// So the parts add up: `talk.agent + talk.customer - overlap + silence + unknown` is all of it.
public struct TimeTally: Equatable, Sendable {
  /// The time that each party spoke.
  public private(set) var talk: PartyPair<SampleTime> = PartyPair(repeating: .zero)
  /// The time that both spoke.
  public private(set) var overlap: SampleTime = .zero
  /// The time that neither spoke and both were heard.
  public private(set) var silence: SampleTime = .zero
  /// The time that at least one was not heard.
  public private(set) var unknown: SampleTime = .zero
  /// Creates the division of no time.
  public init() {}
  /// Adds the division of another time.
  public mutating func add(_ other: TimeTally) {
    for party in Party.allCases { talk[party] += other.talk[party] }
    overlap += other.overlap
    silence += other.silence
    unknown += other.unknown
  }
  /// Counts a time in which the parties did the same throughout.
  public mutating func add(_ states: PartyPair<FrameState>, for length: SampleTime) {
    if states.agent == .unknown || states.customer == .unknown {
      unknown += length
      return
    }
    for party in Party.allCases where states[party] == .speaking { talk[party] += length }
    if states.agent == .speaking, states.customer == .speaking { overlap += length }
    if states.agent == .silent, states.customer == .silent { silence += length }
  }
}
