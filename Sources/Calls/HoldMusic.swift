import Conversation
import VoiceActivity

/// The music on the customer's line and the rests in it, from which holds are known.
struct HoldMusic: Sendable {
  /// The music that has been heard before it is known as such.
  private static let knownAfter = SampleTime(seconds: 2)
  /// The rest that has been heard before it is known as one.
  private static let restKnownAfter = SampleTime(seconds: 0.8)

  private enum State {
    /// The line carries something else, or somebody is back although the music has not ended.
    case absent
    /// Music plays, known as such since a time.
    case playing(since: SampleTime)
    /// A rest is under way since a time; before it, music was known since another, or there was none.
    case resting(from: SampleTime, music: SampleTime?)
  }

  private var state = State.absent
  /// The beginning of the rest that was under way at the look before.
  private var lastRest: SampleTime?

  /// Since when music has been known; nil without it.
  private var knownSince: SampleTime? {
    switch state {
    case .absent: nil
    case .playing(let since): since
    case .resting(_, let music): music
    }
  }

  /// The beginning of the rest under way.
  var restSince: SampleTime? {
    if case .resting(let start, _) = state { start } else { nil }
  }

  /// Takes what the line carries now.
  mutating func follow(_ sound: LineSound, at now: SampleTime) {
    lastRest = restSince
    switch sound {
    case .music: state = .playing(since: knownSince ?? now)
    case .rest: state = .resting(from: restSince ?? now - Self.restKnownAfter, music: knownSince)
    case .other, .tone, .notes: state = .absent
    }
  }

  /// The beginning of music that has been known for some time and plays on; nil where there is none.
  func start(afterPlaying length: SampleTime, at now: SampleTime) -> SampleTime? {
    guard case .playing(let since) = state, now - since >= length else { return nil }
    return since - Self.knownAfter
  }

  /// Whether there is none any more.
  var isOver: Bool { knownSince == nil }

  /// When music that has just ended did so: with its last rest, or now.
  func end(at now: SampleTime) -> SampleTime { restSince ?? lastRest ?? now }

  /// Somebody is back although it has not ended.
  mutating func leave() { state = restSince.map { .resting(from: $0, music: nil) } ?? .absent }
}
