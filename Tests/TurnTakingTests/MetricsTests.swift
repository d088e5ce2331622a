import Conversation
import Testing

/// The measures against a naive count of the events and the frames.
@Suite struct MetricsTests {
  private func sum(_ metrics: Metrics) -> SampleTime {
    metrics.parties.agent.talk + metrics.parties.customer.talk - metrics.overlap + metrics.silence
      + metrics.unknown
  }

  @Test(arguments: RandomCall.all) func timesAddUpAtEveryMoment(random: RandomCall) {
    let call = random.call
    #expect(call.metrics.duration == SampleTime(frames: call.length))
    #expect(call.snapshots.count > 20)
    for metrics in call.snapshots + [call.metrics] {
      #expect(sum(metrics) == metrics.duration)
      #expect(metrics.silence >= .zero)
    }
  }

  @Test(arguments: RandomCall.all) func timesAreTheFrames(random: RandomCall) {
    let (call, oracle) = (random.call, random.oracle)
    func count(_ holds: (Int) -> Bool) -> SampleTime {
      SampleTime(frames: oracle.frames.indices.count(where: holds))
    }
    #expect(call.metrics.silence == count(oracle.isSilent))
    #expect(call.metrics.overlap == count(oracle.areBothSpeaking))
    #expect(call.metrics.unknown == count(oracle.isUnknown))
    for party in Party.allCases {
      let talk = count { !oracle.isUnknown($0) && oracle.frames[$0][party] == .speaking }
      #expect(call.metrics.parties[party].talk == talk)
    }
  }

  @Test(arguments: RandomCall.all) func countsAreTheEvents(random: RandomCall) {
    let call = random.call
    let naive = NaiveMetrics(call.events)
    let metrics = call.metrics
    for party in Party.allCases {
      let own = metrics.parties[party]
      #expect(own.turns == naive.turns[party].count)
      #expect(own.longestTurn == naive.turns[party].max() ?? .zero)
      #expect(own.backchannels == naive.backchannels[party])
      #expect(own.prematureAnswers == naive.prematureAnswers[party])
      #expect(own.monologues == naive.monologues[party])
      #expect(own.interruptions.floorTaken == naive.count(party, .floorTaken))
      #expect(own.interruptions.floorKept == naive.count(party, .floorKept))
      #expect(own.interruptions.unknown == naive.count(party, .unknown))
      #expect(own.interruptions.open == 0)
      #expect(own.interruptions.medianOverlap == naive.medianOverlap(party))
      #expect(own.credit.inOverlap + own.credit.inPauses == own.backchannels)
      #expect(own.credit.longestWithout?.length ?? .zero == naive.longestWithout[party])
      #expect(own.responses.quick == naive.offsets[party].count { $0.frames < 20 })
      let suffered = metrics.parties[party.other].interruptions
      #expect(own.yielding.interrupted == suffered.total)
      #expect(own.yielding.yielded == suffered.floorTaken)
      #expect(own.yielding.cameBack <= own.yielding.yielded)
      let offsets = naive.responses(party)
      #expect(own.responses.count == offsets.count)
      #expect(own.responses.median == NaiveMetrics.median(offsets))
      let late = offsets.count >= 10 ? NaiveMetrics.quantile(offsets, 0.9) : nil
      #expect(own.responses.percentile90 == late)
    }
    #expect(metrics.transitions == naive.offsets.agent.count + naive.offsets.customer.count)
    #expect(metrics.customerReplies.count == naive.replies.count)
    #expect(metrics.customerReplies.median == NaiveMetrics.median(naive.replies))
    #expect(metrics.customerReplies.longest == naive.replies.max() ?? .zero)
    #expect(
      metrics.customerReplies.long == naive.replies.count { $0 >= SampleTime(seconds: 10) })
    #expect(metrics.deadAir == naive.deadAir)
  }

  @Test func theTimeThatBothAreNotHeardCountsOnce() {
    // The longer stretch, reported last, began first.
    let call = ScriptedCall(agent: "10. 4? 30.", customer: "5. 25? 14.")
    #expect(call.metrics.unknown == SampleTime(seconds: 2.5))
  }

  @Test func talkWhileTheOtherIsNotHeardIsUnknownTime() {
    let call = ScriptedCall(agent: "60# 10.", customer: "20. 20? 30.")
    #expect(call.metrics.parties.agent.talk == SampleTime(seconds: 4))
    #expect(call.metrics.unknown == SampleTime(seconds: 2))
    #expect(call.metrics.silence == SampleTime(seconds: 1))
  }

  @Test(arguments: [(9, 0.0), (10, 10.0), (30, 30.0)]) func ratesNeedTenEvents(
    count: Int, rate: Double
  ) {
    var metrics = Metrics()
    metrics.duration = SampleTime(seconds: 60)
    #expect(metrics.rate(count) == (count < 10 ? nil : rate))
    metrics.transitions = count
    #expect(metrics.switchesPerMinute == metrics.rate(count))
    metrics.parties.agent.turns = count
    #expect(metrics.turnsPerMinute == metrics.rate(count))
  }

  @Test func anEmptyCallHasNoShares() {
    let metrics = ScriptedCall(agent: "", customer: "").metrics
    #expect(metrics.duration == .zero)
    #expect(metrics.shareOfTalk(.agent) == nil)
    #expect(metrics.shareOfCall(.agent) == nil)
    #expect(metrics.rate(100) == nil)
  }

  @Test func overlappedTimeCountsForBothShares() {
    let metrics = ScriptedCall(agent: "30# 30.", customer: "20. 20# 20.").metrics
    #expect(metrics.shareOfTalk(.agent) == 0.6)
    #expect(metrics.shareOfTalk(.customer) == 0.4)
    #expect(metrics.shareOfCall(.agent) == 0.5)
  }
}
