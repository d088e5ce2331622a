public import Conversation

/// What the dashboard knows of one party at the moment.
public struct PartyStatus: Equatable, Sendable {
  /// The name of the device or channel that is heard.
  public var device: String
  /// How the device delivers.
  public var health: DeviceHealth = DeviceHealth()
  /// The level of the newest audio, in dBFS; nil for none.
  public internal(set) var level: Double?
  /// The beginning of the speech under way.
  public internal(set) var speakingSince: SampleTime?
  /// The beginning of the time in which the party is not heard.
  public internal(set) var unheardSince: SampleTime?
  /// The number of the interruption that this party is making.
  public internal(set) var interruption: Int?

  /// Creates the status of a party that has not been heard yet.
  public init(device: String = "") {
    self.device = device
  }
}
