public import Conversation

/// How a party's device has delivered since the session began.
public struct DeviceHealth: Equatable, Sendable {
  /// Whether the device is gone at the moment.
  public var isLost: Bool = false
  /// How often samples were dropped because nobody fetched them in time; counted from events.
  public var overruns: Int = 0
  /// The time in which the party was not heard, without pauses of the user; counted from events.
  public var unknown: SampleTime = .zero
  /// The time from sound to its processing: the device's period and buffer; nil where unknown.
  public var delay: SampleTime?

  /// Creates the health of a device without a fault.
  public init() {}

  /// Whether nothing has been lost.
  var isSound: Bool { !isLost && overruns == 0 && unknown == .zero }
}
