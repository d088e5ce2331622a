/// How a capture device is opened and watched; every value has a default that suits a headset.
public struct CaptureSettings: Hashable, Sendable {
  /// What happens to audio for which the ring between the threads has no room.
  public enum FullRing: Hashable, Sendable {
    /// The newest audio is dropped and counted as an overrun: right for every device with a clock.
    case dropNewest
    /// It stays in the device until there is room: right for a device that waits for its reader.
    case wait
  }

  /// The sample rate to ask for in hertz; nil takes the device's own, 48 kHz where it can choose.
  public var rate: Int?
  /// The lengths of a period that can be asked for, in milliseconds.
  public static let possiblePeriods: ClosedRange<Int> = 1...200

  /// The wanted length of a period in milliseconds: how often the capture thread wakes.
  public var periodMilliseconds: Int
  /// The wanted length of the device's buffer in milliseconds: what may pass before audio is lost.
  public var bufferMilliseconds: Int
  /// The length of the ring between the capture thread and its reader in milliseconds.
  public var ringMilliseconds: Int
  /// What happens when the reader is late by more than the ring.
  public var fullRing: FullRing
  /// How long a device may deliver nothing before its time counts as unknown, in milliseconds.
  public var stallMilliseconds: Int
  /// How long a device may deliver nothing before it is reopened, in milliseconds.
  public var stallReopenMilliseconds: Int
  /// The waits before reopening a lost device, in milliseconds: the first; doubled up to the last.
  public var reopenMilliseconds: ClosedRange<Int>
  /// The SCHED_FIFO priority to ask for; nil asks for none.
  public var realtimePriority: Int?
  /// The ALSA configuration file to use in place of the system's; nil uses the system's.
  public var configurationFile: String?

  /// Creates settings; what is not named takes its default.
  public init(
    rate: Int? = nil, periodMilliseconds: Int = 10, bufferMilliseconds: Int = 300,
    ringMilliseconds: Int = 2000, fullRing: FullRing = .dropNewest, stallMilliseconds: Int = 500,
    stallReopenMilliseconds: Int = 5000, reopenMilliseconds: ClosedRange<Int> = 100...2000,
    realtimePriority: Int? = 10, configurationFile: String? = nil
  ) {
    self.rate = rate
    self.periodMilliseconds = periodMilliseconds
    self.bufferMilliseconds = bufferMilliseconds
    self.ringMilliseconds = ringMilliseconds
    self.fullRing = fullRing
    self.stallMilliseconds = stallMilliseconds
    self.stallReopenMilliseconds = stallReopenMilliseconds
    self.reopenMilliseconds = reopenMilliseconds
    self.realtimePriority = realtimePriority
    self.configurationFile = configurationFile
  }
}
