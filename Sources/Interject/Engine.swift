public import Conversation

/// Turns the audio of both parties into conversation events; the same for a file and a device.
///
/// Any chunking of the same audio gives the same events, bit for bit.
public struct Engine: ~Copyable {
  /// The rate of the samples that `process` takes.
  public let rate: EngineRate

  /// Creates an engine for audio at a rate.
  public init(configuration: Configuration, rate: EngineRate) {
    self.rate = rate
  }

  /// The measures so far.
  public var metrics: Metrics { Metrics() }

  /// The end of the stream's summary; complete after `finish`.
  public var summary: Summary { Summary(metrics: metrics, reliable: true) }

  /// Takes the next samples of both parties, in [-1, 1] and equally many, and emits what they cause.
  public mutating func process(
    agent: Span<Float>, customer: Span<Float>, emit: (Event) -> Void
  ) {}

  /// Takes a stretch in which the given parties were not heard, `samples` long at the engine's rate.
  ///
  /// A party that was heard meanwhile counts as silent in it.
  public mutating func skip(
    samples: Int, unknown: PartyPair<Bool>, reason: UnknownReason, emit: (Event) -> Void
  ) {}

  /// Ends the stream: closes what is open and emits it.
  public mutating func finish(emit: (Event) -> Void) {}
}
