import Conversation
import Dashboard

extension DashboardState {
  /// A day of calls in virtual time, of about six minutes each and ten apart from nine o'clock on.
  ///
  /// In call `n` the agent interrupts `n % 4` times, once is withdrawn, and a silence is long.
  static func day(calls: Int, goal: Double? = 6, usual: UsualDay? = nil) -> DashboardState {
    var state = DashboardState(
      devices: PartyPair(agent: "default", customer: "pulse:DEVICE=@DEFAULT_MONITOR@"),
      clock: EventClock(.call, secondOfDay: 9 * 3600))
    state.day.goal = goal
    state.day.usual = usual
    for number in 0..<calls { state.playCall(number) }
    return state
  }

  /// Plays a call of the simulated day, in the tenth minute after the one before.
  mutating func playCall(_ number: Int) {
    let start = SampleTime(seconds: Double(number) * 600 + 30)
    let length = SampleTime(seconds: Double(330 + number % 5 * 15))
    func at(_ seconds: Double) -> SampleTime { start + SampleTime(seconds: seconds) }
    add(Event(at: at(4), kind: .callStarted(start: start)))
    for turn in 0..<Int(length.seconds / 15) {
      let party: Party = turn.isMultiple(of: 2) ? .agent : .customer
      let from = Double(turn) * 15 + 1
      add(Event(at: at(from + 0.1), kind: .speechStarted(party, start: at(from))))
      let interval = Interval(start: at(from), end: at(from + 13))
      add(Event(at: at(from + 13.2), kind: .speech(party, interval)))
      add(Event(at: at(from + 13.2), kind: .turn(party, interval)))
    }
    let interruptions = number % 4
    for flag in 0...interruptions {
      let id = number * 10 + flag
      let time = 60 + Double(flag) * 45
      let interruption = Interruption(
        id: id, party: .agent, start: at(time), confidence: 0.9, salience: 0.6)
      add(Event(at: at(time + 0.5), kind: .interruption(interruption)))
      if flag == interruptions {
        add(Event(at: at(time + 2), kind: .retraction(id: id, .terminal)))
      } else {
        let end = InterruptionResolution(
          id: id, outcome: .floorTaken, overlap: SampleTime(seconds: 0.8), salience: 0.7)
        add(Event(at: at(time + 2), kind: .interruptionResolved(end)))
      }
    }
    add(Event(at: at(303), kind: .deadAirStarted(start: at(300))))
    add(
      Event(
        at: at(306), kind: .deadAir(Interval(start: at(300), end: at(306)), endedBy: .agent)))
    var metrics = Metrics()
    metrics.duration = length
    metrics.parties.agent.talk = SampleTime(seconds: 150 + Double(number % 3) * 10)
    metrics.parties.customer.talk = SampleTime(seconds: 150)
    metrics.parties.agent.interruptions.floorTaken = interruptions
    let call = Interval(start: start, end: start + length)
    let told = call.end + SampleTime(seconds: 12)
    add(Event(at: told, kind: .callEnded(call, metrics)))
    if interruptions > 0 {
      let moments = (0..<interruptions).map { flag in
        GuidanceMoment(
          at(60 + Double(flag) * 45), in: .init(number: number + 1, start: start))
      }
      let line = GuidanceLine(rule: .interrupted, count: interruptions, moments: moments)
      add(Event(at: told, kind: .lesson(line)))
    }
    let patience = GuidanceLine(rule: .patient, count: 11, length: SampleTime(seconds: 0.6))
    add(Event(at: told, kind: .lesson(patience)))
    advance(to: told + SampleTime(seconds: 5), levels: PartyPair(repeating: nil))
  }

  /// The fourth call of a day, seventy seconds after its beginning: the customer has the word.
  static var fourthCall: DashboardState {
    var state = day(
      calls: 3, usual: UsualDay(days: 18, interruptionsPerHour: 11, shareOfTalk: 0.49))
    let start = SampleTime(seconds: 1830)
    state.add(
      Event(at: start + SampleTime(seconds: 4), kind: .callStarted(start: start)))
    state.add(
      Event(
        at: start + SampleTime(seconds: 5),
        kind: .speechStarted(.customer, start: start + SampleTime(seconds: 3))))
    state.advance(
      to: start + SampleTime(seconds: 70), levels: PartyPair(agent: -62, customer: -21))
    state.saving = .on
    return state
  }
}
