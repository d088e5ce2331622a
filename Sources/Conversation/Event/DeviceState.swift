/// A change in the state of a device during a live call.
public enum DeviceState: String, CaseIterable, Hashable, Sendable {
  /// It is gone; the program waits for it to return.
  case lost
  /// It delivers again.
  case returned
  /// It delivers again in another format: another device may have taken its place.
  case changed
  /// The sound server has moved its stream to the device that is named.
  case moved
}
