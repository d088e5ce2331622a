/// Why a party's audio is missing from a stretch of the stream.
public enum UnknownReason: String, CaseIterable, Hashable, Sendable {
  /// The device had to drop samples because they were not read in time.
  case overrun
  /// The device delivered nothing for a while.
  case stall
  /// The device is gone.
  case lost
  /// The device was unplugged.
  case unplugged
  /// The sound server has moved the stream to a device that is not the party's.
  case moved
  /// Reading failed.
  case ioError = "io_error"
  /// The machine slept.
  case suspended
  /// The user paused.
  case paused
  /// The recording is damaged, and cannot be decoded there.
  case damaged
}
