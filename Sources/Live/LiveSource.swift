public import Conversation

/// Where a live call is heard: a recording played in its time, or devices.
///
/// A source is used from one thread, the engine's. Both parties have equally many samples at `rate`.
public protocol LiveSource: ~Copyable {
  /// The rate of the samples.
  var rate: EngineRate { get }
  /// What is heard, for the first line of the stream; the settings are added to it.
  var session: Session { get }
  /// The time from a sound to its delivery, as far as the source has a part in it; nil for none.
  var delays: PartyPair<SampleTime?> { get }
  /// Whether the audio waits for its reader, as that of a recording without pacing does.
  var waits: Bool { get }
  /// Whether it is a recording, of which figures are given although no call was found.
  var isRecording: Bool { get }
  /// Ends a wait of `next` for what may never come, from any thread.
  var stopWaiting: @Sendable () -> Void { get }
  /// The agent's samples of the latest block, from the front; zeros where unknown.
  var agent: [Float] { get }
  /// The customer's samples of the latest block, from the front; zeros where unknown.
  var customer: [Float] { get }

  /// Waits for the next piece, but hardly longer than some milliseconds.
  mutating func next(milliseconds: Int) -> LiveStep

  /// What is to be said at the end of how well it was heard; `stopped` before the source had ended.
  mutating func remarks(stopped: Bool) -> [LiveRemark]
}

extension LiveSource where Self: ~Copyable {
  /// No delay that is known.
  public var delays: PartyPair<SampleTime?> { PartyPair(repeating: nil) }
  /// It is none.
  public var isRecording: Bool { false }
  /// Nothing, since `next` does not wait for long.
  public var stopWaiting: @Sendable () -> Void { {} }
}
