import Conversation
import SampleCalls
import Testing

@testable import Dashboard

@Suite struct DashboardStateTests {
  private func seconds(_ seconds: Double) -> SampleTime { SampleTime(seconds: seconds) }

  private func interval(_ start: Double, _ end: Double) -> Interval {
    Interval(start: seconds(start), end: seconds(end))
  }

  @Test func hoursOfEventsStaySmall() {
    let state = DashboardState(.long)
    #expect(state.log.entries.count <= 400)
    #expect(state.past.speech.agent.count < 300)
    #expect(state.past.signs.count < 300)
  }

  @Test func anOutcomeChangesTheLineOfItsInterruption() {
    var state = DashboardState()
    let flag = Interruption(
      id: 3, party: .agent, start: seconds(5), confidence: 1, salience: 1)
    state.add(Event(at: seconds(5.5), kind: .interruption(flag)))
    #expect(state.parties.agent.interruption == 3)
    let resolution = InterruptionResolution(
      id: 3, outcome: .floorTaken, overlap: seconds(1), salience: 1)
    state.add(Event(at: seconds(7), kind: .interruptionResolved(resolution)))
    #expect(state.parties.agent.interruption == nil)
    #expect(state.log.entries.map(\.kind) == [.interruption(flag, .resolved(resolution))])
  }

  @Test func aWordToTheAgentGoesWithItsAge() {
    var state = DashboardState(call: .running(since: .zero))
    let nudge = Nudge(rule: .interrupted, start: seconds(47), outcome: .floorTaken)
    state.add(Event(at: seconds(49), kind: .guidance(nudge)))
    #expect(state.guidance == nudge)
    state.advance(to: seconds(58.9), levels: PartyPair(repeating: nil))
    #expect(state.guidance == nudge)
    state.advance(to: seconds(59), levels: PartyPair(repeating: nil))
    #expect(state.guidance == nil)
    state.wordsStay = seconds(30)
    #expect(state.guidance == nudge)
  }

  @Test func aWordToTheAgentDoesNotAnswerTheNextFlag() {
    var state = DashboardState(call: .running(since: .zero))
    let nudge = Nudge(rule: .interrupted, start: seconds(47), outcome: .floorTaken)
    state.add(Event(at: seconds(49), kind: .guidance(nudge)))
    let flag = Interruption(
      id: 4, party: .customer, start: seconds(50), confidence: 1, salience: 1)
    state.add(Event(at: seconds(50.5), kind: .interruption(flag)))
    #expect(state.guidance == nil)
  }

  @Test func aFlagThatIsMarkedAsWrongSaysSoAndIsNotMarkedTwice() {
    var state = DashboardState(call: .running(since: .zero))
    #expect(!state.hasContestable)
    let flag = Interruption(id: 3, party: .agent, start: seconds(5), confidence: 1, salience: 1)
    state.add(Event(at: seconds(5.5), kind: .interruption(flag)))
    #expect(state.hasContestable)
    state.add(Event(at: seconds(6), kind: .contest(id: 3)))
    #expect(!state.hasContestable)
    #expect(state.parties.agent.interruption == nil)
    #expect(state.log.entries.map(\.kind) == [.interruption(flag, .markedWrong(.open))])
    #expect(state.past.signs.isEmpty)
    #expect(state.hasMarkedWrong)
    // It has an outcome meanwhile, and is there with it once the mark is taken back.
    let end = InterruptionResolution(
      id: 3, outcome: .floorTaken, overlap: SampleTime(seconds: 1), salience: 1)
    state.add(Event(at: seconds(8), kind: .interruptionResolved(end)))
    state.add(Event(at: seconds(9), kind: .contestWithdrawn(id: 3)))
    #expect(state.log.entries.map(\.kind) == [.interruption(flag, .resolved(end))])
    #expect(state.past.signs.map(\.id) == [3])
    #expect(state.hasContestable && !state.hasMarkedWrong)
  }

  @Test func aFlagUnderWayIsUnderWayAgainOnceItsMarkIsTakenBack() {
    var state = DashboardState(call: .running(since: .zero))
    let flag = Interruption(id: 3, party: .agent, start: seconds(5), confidence: 1, salience: 1)
    for kind: Event.Kind in [.interruption(flag), .contest(id: 3), .contestWithdrawn(id: 3)] {
      state.add(Event(at: seconds(6), kind: kind))
    }
    #expect(state.parties.agent.interruption == 3)
    #expect(state.past.signs.map(\.id) == [3])
  }

  @Test func thatNothingIsHeardStaysUntilSomethingIs() {
    var state = DashboardState()
    state.add(Event(at: seconds(20), kind: .nothingHeard(.customer, since: .zero)))
    #expect(state.unheard == .customer)
    state.add(Event(at: seconds(30), kind: .speech(.agent, interval(20, 29))))
    #expect(state.unheard == .customer)
    state.add(Event(at: seconds(33), kind: .speech(.customer, interval(31, 32))))
    #expect(state.unheard == nil)
  }

  @Test func unknownTimeIsTheDevicesFaultUnlessItWasAPause() {
    var state = DashboardState()
    state.add(Event(at: seconds(2), kind: .unknown(.agent, interval(1, 2), .overrun)))
    state.add(Event(at: seconds(9), kind: .unknown(.agent, interval(3, 9), .paused)))
    #expect(state.parties.agent.health.overruns == 1)
    #expect(state.parties.agent.health.unknown == seconds(1))
    #expect(state.parties.customer.health.isSound)
  }

  @Test func aPauseOfBothPartiesIsOneLine() {
    var state = DashboardState()
    for party in Party.allCases {
      state.add(Event(at: seconds(9), kind: .unknown(party, interval(3, 9), .paused)))
    }
    #expect(state.log.entries.map(\.kind) == [.paused(length: seconds(6))])
    #expect(DashboardWords.words(.paused(length: seconds(6))) == "paused for 6.0 s")
    state.add(Event(at: seconds(12), kind: .unknown(.agent, interval(10, 12), .overrun)))
    #expect(state.log.entries.count == 2)
  }

  @Test func theLongestTurnIsTheOneUnderWayOnceItIs() {
    var state = DashboardState()
    state.add(Event(at: seconds(1), kind: .callStarted(start: seconds(0))))
    state.metrics.parties.agent.longestTurn = seconds(20)
    func longest() -> String {
      let lines = DashboardView.lines(
        state, size: ScreenSize(columns: 120, rows: 40), style: DashboardStyle())
      return lines.first { $0.hasPrefix("longest") } ?? ""
    }
    state.add(Event(at: seconds(11), kind: .speechStarted(.agent, start: seconds(10))))
    state.advance(to: seconds(25), levels: PartyPair(repeating: nil))
    #expect(longest().contains("turn: agent 0:20, customer –"))
    state.advance(to: seconds(45), levels: PartyPair(repeating: nil))
    #expect(longest().contains("turn: agent 0:35, customer –"))
  }

  @Test func whatAFlagWasInsteadIsNotCutBesideTheMeasures() {
    for reason in RetractionReason.allCases {
      let flag = Interruption(
        id: 1, party: .customer, start: seconds(1), confidence: 0.5, salience: 0.5)
      #expect(DashboardWords.words(.interruption(flag, .retracted(reason))).count <= 50)
    }
  }

  @Test func aLostDeviceIsShownUntilItIsBack() {
    var state = DashboardState(devices: PartyPair(agent: "a", customer: "b"))
    state.add(Event(at: seconds(1), kind: .device(nil, .lost, name: "both")))
    #expect(state.parties.agent.health.isLost && state.parties.customer.health.isLost)
    state.add(Event(at: seconds(2), kind: .device(.agent, .changed, name: "new")))
    #expect(!state.parties.agent.health.isLost)
    #expect(state.parties.agent.device == "new")
  }

  @Test func timesOfEventsAreThoseOfTheCall() {
    var state = DashboardState()
    state.add(Event(at: seconds(110), kind: .callStarted(start: seconds(100))))
    state.add(Event(at: seconds(131), kind: .mark))
    #expect(state.log.entries.last?.reading == seconds(31))
  }

  @Test func aCallsEndKeepsItsFiguresAndEndsWhatIsOpen() {
    var state = DashboardState()
    state.add(Event(at: seconds(10), kind: .callStarted(start: seconds(5))))
    state.add(Event(at: seconds(20), kind: .deadAirStarted(start: seconds(17))))
    var metrics = Metrics()
    metrics.transitions = 7
    state.add(Event(at: seconds(47), kind: .callEnded(interval(5, 17), metrics)))
    #expect(state.call == .ended(interval(5, 17)))
    #expect(state.metrics == metrics)
    #expect(state.deadAirSince == nil)
    #expect(!state.log.entries.contains { $0.kind == .deadAir(length: nil, endedBy: nil) })
  }

  @Test func aMeterFallsSlowly() {
    var state = DashboardState()
    state.advance(to: seconds(1), levels: PartyPair(agent: -20, customer: nil))
    state.advance(to: seconds(1.5), levels: PartyPair(agent: -60, customer: nil))
    #expect(state.parties.agent.level == -30)
    state.advance(to: seconds(1.6), levels: PartyPair(agent: -10, customer: nil))
    #expect(state.parties.agent.level == -10)
  }

  @Test func scrollingStaysWithinTheEvents() {
    var state = DashboardState(.short)
    state.scroll(by: .max / 2)
    #expect(state.scroll == state.log.entries.count - 1)
    state.scroll(by: -.max / 2)
    #expect(state.scroll == 0)
  }
}
