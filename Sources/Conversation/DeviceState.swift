/// What has become of a device during a live call.
public enum DeviceState: String, CaseIterable, Hashable, Sendable {
  /// It is gone; it is looked for.
  case lost
  /// It delivers again.
  case returned
  /// Another device has taken its place.
  case changed
}
