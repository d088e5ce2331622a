/// When a live call begins and ends; lengths in seconds.
public struct CallSettings: Equatable, Sendable {
  /// The time within which both parties must have been heard for a call to begin.
  public var heardWithin: Double = 30
  /// The speech of each party that counts as having been heard: shorter ones are noises.
  public var heardFor: Double = 0.3
  /// The longest mutual silence between the first words of a call, and before its last ones.
  public var edgeGap: Double = 5
  /// The time without the customer's speech after which a still line ends the call.
  public var endsAfter: Double = 30
  /// The level of the customer's side below which the line is still, in dBFS.
  public var stillBelow: Double = -65
  /// The time that the line must be still.
  public var stillFor: Double = 5
  /// The agent's silence without which no call ends: a long explanation is a part of the call.
  public var agentSilentFor: Double = 10
  /// The time without the customer's speech after which a call ends whatever the line carries.
  public var endsAnyway: Double = 900
  /// The steady music on the customer's side that is a hold.
  public var musicFor: Double = 3

  /// Creates the default settings.
  public init() {}
}
