import Conversation
import Measures

/// The finished calls of a session, summed up in constant memory.
struct CallTotals: Sendable {
  private(set) var calls = 0
  private var fold = MetricsFold()
  private var guidance = GuidanceSum()
  private var tally = TimeTally()
  private var duration = SampleTime.zero
  private var hold = SampleTime.zero
  private var sound = SoundSums()
  /// The noise of the calls in which it could be measured, and the part of it that was loud enough.
  private var noise = ToneSums()
  private var loudNoise = SampleTime.zero
  private var latest = Metrics()

  mutating func add(_ call: RunningCall, _ figures: CallFigures) {
    let metrics = figures.metrics
    calls += 1
    fold.add(call.fold)
    guidance.add(call.guidance, metrics, of: .init(number: calls, start: call.start))
    tally.add(figures.tally)
    duration += metrics.duration
    hold += metrics.hold
    add(figures.sound, metrics.distraction)
    latest = metrics
  }

  var guidanceLines: [GuidanceLine] { guidance.lines(metrics) }

  var metrics: Metrics {
    var metrics = fold.snapshot(at: duration, times: tally)
    metrics.hold = hold
    metrics.openingStatement = calls == 1 ? latest.openingStatement : nil
    metrics.take(CallSound.State(sums: sound))
    metrics.distraction = noise.distraction(noise: loudNoise)
    if calls == 1 {
      for party in Party.allCases {
        metrics.parties[party].firstMinute = latest.parties[party].firstMinute
      }
    }
    return metrics
  }

  private mutating func add(_ other: SoundSums, _ distraction: Distraction?) {
    sound.add(other)
    guard let distraction else { return }
    noise.addNoise(of: other.tone)
    loudNoise += distraction.noise
  }
}
