import Conversation
import TurnTaking
import VoiceActivity

/// The sums of a call over what counts in it, and the figures that they come to.
struct CallMeasures: Sendable {
  let start: SampleTime
  /// The events that count.
  var fold: MetricsFold
  /// How the call's time divides.
  var times: CallTimes
  var powers: CallPowers
  /// The newest measures of the voices, which do not follow from events.
  var sound = Metrics()
  /// Whether nobody can be told apart, so that figures are withheld.
  var isSameAudio = false

  init(from start: SampleTime, powers: PartyPair<PowerSums>) {
    self.start = start
    fold = MetricsFold(from: start)
    times = CallTimes(from: start)
    self.powers = CallPowers(from: powers, at: start)
  }

  /// The figures up to a time, with what is under way.
  func metrics(at now: SampleTime, open: CallTimes.Open) -> Metrics {
    metrics(times.sums(at: max(now, times.settled), open: open), to: now)
  }

  /// Ends the call; returns its figures and how its time divides.
  mutating func finish(to end: SampleTime) -> (metrics: Metrics, tally: TimeTally) {
    fold.finish()
    let sums = times.sums(at: max(end, times.settled), open: .init())
    return (metrics(sums, to: end), sums.tally)
  }

  private func metrics(
    _ sums: (tally: TimeTally, hold: SampleTime), to end: SampleTime
  ) -> Metrics {
    var metrics = fold.snapshot(at: end, times: sums.tally)
    metrics.duration = max(.zero, end - start)
    metrics.hold = sums.hold
    if isSameAudio { metrics.withheld = InputDoubts.withheldForSameAudio }
    metrics.takeSound(of: sound)
    metrics.takeLevels(of: powers.sums)
    return metrics
  }
}
