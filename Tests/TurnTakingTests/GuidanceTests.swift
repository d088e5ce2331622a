import Conversation
import Measures
import Testing
import TurnTaking
import Wording

/// Guidance comes from the documented rules only: seldom, with moments, and not on thin evidence.
@Suite struct GuidanceTests {
  private static func at(_ seconds: Double) -> SampleTime { SampleTime(seconds: seconds) }

  private static func span(_ start: Double, _ end: Double) -> Interval {
    Interval(start: at(start), end: at(end))
  }

  /// The events of an interruption that stands.
  private static func interruption(
    _ id: Int, _ party: Party, _ start: Double, salience: Double = 0.8
  ) -> [Event] {
    let flag = Interruption(
      id: id, party: party, start: at(start), confidence: 0.9, salience: 0.3)
    let end = InterruptionResolution(
      id: id, outcome: .floorTaken, overlap: at(0.9), salience: salience)
    return [
      Event(at: at(start + 0.5), kind: .interruption(flag)),
      Event(at: at(start + 2), kind: .interruptionResolved(end)),
    ]
  }

  /// Turns of 4 s each that follow each other after 0.5 s, the customer's first.
  private static func turns(_ count: Int) -> [Event] {
    (0..<count).flatMap { index -> [Event] in
      let start = Double(index) * 4.5
      let party: Party = index.isMultiple(of: 2) ? .customer : .agent
      let turn = Event(at: at(start + 4), kind: .turn(party, span(start, start + 4)))
      let change = Event.Kind.transition(
        from: party.other, to: party, offset: at(0.5), start: at(start))
      return index > 0 ? [Event(at: at(start), kind: change), turn] : [turn]
    }
  }

  private func nudges(_ events: [Event]) -> [String] {
    var tracker = GuidanceTracker(settings: GuidanceSettings())
    return events.compactMap { event in
      tracker.add(event).map { "\($0.rule.rawValue) \(event.at.seconds)" }
    }
  }

  private func lines(_ events: [Event], _ metrics: Metrics? = nil) -> [GuidanceLine] {
    var tracker = GuidanceTracker(settings: GuidanceSettings())
    var fold = MetricsFold()
    for event in events {
      fold.add(event)
      _ = tracker.add(event)
    }
    return tracker.lines(metrics ?? fold.snapshot(at: Self.at(600), times: TimeTally()))
  }

  @Test(arguments: [(0.49, 0), (0.5, 1), (1, 1)]) func onlyInterruptionsThatStandOutAreWorthAWord(
    salience: Double, count: Int
  ) {
    #expect(nudges(Self.interruption(1, .agent, 10, salience: salience)).count == count)
  }

  @Test func theCustomersInterruptionsAreNotTheAgentsFault() {
    #expect(nudges(Self.interruption(1, .customer, 10)).isEmpty)
  }

  @Test func aFlagThatIsTakenBackSaysNothing() {
    let flag = Interruption(
      id: 1, party: .agent, start: Self.at(5), confidence: 0.9, salience: 0.9)
    let events = [
      Event(at: Self.at(5.5), kind: .interruption(flag)),
      Event(at: Self.at(7), kind: .retraction(id: 1, .backchannel)),
    ]
    #expect(nudges(events).isEmpty)
  }

  @Test(arguments: [(44.0, 0), (46.0, 1)]) func anInterruptionOfLongTalkMeansThatItWasLong(
    seconds: Double, count: Int
  ) {
    let speech = Event(at: Self.at(1.1), kind: .speechStarted(.agent, start: Self.at(1)))
    let events = [speech] + Self.interruption(1, .customer, 1 + seconds)
    #expect(longTalks(events) == count)
  }

  @Test func noWordAnswersWhatTheCustomerDid() {
    let speech = Event(at: Self.at(1.1), kind: .speechStarted(.agent, start: Self.at(1)))
    #expect(nudges([speech] + Self.interruption(1, .customer, 55)).isEmpty)
  }

  @Test func whatMayHaveBeenAgreementIsNoFaultAndShowsNoLongTalk() {
    func agreement(_ party: Party) -> [Event] {
      var events = Self.interruption(1, party, 55)
      events[1].kind = .interruptionResolved(
        InterruptionResolution(
          id: 1, outcome: .floorKept, overlap: Self.at(0.9), salience: 0.8, agreement: 0.6))
      return events
    }
    let speech = Event(at: Self.at(1.1), kind: .speechStarted(.agent, start: Self.at(1)))
    #expect(lines(agreement(.agent)).isEmpty)
    #expect(nudges(agreement(.agent)).isEmpty)
    #expect(lines([speech] + agreement(.customer)).isEmpty)
  }

  private func longTalks(_ events: [Event]) -> Int {
    lines(events).first { $0.rule == .talkedLong }?.count ?? 0
  }

  @Test func talkThatTheCustomerHasBrokenIsNotLong() {
    let events =
      [
        Event(at: Self.at(1.1), kind: .speechStarted(.agent, start: Self.at(1))),
        Event(at: Self.at(31), kind: .turn(.agent, Self.span(1, 30))),
        Event(
          at: Self.at(31),
          kind: .transition(from: .agent, to: .customer, offset: .zero, start: Self.at(30))),
        Event(at: Self.at(36), kind: .turn(.customer, Self.span(30, 35))),
        Event(
          at: Self.at(36),
          kind: .transition(from: .customer, to: .agent, offset: .zero, start: Self.at(35))),
      ] + Self.interruption(1, .customer, 60)
    #expect(longTalks(events) == 0)
  }

  @Test func aMonologueOfTheAgentIsLongTalk() {
    #expect(
      nudges([Event(at: Self.at(61), kind: .monologueStarted(.agent, start: Self.at(1)))])
        == ["talked_long 61.0"])
    #expect(
      nudges([Event(at: Self.at(61), kind: .monologueStarted(.customer, start: Self.at(1)))])
        .isEmpty)
  }

  @Test func oneLongTalkIsCountedOnceThoughItsStartMovesByAFrame() throws {
    let began = Event(at: Self.at(0.55), kind: .speechStarted(.agent, start: Self.at(0.51)))
    let monologue = Event(at: Self.at(60.5), kind: .monologueStarted(.agent, start: Self.at(0.5)))
    let later = Event(at: Self.at(190), kind: .monologueStarted(.agent, start: Self.at(130)))
    let events = [began] + Self.interruption(1, .customer, 50) + [monologue] + Self.turns(24)
    let once = try #require(lines(events).first { $0.rule == .talkedLong })
    #expect(once.count == 1)
    #expect(once.moments == [GuidanceMoment(Self.at(0.51))])
    let twice = try #require(lines(events + [later]).first { $0.rule == .talkedLong })
    #expect(twice.count == 2)
  }

  @Test func thereIsAtMostOneWordAMinute() {
    let events = (0..<40).flatMap { Self.interruption($0 + 1, .agent, Double($0) * 7) }
    let times = nudges(events).compactMap { Double($0.split(separator: " ")[1]) }
    #expect(times.count == 5)
    for (time, next) in zip(times, times.dropFirst()) { #expect(next - time >= 60) }
  }

  @Test func experimentalMeasuresDoNotCount() {
    let answers = (0..<50).map {
      Event(
        at: Self.at(Double($0)),
        kind: .prematureAnswer(.agent, start: Self.at(Double($0)), confidence: 0.9))
    }
    #expect(nudges(answers).isEmpty)
    #expect(lines(Self.turns(20) + answers) == lines(Self.turns(20)))
  }

  @Test func aFaultNeedsNoOtherTurns() {
    #expect(lines(Self.interruption(1, .agent, 10)).map(\.rule) == [.interrupted])
    let monologue = Event(at: Self.at(90), kind: .monologueStarted(.agent, start: Self.at(30)))
    #expect(lines([monologue]).map(\.rule) == [.talkedLong])
    let silent = Event(at: Self.at(80), kind: .turn(.customer, Self.span(10, 75)))
    #expect(lines([silent]).map(\.rule) == [.silentListening])
  }

  @Test func praiseNeedsEvidence() {
    #expect(lines(Self.turns(11)).map(\.rule) == [])
    #expect(lines(Self.turns(14)).map(\.rule) == [.patient])
    #expect(lines(Self.turns(16)).map(\.rule) == [.letFinish, .patient])
  }

  @Test func praiseDoesNotStandBesideTheFaultThatDeniesIt() {
    let faint = Self.interruption(1, .agent, 10, salience: 0.2)
    #expect(!lines(Self.turns(24) + faint).map(\.rule).contains(.letFinish))
    let rules = lines(Self.turns(24) + Self.interruption(1, .agent, 10)).map(\.rule)
    #expect(rules == [.interrupted])
  }

  @Test(arguments: [(0.2, false), (0.35, false), (0.5, true), (1.4, true), (1.6, false)])
  func patienceIsMoreThanIsUsual(seconds: Double, isPraised: Bool) {
    let changes = (0..<12).map { index in
      Event(
        at: Self.at(Double(index) * 9),
        kind: .transition(
          from: .customer, to: .agent, offset: Self.at(seconds), start: Self.at(Double(index) * 9)))
    }
    #expect(lines(changes).map(\.rule) == (isPraised ? [.patient] : []))
  }

  @Test(arguments: [(6.0, nil), (12.0, nil), (12.0, 4.0)] as [(Double, Double?)])
  func anOpeningIsPraisedWhereItWasLongAndNobodyCutIn(length: Double, interrupted: Double?) {
    var metrics = Metrics()
    metrics.openingStatement = OpeningStatement(
      interval: Self.span(2, 2 + length), firstInterrupted: interrupted.map { Self.at($0) },
      completed: true)
    #expect(
      lines([], metrics).map(\.rule) == (length > 8 && interrupted == nil ? [.openingHeard] : []))
  }

  @Test func shortWordsAreNoQuota() {
    let words = (0..<40).map { index in
      Event(
        at: Self.at(Double(index) * 3 + 1),
        kind: .backchannel(.agent, Self.span(Double(index) * 3, Double(index) * 3 + 0.4)))
    }
    #expect(lines(words).isEmpty)
    for rule in GuidanceRule.allCases {
      let line = GuidanceLine(rule: rule, count: 3, length: Self.at(4), share: 0.5)
      #expect(!line.words.contains("mm-hm"))
    }
  }

  @Test func longTurnsWithAWordOnTheWayAreListenedTo() {
    func turn(_ start: Double, words: [Double]) -> [Event] {
      words.map {
        Event(at: Self.at($0 + 1), kind: .backchannel(.agent, Self.span($0, $0 + 0.4)))
      } + [Event(at: Self.at(start + 31), kind: .turn(.customer, Self.span(start, start + 30)))]
    }
    let twice = turn(10, words: [18, 29]) + turn(60, words: [70, 80])
    #expect(lines(twice).map(\.rule) == [.encouraged])
    #expect(lines(turn(10, words: [18, 29]) + turn(60, words: [70])).isEmpty)
  }

  @Test(arguments: [([4.0, 4.0, 4.0], false), ([6.0], false), ([6.0, 5.5], true), ([11.0], true)])
  func silencesThatAreNoticedAreSaid(lengths: [Double], isSaid: Bool) {
    let silences = lengths.enumerated().map { index, length in
      let start = 20 * Double(index + 1)
      return Event(
        at: Self.at(start + length),
        kind: .deadAir(Self.span(start, start + length), endedBy: .agent))
    }
    #expect(lines(silences).map(\.rule) == (isSaid ? [.deadAir] : []))
  }

  @Test func aFlagThatIsMarkedAsWrongIsNoEvidence() {
    let contest = Event(at: Self.at(20), kind: .contest(id: 1))
    #expect(lines(Self.interruption(1, .agent, 10) + [contest]).isEmpty)
    let two = Self.interruption(1, .agent, 10) + Self.interruption(2, .agent, 30) + [contest]
    #expect(lines(two).map(\.moments) == [[GuidanceMoment(Self.at(30))]])
  }

  @Test func aMarkOfAPersonIsNoPraise() {
    let turns = Self.turns(16)
    let contest = Event(at: Self.at(50), kind: .contest(id: 1))
    #expect(lines(turns).map(\.rule) == [.letFinish, .patient])
    #expect(lines(turns + Self.interruption(1, .agent, 10) + [contest]).isEmpty)
    let small = Self.interruption(1, .agent, 10, salience: 0.3) + [contest]
    #expect(lines(turns + small).map(\.rule) == [.patient])
    // Marked while it was under way, settled afterwards; or withdrawn, and so never there.
    let flag = Array(Self.interruption(1, .agent, 49).prefix(1))
    let settled = Array(Self.interruption(1, .agent, 49).suffix(1))
    #expect(lines(turns + flag + [contest] + settled).isEmpty)
    let withdrawn = Event(at: Self.at(52), kind: .retraction(id: 1, .terminal))
    #expect(lines(turns + flag + [contest, withdrawn]).map(\.rule) == [.letFinish, .patient])
  }

  @Test func anOpeningIsNotPraisedOverAMarkedFlag() {
    var metrics = Metrics()
    metrics.openingStatement = OpeningStatement(
      interval: Self.span(2, 20), firstInterrupted: nil, completed: true)
    #expect(lines([], metrics).map(\.rule) == [.openingHeard])
    metrics.openingStatement?.markedWrong = 1
    #expect(lines([], metrics).isEmpty)
  }

  @Test func interruptionsAreNamedWithTheirMoments() throws {
    let events = Self.turns(24) + (1...7).flatMap { Self.interruption($0, .agent, Double($0) * 9) }
    let line = try #require(lines(events).first { $0.rule == .interrupted })
    #expect(line.count == 7)
    #expect(line.moments == [9, 18, 27, 36, 45].map { GuidanceMoment(Self.at($0)) })
    #expect(!lines(events).contains { $0.rule == .letFinish })
  }

  @Test func longRepliesAreThoseOfTenSeconds() throws {
    var metrics = Metrics()
    metrics.parties.customer.turns = 12
    metrics.customerReplies.count = 12
    metrics.customerReplies.long = 4
    let events = (0..<12).flatMap { index -> [Event] in
      let start = 30 * Double(index)
      let end = start + 14 + (index.isMultiple(of: 3) ? 10 : 9.99)
      return [
        Event(at: Self.at(start + 14), kind: .turn(.agent, Self.span(start, start + 13))),
        Event(at: Self.at(end), kind: .turn(.customer, Self.span(start + 14, end))),
      ]
    }
    let line = try #require(lines(events, metrics).first { $0.rule == .longReplies })
    #expect(line.count == 4)
    #expect(line.moments == [14, 104, 194, 284].map { GuidanceMoment(Self.at($0)) })
  }

  @Test func theSumOfCallsNamesTheCallOfEachMoment() throws {
    var sum = GuidanceSum()
    var metrics = Metrics()
    for number in 1...2 {
      let start = 1000 * Double(number)
      var call = GuidanceTracker(settings: GuidanceSettings())
      var opening = OpeningStatement(
        interval: Self.span(start, start + 10 + Double(number)), firstInterrupted: nil,
        completed: true)
      if number == 2 { (opening.completed, opening.firstInterrupted) = (false, Self.at(4)) }
      for event in Self.interruption(number, .agent, start + 30) { _ = call.add(event) }
      metrics.openingStatement = opening
      sum.add(call, metrics, of: .init(number: number, start: Self.at(start)))
    }
    metrics.openingStatement = nil
    metrics.parties.agent.turns = 10
    let lines = sum.lines(metrics)
    #expect(lines.map(\.rule) == [.interrupted, .openingCut])
    #expect(lines.map(\.count) == [2, 1])
    #expect(lines[1].length == Self.at(12))
    #expect(lines[0].moments.map(\.call?.number) == [1, 2])
    #expect(lines[0].moments.map(\.timeInCall) == [Self.at(30), Self.at(30)])
    #expect(lines[0].moments.map(\.time) == [Self.at(1030), Self.at(2030)])
  }

  @Test func aCallSoonAfterANudgeHasNoneYet() {
    var tracker = GuidanceTracker(settings: GuidanceSettings(), lastNudge: Self.at(0))
    #expect(Self.interruption(1, .agent, 40).compactMap { tracker.add($0) }.isEmpty)
    #expect(
      Self.interruption(2, .agent, 70).compactMap { tracker.add($0)?.rule } == [.interrupted])
  }

  @Test func whatHappenedBeforeACallWasKnownToBeOneIsNoNudgeAndTakesNone() {
    var tracker = GuidanceTracker(settings: GuidanceSettings(), quietUntil: Self.at(13))
    let early = Self.interruption(1, .agent, 10).map { tracker.add($0)?.rule }
    let next = Self.interruption(2, .agent, 30).map { tracker.add($0)?.rule }
    #expect(early == [nil, nil])
    #expect(next == [nil, .interrupted])
  }

  @Test func whatWasSaidBeforeOrInAHoldIsNoLongTalkAfterIt() {
    let events =
      [
        Event(at: Self.at(1.1), kind: .speechStarted(.agent, start: Self.at(1))),
        Event(at: Self.at(60), kind: .hold(Self.span(20, 60))),
        Event(at: Self.at(61.1), kind: .speechStarted(.agent, start: Self.at(61))),
      ] + Self.interruption(1, .customer, 70)
    #expect(longTalks(events) == 0)
  }

  @Test(arguments: 28...36) func longTalkAfterALongSilenceBeginsWithItsFirstWord(tenths: Int) {
    let silence = String(repeating: ".", count: tenths)
    let call = ScriptedCall(
      agent: "20# \(silence) 485#", customer: "20. \(silence) 475. 60#")
    #expect(call.turns.contains { $0.hasPrefix("agent") })
    let flags = call.events.filter {
      if case .interruption(let flag) = $0.kind { flag.party == .customer } else { false }
    }
    #expect(flags.count == 1)
    #expect(longTalks(call.events) == 1)
  }

  @Test(arguments: [(44.0, 0), (46.0, 1)]) func talkThatGoesOnAfterLostAudioCountsFromThere(
    seconds: Double, count: Int
  ) {
    let events =
      [
        Event(at: Self.at(1.1), kind: .speechStarted(.agent, start: Self.at(1))),
        Event(at: Self.at(20), kind: .turn(.agent, Self.span(1, 20))),
        Event(at: Self.at(21), kind: .unknown(.customer, Self.span(20, 21), .lost)),
      ] + Self.interruption(1, .customer, 21 + seconds)
    #expect(longTalks(events) == count)
  }

  @Test func aSoundThatWasNoSpeechTakesNoFloor() {
    let events =
      [
        Event(at: Self.at(1.05), kind: .speechStarted(.customer, start: Self.at(1))),
        Event(at: Self.at(1.1), kind: .speechStarted(.agent, start: Self.at(1.02))),
        Event(at: Self.at(1.2), kind: .speechCancelled(.customer, start: Self.at(1))),
      ] + Self.interruption(1, .customer, 48)
    #expect(longTalks(events) == 1)
  }

  @Test func thereAreAtMostThreeLinesOfAdviceAndTwoStrengths() {
    var metrics = Metrics()
    metrics.parties.agent.talk = Self.at(300)
    metrics.parties.customer.talk = Self.at(80)
    metrics.parties.agent.turns = 12
    metrics.parties.customer.turns = 12
    metrics.parties.agent.responses = ResponseTimes(count: 12, median: Self.at(-0.4))
    metrics.parties.agent.credit.longestWithout = Self.span(100, 170)
    metrics.openingStatement = OpeningStatement(
      interval: Self.span(2, 9), firstInterrupted: Self.at(7), completed: false)
    let silences = [20.0, 40].map {
      Event(at: Self.at($0 + 5), kind: .deadAir(Self.span($0, $0 + 4), endedBy: .customer))
    }
    let monologue = Event(at: Self.at(90), kind: .monologueStarted(.agent, start: Self.at(30)))
    let events = Self.interruption(1, .agent, 10) + silences + [monologue]
    let rules = lines(events, metrics).map(\.rule)
    #expect(rules == [.interrupted, .openingCut, .talkedLong])
  }

  @Test(arguments: RandomCall.all) func everyCallKeepsTheLimits(random: RandomCall) {
    let call = random.call
    let found = lines(call.events, call.metrics)
    #expect(found == lines(call.events, call.metrics))
    #expect(found.count <= 5)
    for line in found {
      #expect(line.count > 0)
      #expect(line.moments.count <= 5)
      let times = line.moments.map(\.time)
      #expect(times == times.sorted())
      #expect(times.allSatisfy { $0 >= .zero && $0 <= call.metrics.duration })
    }
    #expect(Set(found.map(\.rule)).count == found.count)
  }
}
