import Conversation
import TurnTaking

/// The finished calls of a session, summed up in constant memory.
struct CallTotals: Sendable {
  private(set) var calls = 0
  private var fold = MetricsFold()
  private var guidance = GuidanceSum()
  private var tally = TimeTally()
  private var duration = SampleTime.zero
  private var hold = SampleTime.zero
  private var latest = Metrics()

  mutating func add(_ call: RunningCall, _ metrics: Metrics) {
    calls += 1
    fold.add(call.fold)
    guidance.add(call.guidance, metrics, of: .init(number: calls, start: call.start))
    tally.add(call.tally)
    duration += metrics.duration
    hold += metrics.hold
    latest = metrics
  }

  var guidanceLines: [GuidanceLine] { guidance.lines(metrics) }

  var metrics: Metrics {
    var metrics = fold.snapshot(at: duration, times: tally)
    metrics.hold = hold
    metrics.openingStatement = calls == 1 ? latest.openingStatement : nil
    metrics.takeSound(of: latest)
    return metrics
  }
}
