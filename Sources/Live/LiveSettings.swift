public import Conversation
public import Listening
public import VoiceActivity

/// How a live call is heard; every value has a default.
public struct LiveSettings: Sendable {
  /// The thresholds.
  public var configuration: Configuration
  /// The kernels that the detector runs on.
  public var kernels: KernelSet
  /// How much audio passes between two `status` items, in steps of `ListeningSession.lookInterval`;
  /// nil for none.
  public var statusInterval: SampleTime?
  /// The length of audio after which the call is ended; nil for none.
  public var duration: SampleTime?
  /// What writes the audio to a file; nil where nothing is kept of it.
  public var recorder: CallRecorder?
  /// What the caller knows of what is heard.
  public var identity: CallIdentity
  /// What brings the call's words; nil where there are none.
  public var words: LiveWords?
  /// The items that may wait for the reader; a call has some ten a second at most.
  public var queueCapacity: Int

  /// Creates settings.
  public init(
    configuration: Configuration = Configuration(), kernels: KernelSet = .best,
    statusInterval: SampleTime? = nil, duration: SampleTime? = nil, recorder: CallRecorder? = nil,
    identity: CallIdentity = CallIdentity(), words: LiveWords? = nil, queueCapacity: Int = 1024
  ) {
    self.words = words
    self.configuration = configuration
    self.kernels = kernels
    self.statusInterval = statusInterval
    self.duration = duration
    self.recorder = recorder
    self.identity = identity
    self.queueCapacity = max(2, queueCapacity)
  }
}
