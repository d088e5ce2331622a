public import Conversation
import VoiceActivity

/// What of the input so far makes figures doubtful, judged while the stream still goes on.
public struct InputDoubts: Equatable, Sendable {
  package static let withheldForSameAudio: Withheld = [.share, .overlap, .interruptions, .speech]

  /// Whether both channels carry the same audio.
  public var isSameAudio = false
  /// Whether a party's channel has so much of the other's voice that it hides its own.
  public var isLeakHeavy = PartyPair(repeating: false)

  /// Creates a judgement without a doubt.
  public init() {}

  init(_ activity: borrowing VoiceActivity) {
    isSameAudio = activity.isSameAudio
    for party in Party.allCases {
      isLeakHeavy[party] = QualityLimits.isHeavyLeak(activity.leak(into: party)?.level)
    }
  }

  /// Measures with what can be said of them; the notes are left to the end of the stream.
  public func summary(of metrics: Metrics) -> Summary {
    let isNoisy = Party.allCases.contains { QualityLimits.isNoisy(metrics.parties[$0]) }
    return Summary(
      metrics: metrics,
      reliable: !isSameAudio && !isLeakHeavy.agent && !isLeakHeavy.customer && !isNoisy
        && !QualityLimits.isMuchUnknown(metrics),
      withheld: isSameAudio ? Self.withheldForSameAudio : [])
  }
}
