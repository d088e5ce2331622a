public import Conversation

/// Turns one party's speech probabilities into segments: sharp ends, bridged pauses, early notice.
///
/// Two probabilities arrive for every frame. The early one is of the newest frame and announces
/// speech; the settled one is `lookAhead` frames older, knows what came after it, and alone decides
/// where segments begin and end.
public struct ActivityGate: Sendable {
  /// The frames by which the settled probability trails the early one.
  public static let lookAhead: Int = 3

  private enum State {
    /// The state while nothing has been heard that could be speech.
    case silent
    /// The state between a probable beginning and enough speech to count; `first` is the first
    /// settled frame of speech, once there is one.
    case announced(start: Int, patience: Int, first: Int?)
    /// The state inside a confirmed segment.
    case speaking(start: Int)
  }

  private let settings: ActivitySettings
  private let bridge: Int
  private let shortest: Int
  private let earlyHold: Int
  private var state: State = .silent
  private var isActive = false
  private var earlyRun = 0
  private var frame = 0
  private var afterLastActive = 0
  /// The first frame after the last one that was not heard.
  private var heardFrom = 0

  /// Creates a gate in silence at the start of a stream.
  public init(settings: ActivitySettings) {
    self.settings = settings
    bridge = SampleTime(seconds: settings.bridge).frames
    shortest = max(1, SampleTime(seconds: settings.shortestSpeech).frames)
    earlyHold = max(1, SampleTime(seconds: settings.earlyHold).frames)
  }

  /// Whether a segment is under way that is long enough to count.
  var isSpeaking: Bool { if case .speaking = state { true } else { false } }

  /// Takes the early probability of the next frame and the settled one of `lookAhead` frames before.
  public mutating func advance(early: Double, settled: Double) -> PartyActivity {
    let settledFrame = frame - Self.lookAhead
    earlyRun = early >= settings.earlyOnset ? earlyRun + 1 : 0
    isActive =
      settledFrame >= heardFrom && settled >= (isActive ? settings.offset : settings.onset)
    if isActive { afterLastActive = settledFrame + 1 }
    let edge = edge(atSettled: settledFrame)
    frame += 1
    return report(edge, known: settledFrame + 1)
  }

  private mutating func edge(atSettled settledFrame: Int) -> PartyActivity.Edge? {
    switch state {
    case .silent:
      if isActive {
        state = .announced(start: settledFrame, patience: 0, first: settledFrame)
        return .started(SampleTime(frames: settledFrame))
      }
      if earlyRun >= earlyHold {
        // What is known to be silence stays so.
        let start = max(frame + 1 - earlyRun, settledFrame + 1)
        state = .announced(start: start, patience: Self.lookAhead + earlyHold, first: nil)
        return .started(SampleTime(frames: start))
      }
    case .announced(let start, let patience, let first):
      let begun = first ?? (isActive ? settledFrame : nil)
      state = .announced(start: start, patience: patience, first: begun)
      if let begun, afterLastActive - begun >= shortest {
        state = .speaking(start: begun)
        return .confirmed(SampleTime(frames: begun))
      }
      let silentUntil = begun == nil ? start + patience + 1 : afterLastActive + bridge
      if !isActive, settledFrame + 1 >= silentUntil {
        state = .silent
        // A sound that fooled the early probability once must last longer to do so again.
        earlyRun = -bridge
        return .cancelled(SampleTime(frames: start))
      }
    case .speaking(let start):
      if settledFrame + 1 - afterLastActive >= bridge, !isActive {
        state = .silent
        earlyRun = 0
        return .ended(
          Interval(start: SampleTime(frames: start), end: SampleTime(frames: afterLastActive)))
      }
    }
    return nil
  }

  /// Takes the next frame as not heard: ends what is open before it.
  ///
  /// The frames before it whose settled probability is still due count as silence.
  public mutating func suspend() -> PartyActivity {
    let edge = close()
    frame += 1
    heardFrom = frame
    var activity = report(edge, known: frame)
    activity.isHeard = false
    return activity
  }

  /// Ends what is open at the end of the stream.
  ///
  /// `lookAhead` more frames must have been taken after the last, so that it is settled.
  public mutating func finish() -> PartyActivity {
    let edge = close()
    return report(edge, known: frame - Self.lookAhead)
  }

  private mutating func close() -> PartyActivity.Edge? {
    defer {
      state = .silent
      isActive = false
      earlyRun = 0
    }
    switch state {
    case .silent: return nil
    case .announced(let start, _, _): return .cancelled(SampleTime(frames: start))
    case .speaking(let start):
      return .ended(
        Interval(start: SampleTime(frames: start), end: SampleTime(frames: afterLastActive)))
    }
  }

  private func report(_ edge: PartyActivity.Edge?, known: Int) -> PartyActivity {
    var isSpeaking = false
    // A frame that was not heard settles those before it at once.
    var knownFrames = max(heardFrom, known)
    switch state {
    case .silent: break
    case .announced(let start, _, let first): knownFrames = min(knownFrames, first ?? start)
    case .speaking:
      isSpeaking = true
      knownFrames = afterLastActive
    }
    return PartyActivity(
      edge: edge, isSpeaking: isSpeaking, lastActive: SampleTime(frames: afterLastActive),
      known: SampleTime(frames: knownFrames))
  }
}
