import Conversation
import TurnTaking

/// The finished calls of a session, summed up in constant memory.
struct CallTotals: Sendable {
  private(set) var calls = 0
  private var fold = MetricsFold()
  private var tally = TimeTally()
  private var duration = SampleTime.zero
  private var hold = SampleTime.zero
  private var toneChanges = PartyPair(repeating: 0)
  private var latest = Metrics()

  mutating func add(_ call: RunningCall, _ metrics: Metrics) {
    calls += 1
    fold.add(call.fold)
    tally.add(call.tally)
    duration += metrics.duration
    hold += metrics.hold
    for party in Party.allCases { toneChanges[party] += metrics.parties[party].toneChanges }
    latest = metrics
  }

  var metrics: Metrics {
    var metrics = fold.snapshot(at: duration, times: tally)
    metrics.hold = hold
    metrics.openingStatement = calls == 1 ? latest.openingStatement : nil
    metrics.takeSound(of: latest)
    for party in Party.allCases { metrics.parties[party].toneChanges = toneChanges[party] }
    return metrics
  }
}
