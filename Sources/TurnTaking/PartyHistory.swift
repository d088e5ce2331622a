import Conversation

/// What is known of one party's segments at the newest frame.
struct PartyHistory {
  /// The start of the confirmed segment under way, or else of the last one.
  private(set) var segmentStart: Int?
  /// The end of the segment before it, or of the time not heard before it.
  private(set) var previousEnd: Int?
  /// The end of the last frame known to belong to a confirmed segment.
  private(set) var lastActive = 0
  /// Whether a confirmed segment is under way.
  private(set) var isSpeaking = false
  /// The end of the last frame that was not heard.
  private(set) var unheardEnd: Int?
  /// The time up to which everything is known.
  private(set) var known = 0

  /// Takes what became known with a frame.
  mutating func update(_ activity: PartyActivity) {
    if case .confirmed(let start) = activity.edge {
      if segmentStart != nil { previousEnd = lastActive }
      if let unheardEnd { previousEnd = max(previousEnd ?? 0, unheardEnd) }
      segmentStart = start.frames
    }
    isSpeaking = activity.isSpeaking
    if isSpeaking { lastActive = activity.lastActive.frames }
    known = activity.known.frames
    if !activity.isHeard { unheardEnd = known }
  }

  /// What the party does, as it looks at the newest frame.
  var state: FrameState {
    if unheardEnd == known { return .unknown }
    return isSpeaking ? .speaking : .silent
  }

  /// The silence heard before the newest segment; nil where it reaches back to the beginning.
  var silenceBefore: Int? {
    guard let segmentStart, let previousEnd else { return nil }
    return segmentStart - previousEnd
  }
}
