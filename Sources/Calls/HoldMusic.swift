import Conversation
import VoiceActivity

/// The music on the customer's line and the rests in it, from which holds are known.
struct HoldMusic: Sendable {
  /// The music that has been heard before it is known as such.
  private static let knownAfter = SampleTime(seconds: 2)
  /// The rest that has been heard before it is known as one.
  private static let restKnownAfter = SampleTime(seconds: 0.8)

  /// Since when music has been known; nil without it.
  private var knownSince: SampleTime?
  /// The beginning of the rest under way.
  private(set) var restSince: SampleTime?
  private var lastRest: SampleTime?
  private var isPlaying = false

  /// Takes what the line carries now.
  mutating func follow(_ sound: LineSound, at now: SampleTime) {
    isPlaying = sound == .music
    switch sound {
    case .music: knownSince = knownSince ?? now
    case .rest: break
    case .other, .tone, .notes: knownSince = nil
    }
    lastRest = restSince
    restSince = sound == .rest ? restSince ?? now - Self.restKnownAfter : nil
  }

  /// The beginning of music that has been known for some time and plays on; nil where there is none.
  func start(afterPlaying length: SampleTime, at now: SampleTime) -> SampleTime? {
    guard isPlaying, let knownSince, now - knownSince >= length else { return nil }
    return knownSince - Self.knownAfter
  }

  /// Whether there is none any more.
  var isOver: Bool { knownSince == nil }

  /// When music that has just ended did so: with its last rest, or now.
  func end(at now: SampleTime) -> SampleTime { restSince ?? lastRest ?? now }

  /// Somebody is back although it has not ended.
  mutating func leave() { knownSince = nil }
}
