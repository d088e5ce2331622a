public import Conversation
import VoiceActivity

/// What in the input so far makes figures doubtful, judged while the stream goes on.
public struct InputDoubts: Equatable, Sendable {
  package static let withheldForSameAudio: Withheld = [.share, .overlap, .interruptions, .speech]

  /// Whether both channels carry the same audio.
  public var isSameAudio = false
  /// Whether a party's channel has so much of the other's voice that it hides its own.
  public var isLeakHeavy = PartyPair(repeating: false)

  /// Whether some of the other's voice counts as a party's speech.
  public var isLeakLeft = PartyPair(repeating: false)
  /// Whether a second, faint voice counts as a party's speech.
  public var hasFaintVoice = PartyPair(repeating: false)

  /// Whether the start was left out as an announcement though it was too long for one.
  public var isStartDoubtful = false

  /// Creates a judgement without doubts.
  public init() {}

  init(_ activity: inout VoiceActivity) {
    isSameAudio = activity.isSameAudio
    isStartDoubtful = activity.isAnnouncementDoubtful
    for party in Party.allCases {
      isLeakLeft[party] = activity.isLeakLeft(in: party)
      hasFaintVoice[party] = activity.hasFaintVoice(party)
      isLeakHeavy[party] = QualityLimits.isHeavyLeak(activity.leak(into: party)?.level)
    }
  }

  /// Measures with what can be said of them; the notes are left to the end of the stream.
  public func summary(of metrics: Metrics) -> Summary {
    let isNoisy = Party.allCases.contains { QualityLimits.isNoisy(metrics.parties[$0]) }
    return Summary(
      metrics: metrics,
      reliable: !isSameAudio && !isNoisy && !isLeakHeavy.agent && !isLeakHeavy.customer
        && !isLeakLeft.agent && !isLeakLeft.customer && !hasFaintVoice.agent
        && !hasFaintVoice.customer && !isStartDoubtful
        && !QualityLimits.isMuchUnknown(metrics),
      withheld: isSameAudio ? Self.withheldForSameAudio : [])
  }
}
