/// Where the two parties are heard.
public enum CallSource: Hashable, Sendable {
  /// On two channels of one device, the agent's first: one clock, nothing to align.
  case oneDevice(CaptureRequest)
  /// On two devices, the first channel asked for of each.
  case twoDevices(agent: CaptureRequest, customer: CaptureRequest)
}
