/// What an onset over the other's speech is; every one has exactly one class.
public enum OnsetClass: String, CaseIterable, Hashable, Sendable {
  /// It claims the floor that the other holds.
  case interruption
  /// It encourages, and claims nothing.
  case backchannel
  /// A second and more of agreeing without taking the floor: listening, never a fault.
  case acknowledgement
  /// The other was ending anyway.
  case terminal
  /// The holder of the floor comes back to its own turn.
  case resumption
  /// Both began at once, or the holder came back too soon to hold back.
  case simultaneousStart = "simultaneous_start"
  /// None of these: given up at once, for instance.
  case other
}
