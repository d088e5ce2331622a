import Conversation

/// The tones of a call, as of dialled keys, ringing or a redaction, in which nobody was to speak.
struct CallTones: Sendable {
  /// The time before a look that a tone known at it was heard in.
  private static let look = ListeningSession.lookInterval
  /// The pause from one tone to the next that belongs to them: ringing pauses for 5 s at most.
  private static let pause = SampleTime(seconds: 5.2)
  /// More than one silence is ever made of.
  private static let most = 16

  private var stretches: [Interval] = []
  /// Whether the next tone may belong to the newest stretch.
  private var goesOn = false

  /// Notes that a tone was heard up to now.
  mutating func add(at now: SampleTime) {
    if goesOn, let newest = stretches.last, now - newest.end <= Self.pause {
      stretches[stretches.count - 1].end = now
      return
    }
    if stretches.count == Self.most { stretches.removeFirst() }
    stretches.append(Interval(start: max(.zero, now - Self.look), end: now))
    goesOn = true
  }

  /// Notes that somebody speaks: what follows is another stretch.
  mutating func end() { goesOn = false }

  /// Whether tones took half of a silence and more, or left no part of it that is as long as `longest`.
  func explain(_ silence: Interval, but longest: SampleTime) -> Bool {
    let (covered, free) = parts(of: silence)
    return isHalf(covered, of: silence) || covered > .zero && free < longest
  }

  /// Whether tones took half of a silence and more.
  func takeHalf(of silence: Interval) -> Bool { isHalf(parts(of: silence).covered, of: silence) }

  /// The time of a silence that tones took, and the longest stretch without any.
  private func parts(of silence: Interval) -> (covered: SampleTime, free: SampleTime) {
    var covered = SampleTime.zero
    var free = SampleTime.zero
    var end = silence.start
    for tone in stretches where tone.end > end && tone.start < silence.end {
      let start = max(tone.start, end)
      free = max(free, start - end)
      end = min(tone.end, silence.end)
      covered += end - start
    }
    return (covered, max(free, silence.end - end))
  }

  private func isHalf(_ covered: SampleTime, of silence: Interval) -> Bool {
    covered >= SampleTime(ticks: silence.length.ticks / 2)
  }
}
