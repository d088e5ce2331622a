import Conversation
import Testing

@testable import Dashboard

@Suite struct DashboardDayTests {
  private func seconds(_ seconds: Double) -> SampleTime { SampleTime(seconds: seconds) }

  private func press(_ keys: DashboardKey..., on state: inout DashboardState) {
    for key in keys {
      let isObeyed = state.obey(key, page: 5)
      #expect(isObeyed)
    }
  }

  /// The items of every list that a state keeps.
  private func items(_ state: DashboardState) -> Int {
    let past = state.past
    let recent =
      past.speech.agent.count + past.speech.customer.count + past.signs.count
      + past.overlaps.count + past.deadAir.count + past.holds.count + past.marks.count
    let calls = state.day.calls.reduce(0) { sum, call in
      sum + call.moments.count + call.lessons.count
        + (call.sketch.map { $0.speech.agent.count + $0.speech.customer.count } ?? 0)
    }
    return state.log.entries.count + recent + calls
  }

  @Test func aDayOfFortyCallsIsListedAndAddedUp() {
    let state = DashboardState.day(calls: 40)
    #expect(state.day.count == 40)
    #expect(state.day.calls.count == 40)
    // 0 to 3 in turn.
    #expect(state.day.interruptions == 60)
    #expect(state.day.calls.map(\.interruptions) == (0..<40).map { $0 % 4 })
    #expect(state.day.time == seconds(40 * 360))
    #expect(state.day.calls[0].minuteOfDay == 9 * 60)
    #expect(state.day.calls[39].minuteOfDay == 15 * 60 + 30)
    for (number, call) in state.day.calls.enumerated() {
      #expect(call.lessons.map(\.rule) == (number % 4 > 0 ? [.interrupted, .patient] : [.patient]))
      let flags = call.moments.filter { entry in
        if case .interruption = entry.kind { true } else { false }
      }
      #expect(flags.count == number % 4)
      #expect(call.moments.map(\.time) == call.moments.map(\.time).sorted())
      #expect(call.moments.last?.reading == seconds(300))
    }
    #expect(state.log.entries.map(\.time) == state.log.entries.map(\.time).sorted())
  }

  @Test func aGoalIsHeldAgainstTheTimeOfTheCalls() {
    // 60 in four hours are 15 an hour.
    #expect(DashboardState.day(calls: 40, goal: 15).day.exceedsGoal == false)
    #expect(DashboardState.day(calls: 40, goal: 14.9).day.exceedsGoal == true)
    #expect(DashboardState.day(calls: 40, goal: nil).day.exceedsGoal == nil)
    // One in the first minutes is not yet a day.
    #expect(DashboardState.day(calls: 2, goal: 2).day.exceedsGoal == false)
    #expect(DashboardState.day(calls: 2, goal: 0).day.exceedsGoal == true)
  }

  @Test func memoryStaysFlatHoweverManyCallsCome() {
    var state = DashboardState()
    var sizes: [Int] = []
    for number in 0..<300 {
      state.playCall(number)
      if number % 100 == 99 { sizes.append(items(state)) }
    }
    #expect(state.day.count == 300)
    #expect(state.day.calls.count == CallDay.most)
    #expect(abs(sizes[2] - sizes[1]) <= 200)
    #expect(sizes[2] < 60_000)
  }

  @Test func aCallStaysOpenWhileOlderOnesAreForgotten() {
    var state = DashboardState.day(calls: CallDay.most)
    press(.enter, .enter, on: &state)
    let start = state.day.calls[CallDay.most - 1].start
    state.playCall(CallDay.most)
    #expect(state.page == .past(call: CallDay.most - 2, moment: 0))
    #expect(state.day.calls[CallDay.most - 2].start == start)
    #expect(
      DashboardView.lines(state, size: ScreenSize(columns: 80, rows: 24))[2]
        .hasPrefix("Call \(CallDay.most), "))
    #expect(DashboardPage.past(call: 0, moment: 3).withoutTheFirstCall == .day(chosen: 0))
    #expect(DashboardPage.day(chosen: 0).withoutTheFirstCall == .day(chosen: 0))
    #expect(DashboardPage.call.withoutTheFirstCall == .call)
  }

  @Test func aCallThatBeginsAsTheLastOneEndsTakesNothingOfItsTime() {
    var state = DashboardState()
    state.add(Event(at: seconds(10), kind: .callStarted(start: seconds(5))))
    let call = Interval(start: seconds(5), end: seconds(65))
    state.add(Event(at: seconds(65), kind: .callEnded(call, Metrics())))
    state.add(Event(at: seconds(65), kind: .callStarted(start: seconds(65))))
    #expect(state.log.entries.map(\.reading) == [.zero, seconds(60), .zero])
    // Nobody talked in it.
    #expect(state.day.calls.isEmpty)
  }

  @Test func aCallOfHoursKeepsABoundedSketch() {
    var sketch = CallSketch(from: seconds(100))
    for turn in 0..<2000 {
      let start = 100 + Double(turn) * 10
      sketch.add(
        Interval(start: seconds(start), end: seconds(start + 5)),
        of: turn.isMultiple(of: 2) ? .agent : .customer)
    }
    #expect(sketch.speech.agent.count <= CallSketch.most)
    let length = seconds(20_000)
    #expect(abs(sketch.share(.agent, from: 0, to: 1, of: length) - 0.25) < 0.03)
    #expect(abs(sketch.share(.customer, from: 0.5, to: 1, of: length) - 0.25) < 0.03)
    #expect(sketch.share(.agent, from: 0.9, to: 1, of: seconds(100_000)) == 0)
  }

  @Test func enterGoesIntoTheDayAndACallAndEscapeComesBack() {
    var state = DashboardState.day(calls: 12)
    press(.enter, on: &state)
    #expect(state.page == .day(chosen: 11))
    press(.up, .pageUp, on: &state)
    #expect(state.page == .day(chosen: 5))
    press(.home, on: &state)
    #expect(state.page == .day(chosen: 0))
    press(.end, .down, on: &state)
    #expect(state.page == .day(chosen: 11))
    press(.enter, .enter, on: &state)
    #expect(state.page == .past(call: 11, moment: 0))
    press(.down, .down, on: &state)
    #expect(state.page == .past(call: 11, moment: 2))
    press(.end, on: &state)
    #expect(state.page == .past(call: 11, moment: 3))
    press(.help, .escape, on: &state)
    #expect(!state.showsHelp)
    #expect(state.page == .past(call: 11, moment: 3))
    press(.escape, .escape, .escape, on: &state)
    #expect(state.page == .call)
    for key in [DashboardKey.quit, .hangUp, .pause, .mark, .newCall, .hold, .mute, .wrong] {
      let former = state
      let isObeyed = state.obey(key, page: 5)
      #expect(!isObeyed)
      #expect(state == former)
    }
  }

  @Test func aDayWithoutCallsOpensAndClosesToo() {
    var state = DashboardState()
    press(.enter, .down, .enter, .up, on: &state)
    #expect(state.page == .day(chosen: 0))
    let lines = DashboardView.lines(state, size: ScreenSize(columns: 80, rows: 24))
    #expect(lines.contains("Calls appear here when they end."))
    press(.escape, on: &state)
    #expect(state.page == .call)
  }

  @Test func everyMomentSaysWhyItCounts() {
    let flag = Interruption(id: 1, party: .agent, start: .zero, confidence: 0.8, salience: 0.5)
    func end(_ outcome: InterruptionOutcome, _ agreement: Double? = nil) -> LogEntry.Kind {
      .interruption(
        flag,
        .resolved(
          InterruptionResolution(
            id: 1, outcome: outcome, overlap: seconds(0.8), salience: 0.6, agreement: agreement)))
    }
    let kinds: [LogEntry.Kind] = [
      end(.floorTaken), end(.floorKept), end(.unknown), end(.floorKept, 0.4),
      .interruption(flag, .markedWrong(.open)), .prematureAnswer(.agent),
      .deadAir(length: seconds(4), endedBy: .agent), .monologue(.customer, length: seconds(70)),
      .unknown(.agent, length: seconds(1), .overrun), .hold(length: seconds(9)), .mark,
    ]
    for kind in kinds {
      #expect(kind.isMoment)
      #expect(DashboardWords.why(kind)?.hasSuffix(".") == true)
    }
    #expect(DashboardWords.why(end(.floorTaken))?.contains("the customer stopped") == true)
    for kind in [LogEntry.Kind.notice("a"), .interruption(flag, .open)] {
      #expect(!kind.isMoment && DashboardWords.why(kind) == nil)
    }
  }

  @Test func theTurnUnderWayIsTimedUntilTheOtherTakesIt() {
    var state = DashboardState(call: .running(since: .zero))
    state.add(Event(at: seconds(1.1), kind: .speechStarted(.agent, start: seconds(1))))
    #expect(state.turn.current?.party == .agent)
    // A short word of the other takes nothing.
    state.add(Event(at: seconds(9.1), kind: .speechStarted(.customer, start: seconds(9))))
    #expect(state.turn.current?.since == seconds(1))
    let change = Event.Kind.transition(
      from: .agent, to: .customer, offset: seconds(-1), start: seconds(9))
    state.add(Event(at: seconds(11), kind: change))
    #expect(state.turn.current?.party == .customer)
    state.advance(to: seconds(75), levels: PartyPair(repeating: nil))
    let lines = DashboardView.lines(state, size: ScreenSize(columns: 80, rows: 24))
    #expect(lines[3].contains("speaks 1:06"))
    state.add(
      Event(
        at: seconds(77.2), kind: .speech(.customer, Interval(start: seconds(9), end: seconds(77)))))
    let pausing = DashboardView.lines(state, size: ScreenSize(columns: 80, rows: 24))
    #expect(pausing[3].contains("pauses 1:08"))
    state.add(Event(at: seconds(80), kind: .deadAirStarted(start: seconds(77))))
    #expect(state.turn.current == nil)
  }

  @Test(arguments: [
    ("default", "default microphone"), ("pulse:DEVICE=@DEFAULT_MONITOR@", "all that is played"),
    (
      "pulse:DEVICE=alsa_output.usb-0b0e_Jabra_EVOLVE_20-00.analog-stereo.monitor",
      "Jabra EVOLVE 20"
    ),
    ("pulse:DEVICE=alsa_input.pci-0000_00_1f.3.analog-stereo", "built-in sound"),
    ("pulse:DEVICE=call.monitor", "call"), ("plughw:1", "plughw:1"), ("left", "left"),
  ])
  func devicesHaveTheNamesThatPeopleUse(name: String, words: String) {
    #expect(DashboardWords.device(name) == words)
  }

  @Test(arguments: DashboardTheme.allCases) func themesChangeColoursOnly(theme: DashboardTheme) {
    let size = ScreenSize(columns: 120, rows: 40)
    let lines = DashboardView.lines(
      .fourthCall, size: size, style: DashboardStyle(colour: true, theme: theme))
    let bare = lines.map { $0.replacing(#/\x1B\[[0-9;]+m/#, with: "") }
    #expect(bare == DashboardView.lines(.fourthCall, size: size))
    let colours = Set(lines.joined().matches(of: #/\x1B\[([0-9;]+)m/#).map { $0.1 })
    #expect(colours.count >= 4)
    if theme == .highContrast { #expect(!colours.contains("2")) }
  }
}
