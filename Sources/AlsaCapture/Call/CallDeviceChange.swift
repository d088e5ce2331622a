public import Conversation

/// A change in what is known of a device.
public struct CallDeviceChange: Equatable, Sendable {
  /// What has become of the device.
  public enum State: Hashable, Sendable {
    /// It is gone, for a reason; it is being reopened.
    case lost(UnknownReason)
    /// It delivers again.
    case returned
    /// It delivers again, but in another format: another device may have taken its name.
    case changed
  }

  /// The parties that are heard through the device.
  public var parties: PartyPair<Bool>
  /// The ALSA name of the device.
  public var name: String
  /// What has become of it.
  public var state: State
}
