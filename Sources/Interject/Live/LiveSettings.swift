public import Conversation
public import VoiceActivity

/// How a live call is heard; every value has a default.
public struct LiveSettings: Sendable {
  /// The thresholds.
  public var configuration: Configuration
  /// The kernels that the detector runs on.
  public var kernels: KernelSet
  /// How much audio passes between two `status` items; nil for none.
  public var statusInterval: SampleTime?
  /// The audio after which the call is ended; nil for none.
  public var duration: SampleTime?
  /// The items that may wait for the reader; a call has some ten a second at most.
  public var queueCapacity: Int

  /// Creates settings.
  public init(
    configuration: Configuration = Configuration(), kernels: KernelSet = .best,
    statusInterval: SampleTime? = nil, duration: SampleTime? = nil, queueCapacity: Int = 1024
  ) {
    self.configuration = configuration
    self.kernels = kernels
    self.statusInterval = statusInterval
    self.duration = duration
    self.queueCapacity = max(2, queueCapacity)
  }
}
