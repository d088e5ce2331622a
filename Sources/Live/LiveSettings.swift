public import Conversation
public import Listening
public import VoiceActivity

/// How a live call is heard; every value has a default.
public struct LiveSettings: Sendable {
  /// The thresholds.
  public var configuration: Configuration
  /// The kernels that the detector runs on.
  public var kernels: KernelSet
  /// Whether calls are found in the stream and measured each; otherwise all of it is one.
  public var followsCalls: Bool
  /// How much audio passes between two `status` items; nil for none, or for those that calls need.
  public var statusInterval: SampleTime?
  /// The audio after which the call is ended; nil for none.
  public var duration: SampleTime?
  /// What writes the audio to a file; nil where nothing is kept of it.
  public var recorder: CallRecorder?
  /// What the caller knows of what is heard.
  public var identity: CallIdentity
  /// The items that may wait for the reader; a call has some ten a second at most.
  public var queueCapacity: Int

  /// Creates settings.
  public init(
    configuration: Configuration = Configuration(), kernels: KernelSet = .best,
    followsCalls: Bool = false, statusInterval: SampleTime? = nil,
    duration: SampleTime? = nil, recorder: CallRecorder? = nil,
    identity: CallIdentity = CallIdentity(), queueCapacity: Int = 1024
  ) {
    self.configuration = configuration
    self.kernels = kernels
    self.followsCalls = followsCalls
    self.statusInterval = statusInterval ?? (followsCalls ? SampleTime(seconds: 0.25) : nil)
    self.duration = duration
    self.recorder = recorder
    self.identity = identity
    self.queueCapacity = max(2, queueCapacity)
  }
}
