/// The holder of the floor comes back to its own turn over what the other began in its pause.
///
/// It counts against nobody.
public struct Resumption: Equatable, Sendable {
  /// The holder.
  public var party: Party
  /// When it came back.
  public var start: SampleTime
  /// When the other had begun.
  public var overStart: SampleTime
  /// Whether the other said more than a backchannel: whose turn it was then needs words.
  public var isContested: Bool

  /// Creates a resumption.
  public init(party: Party, start: SampleTime, overStart: SampleTime, isContested: Bool) {
    self.party = party
    self.start = start
    self.overStart = overStart
    self.isContested = isContested
  }

  /// How long the other had been audible.
  public var lead: SampleTime { start - overStart }
}
