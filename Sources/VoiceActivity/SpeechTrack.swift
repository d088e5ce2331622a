import CKernels
public import Conversation

/// The speech probabilities to write out or plot: smooth, and never sure of what a leak explains.
///
/// Log odds are averaged over 50 ms before and after a frame. What the other's voice explains takes 6
/// from them at most, while decisions take all: where both speak, a plot has to show what was heard.
public struct SpeechTrack: Sendable {
  /// The frames on both sides of one that its probability is averaged over.
  public static let reach: Int = 5
  /// What a frame that the other's voice explains loses of its log odds.
  private static let most = 6.0

  private var recent = PartyPair(repeating: InlineArray<11, Double>(repeating: 0))
  private var frames = 0

  /// Creates a track of no frames.
  public init() {}

  /// Takes the evidence of the next frame; tells the probabilities of the one `reach` before it.
  public mutating func add(
    _ evidence: PartyPair<SpeechEvidence>, tell: (Int, PartyPair<Double>) -> Void
  ) {
    let place = frames % recent.agent.count
    for party in Party.allCases {
      let found = evidence[party]
      recent[party][place] = ij_log_odds(found.heard) - Self.most * (1 - found.own)
    }
    frames += 1
    if frames > Self.reach { tell(frames - 1 - Self.reach, mean(around: frames - 1 - Self.reach)) }
  }

  /// Tells the probabilities of the last frames, at the end of the stream.
  public func finish(tell: (Int, PartyPair<Double>) -> Void) {
    for frame in max(0, frames - Self.reach)..<frames { tell(frame, mean(around: frame)) }
  }

  private func mean(around frame: Int) -> PartyPair<Double> {
    let first = max(0, frame - Self.reach)
    let last = min(frames - 1, frame + Self.reach)
    var means = PartyPair(repeating: 0.0)
    for party in Party.allCases {
      var sum = 0.0
      for near in first...last { sum += recent[party][near % recent[party].count] }
      means[party] = ij_probability(sum / Double(last - first + 1))
    }
    return means
  }
}
