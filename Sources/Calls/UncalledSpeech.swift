import Conversation
import Measures

/// All that is heard before a call has been found: of a recording without one it gives the figures.
struct UncalledSpeech: Sendable {
  private let limits: CallLimits
  private let settings: GuidanceSettings
  /// Measures all of the stream until somebody has spoken, and from the first word on after that.
  private var speech: RunningCall
  private var hasWords = false

  init(limits: CallLimits, guidance settings: GuidanceSettings) {
    self.limits = limits
    self.settings = settings
    speech = RunningCall(
      start: .zero, at: .zero, limits: limits, guidance: GuidanceTracker(settings: settings),
      sound: SoundSums())
  }

  /// Takes an event that is passed on.
  mutating func add(_ event: Event, sound: SessionSound) {
    if case .speech(let party, let interval) = event.kind, !hasWords {
      hasWords = true
      beginAnew(from: interval, of: party, at: event.at, sound: sound)
    }
    _ = speech.takeSilence(before: event)
    _ = speech.take(event)
  }

  /// Moves the time on; silence ends nothing here.
  mutating func advance(to now: SampleTime, line: LineState, sound: SessionSound) {
    _ = speech.advance(to: now, line: line, sound: sound)
  }

  /// Takes what the session's sound adds up to by now.
  mutating func follow(_ sound: SessionSound) { speech.follow(sound) }

  /// The measures and the guidance, had the stream ended here.
  func finished(at end: SampleTime) -> (metrics: Metrics, guidance: [GuidanceLine]) {
    var speech = speech
    let metrics = speech.finish(to: end).metrics
    return (metrics, speech.guidance.lines(metrics))
  }

  /// Leaves out what was before the first word, be it of who has just spoken or still speaks.
  private mutating func beginAnew(
    from interval: Interval, of party: Party, at now: SampleTime, sound: SessionSound
  ) {
    let other = speech.speakingSince[party.other]
    let start = min(interval.start, other ?? interval.start)
    speech = RunningCall(
      start: start, at: now, limits: limits, guidance: GuidanceTracker(settings: settings),
      sound: sound.sums(before: start))
    if let other {
      _ = speech.take(Event(at: now, kind: .speechStarted(party.other, start: other)))
    }
  }
}
