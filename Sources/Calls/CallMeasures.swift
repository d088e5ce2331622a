import Conversation
import Listening
import Measures
import VoiceActivity

/// What a call that is over comes to: its measures, how its time divides, and the sums of its sound.
typealias CallFigures = (metrics: Metrics, tally: TimeTally, sound: SoundSums)

/// The sums of a call over what counts in it, and the figures that they come to.
struct CallMeasures: Sendable {
  let start: SampleTime
  /// The events that count.
  var fold: MetricsFold
  /// How the call's time divides.
  var times: CallTimes
  /// What does not follow from events.
  var sound: CallSound
  /// Whether the parties cannot be told apart, so that figures are withheld.
  var isSameAudio = false

  init(from start: SampleTime, sound: SoundSums) {
    self.start = start
    fold = MetricsFold(from: start)
    times = CallTimes(from: start)
    self.sound = CallSound(from: sound, at: start)
  }

  /// The figures up to a time, with what is under way.
  func metrics(at now: SampleTime, open: CallTimes.Open) -> Metrics {
    metrics(times.sums(at: max(now, times.settled), open: open), sound.state, to: now)
  }

  /// Ends the call and returns its figures.
  mutating func finish(to end: SampleTime) -> CallFigures {
    fold.finish()
    let sums = times.sums(at: max(end, times.settled), open: .init())
    let state = sound.state(to: end)
    return (metrics(sums, state, to: end), sums.tally, state.sums)
  }

  private func metrics(
    _ sums: (tally: TimeTally, hold: SampleTime), _ sound: CallSound.State, to end: SampleTime
  ) -> Metrics {
    var metrics = fold.snapshot(at: end, times: sums.tally)
    metrics.duration = max(.zero, end - start)
    metrics.hold = sums.hold
    if isSameAudio { metrics.withheld = InputDoubts.withheldForSameAudio }
    metrics.take(sound)
    return metrics
  }
}
