import Conversation
import Testing

/// The measures of listening: credit by where it is given, stretches without it, yielding.
@Suite struct ListeningTests {
  @Test func aBackchannelOverSpeechIsCreditInOverlap() {
    let agent = ScriptedCall(agent: "30. 4# 60.", customer: "80#").metrics.parties.agent
    #expect(agent.backchannels == 1)
    #expect(agent.credit.inOverlap == 1)
    #expect(agent.credit.inPauses == 0)
  }

  @Test func aBackchannelInAPauseIsCreditInPauses() {
    let agent = ScriptedCall(agent: "43. 4# 60.", customer: "40# 9. 40#").metrics.parties.agent
    #expect(agent.backchannels == 1)
    #expect(agent.credit.inOverlap == 0)
    #expect(agent.credit.inPauses == 1)
  }

  @Test func backchannelsDivideTheStretchesWithoutOne() {
    let call = ScriptedCall(agent: "30. 4# 100. 4# 62.", customer: "190# 10.")
    #expect(call.backchannels == ["agent 3.0-3.4", "agent 13.4-13.8"])
    let longest = call.metrics.parties.agent.credit.longestWithout
    #expect(longest.map(ScriptedCall.text) == "3.4-13.4")
  }

  @Test func aStretchWithoutOneEndsWithTheTurn() {
    let call = ScriptedCall(agent: "103. 60# 5. 4# 30.", customer: "100# 70. 20#")
    let longest = call.metrics.parties.agent.credit.longestWithout
    #expect(longest.map(ScriptedCall.text) == "0.0-10.0")
  }

  @Test func yieldingIsTimedFromTheOthersOnset() {
    let call = ScriptedCall(agent: "30. 60# 40.", customer: "40# 90.")
    #expect(call.interruptions == ["agent 3.0 floor_taken 1.0"])
    let yielding = call.metrics.parties.customer.yielding
    #expect(yielding.interrupted == 1)
    #expect(yielding.yielded == 1)
    #expect(yielding.median == SampleTime(seconds: 1))
    #expect(yielding.cameBack == 0)
    #expect(call.metrics.parties.agent.yielding == Yielding())
  }

  @Test(arguments: [(40, 1), (60, 0)]) func theFloorWithinFiveSecondsIsHavingComeBack(
    tenths: Int, times: Int
  ) {
    // The customer stops at 4 s and starts again before or after 9 s.
    let call = ScriptedCall(
      agent: "30. \(tenths)# 60.", customer: "40# \(tenths - 7). 60#")
    #expect(call.metrics.parties.customer.yielding.yielded == 1)
    #expect(call.metrics.parties.customer.yielding.cameBack == times)
  }

  @Test func oneWhoKeepsTheFloorHasNotYielded() {
    let call = ScriptedCall(agent: "30. 14# 60.", customer: "90#")
    let yielding = call.metrics.parties.customer.yielding
    #expect(yielding.interrupted == call.metrics.parties.agent.interruptions.total)
    #expect(yielding.yielded == 0)
    #expect(yielding.median == nil)
  }

  @Test func aPauseEndsTheLongestStretch() {
    let call = ScriptedCall(agent: "30# 3. 45# 2. 20#", customer: "100.")
    #expect(call.metrics.parties.agent.longestStretch == SampleTime(seconds: 4.5))
  }

  @Test func theBackchannelRateIsThatOfTheOthersTalk() {
    var metrics = Metrics()
    metrics.duration = SampleTime(seconds: 600)
    metrics.parties.customer.talk = SampleTime(seconds: 120)
    metrics.parties.agent.backchannels = 9
    #expect(metrics.backchannelRate(.agent) == nil)
    metrics.parties.agent.backchannels = 12
    #expect(metrics.backchannelRate(.agent) == 6)
    #expect(metrics.backchannelRate(.customer) == nil)
  }

  @Test(arguments: RandomCall.heard) func creditIsWhereTheOtherWasSpeaking(random: RandomCall) {
    let (call, oracle) = (random.call, random.oracle)
    var inOverlap = PartyPair(repeating: 0)
    for event in call.events {
      guard case .backchannel(let party, let span) = event.kind else { continue }
      if oracle.frames[span.start.frames][party.other] == .speaking { inOverlap[party] += 1 }
    }
    for party in Party.allCases {
      #expect(call.metrics.parties[party].credit.inOverlap == inOverlap[party])
    }
  }

  @Test(arguments: RandomCall.heard) func yieldingTimesAreTheFrames(random: RandomCall) {
    let (call, oracle) = (random.call, random.oracle)
    var flags: [Int: Interruption] = [:]
    var times = PartyPair(repeating: [SampleTime]())
    for event in call.events {
      if case .interruption(let flag) = event.kind { flags[flag.id] = flag }
      guard case .interruptionResolved(let end) = event.kind, end.outcome == .floorTaken,
        let flag = flags[end.id]
      else { continue }
      let other = flag.party.other
      let stop = (flag.start.frames..<call.length).first {
        oracle.frames[$0][other] != .speaking && oracle.frames[$0 - 1][other] == .speaking
      }
      if let stop { times[other].append(SampleTime(frames: stop - flag.start.frames)) }
    }
    for party in Party.allCases {
      let median = call.metrics.parties[party].yielding.median
      #expect(median == NaiveMetrics.median(times[party]))
    }
  }
}
