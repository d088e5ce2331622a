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
  /// The frames of confirmed speech so far, bridged pauses included.
  private(set) var talk = 0
  /// The frames for which no further speech has become known.
  private(set) var quiet = 0
  /// The frame from which the party is no longer muted; nil where it never was.
  var unmutedFrom: Int?
  private var recent = RecentSegments()
  private var loudness = SegmentLoudness()

  /// Takes what became known with a frame.
  mutating func update(_ activity: PartyActivity) {
    let activeBefore = lastActive
    if case .confirmed(let start) = activity.edge {
      if let segmentStart {
        previousEnd = lastActive
        recent.add(start: segmentStart, end: lastActive)
      }
      if let unheardEnd { previousEnd = max(previousEnd ?? 0, unheardEnd) }
      segmentStart = start.frames
      lastActive = start.frames
      loudness.begin()
    }
    isSpeaking = activity.isSpeaking
    let spoken = lastActive
    if isSpeaking { lastActive = activity.lastActive.frames }
    talk += lastActive - spoken
    if lastActive > spoken { loudness.add(activity.power) }
    quiet = lastActive == activeBefore ? quiet + 1 : 0
    known = activity.known.frames
    if !activity.isHeard { unheardEnd = known }
  }

  /// Whether the newest segment is far below the party's own speech.
  var isFaint: Bool { loudness.isFaint }

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

  /// Whether the newest segment may have been under way before the party was no longer muted.
  func hasBegunMuted(within silence: Int) -> Bool {
    guard let unmutedFrom, let segmentStart else { return false }
    return segmentStart < unmutedFrom + silence
  }

  /// The frames of speech before a frame; a pause there counts as bridged while the segment is open.
  func talk(upTo frame: Int) -> Int {
    guard lastActive > frame || isSpeaking, let segmentStart else { return talk }
    return talk - (lastActive - max(frame, segmentStart))
  }

  /// The length of the segment before the newest; nil where there was none.
  var previousLength: Int? { recent.newestLength }

  /// The frames of remembered speech in a window before a frame.
  func talk(before frame: Int, window: Int) -> Int {
    let current = max(0, min(lastActive, frame) - max(segmentStart ?? frame, frame - window))
    return recent.talk(before: frame, window: window) + current
  }

  /// The number and the total length of the remembered segments that were no longer than `longest`
  /// and ended in a window before a frame.
  func shorts(
    before frame: Int, window: Int, longest: Int
  ) -> (count: Int, frames: Int) {
    var result = recent.shorts(before: frame, window: window, longest: longest)
    if let segmentStart, lastActive - segmentStart <= longest,
      (frame - window...frame).contains(lastActive)
    {
      result.count += 1
      result.frames += lastActive - segmentStart
    }
    return result
  }
}
