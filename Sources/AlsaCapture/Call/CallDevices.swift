/// The devices that hear the two parties.
public enum CallDevices: Hashable, Sendable {
  /// On two channels of one device, the agent's first: one clock, nothing to align.
  case oneDevice(CaptureRequest)
  /// On two devices, the first channel asked for of each.
  case twoDevices(agent: CaptureRequest, customer: CaptureRequest)
}
