/// A capture device as it is listed: its name, and what it offers or why it cannot be opened.
public struct ListedDevice: Hashable, Sendable {
  /// The ALSA name, to be given to `--agent` or `--customer`.
  public var name: String
  /// What the system calls it, in one line; may be empty.
  public var description: String
  /// The channel counts on offer; nil where it could not be opened.
  public var channels: ClosedRange<Int>?
  /// The sample rates on offer in hertz; nil where it could not be opened.
  public var rates: ClosedRange<Int>?
  /// Why it could not be opened; nil where it could.
  public var problem: CaptureError?

  /// Whether there is such a device, even if another program has it now.
  public var exists: Bool {
    guard let problem else { return true }
    return problem.code == .busy
  }
}
