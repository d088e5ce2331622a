import Conversation
import Testing

/// The measures and the guidance of a call, while it runs and summed up.
@Suite struct CallMeasureTests {
  private func seconds(_ seconds: Double) -> SampleTime { SampleTime(seconds: seconds) }

  private func interval(_ start: Double, _ end: Double) -> Interval {
    Interval(start: SampleTime(seconds: start), end: SampleTime(seconds: end))
  }

  @Test func deadAirIsToldInsideACallOnly() {
    var scene = CallScene.call()
    let silence = interval(20, 90)
    scene.at(23, .deadAirStarted(start: silence.start))
    scene.at(90, .deadAir(silence, endedBy: .agent))
    scene.at(163, .deadAirStarted(start: seconds(159)))
    scene.at(300, .deadAir(interval(159, 300), endedBy: .agent))
    scene.pass(to: 400)
    #expect(scene.count { if case .deadAir = $0 { true } else { false } } == 0)
    #expect(scene.ended[0].metrics.deadAir.count == 0)
  }

  @Test func runningMeasuresAreThoseOfTheCall() {
    var scene = CallScene.call()
    let louder = ToneChange(
      party: .agent, measure: .loudness, from: -30, to: -20, start: seconds(120))
    scene.at(140, .toneChange(louder))
    scene.pass(to: 400)
    let told = scene.told.compactMap { event -> (at: SampleTime, metrics: Metrics)? in
      if case .metrics(let metrics) = event.kind { (event.at, metrics) } else { nil }
    }
    #expect(told.allSatisfy { $0.at >= seconds(110) && $0.at < seconds(200) })
    let middle = told.first { $0.at == seconds(150) }?.metrics
    #expect(middle?.duration == seconds(50))
    #expect(middle?.parties.agent.toneChanges == 1)
  }

  @Test func measuresAddUpWhileTheCallRunsAndAtItsEnd() {
    var scene = CallScene.call()
    scene.at(131, .unknown(.agent, interval(128, 131), .overrun))
    for time in stride(from: 104.0, through: 200, by: 3.3) {
      scene.isHeard.agent = time < 128 || time > 131
      scene.pass(to: time)
      guard let metrics = scene.metrics ?? scene.ended.last?.metrics else { continue }
      let talk = metrics.parties.agent.talk + metrics.parties.customer.talk - metrics.overlap
      #expect(talk + metrics.silence + metrics.unknown + metrics.hold == metrics.duration)
    }
    #expect(scene.ended.last?.metrics.unknown == seconds(3))
  }

  @Test(arguments: [true, false])
  func whatIsOpenAtTheEndOfACallDoesNotCount(isRetracted: Bool) {
    var scene = CallScene.call()
    let flag = Interruption(
      id: 1, party: .agent, start: seconds(154), confidence: 0.8, salience: 0.5)
    scene.at(154.5, .interruption(flag))
    scene.at(155.5, isRetracted ? .retraction(id: 1, .backchannel) : .mark)
    scene.pass(to: 155)
    #expect(scene.metrics?.parties.agent.interruptions.open == 1)
    scene.startNewCall()
    scene.pass(to: 300)
    scene.finish()
    #expect(scene.ended.allSatisfy { $0.metrics.parties.agent.interruptions.total == 0 })
    #expect(scene.total.parties.agent.interruptions == InterruptionCounts())
  }

  @Test func guidanceIsThatOfTheCalls() throws {
    var scene = CallScene.call()
    for turn in 0..<10 {
      let start = 300 + 10 * Double(turn)
      scene.speak(turn.isMultiple(of: 2) ? .agent : .customer, start, start + 9)
      scene.at(start + 9.5, .turn(.agent, interval(start, start + 9)))
    }
    scene.interrupt(1, .agent, 340, resolvedAt: 342)
    scene.pass(to: 500)
    let nudges = scene.told.filter { if case .guidance = $0.kind { true } else { false } }
    let word = Nudge(rule: .interrupted, start: seconds(340), outcome: .floorTaken)
    #expect(nudges == [Event(at: seconds(342), kind: .guidance(word))])
    let line = try #require(scene.guidanceLines.first { $0.rule == .interrupted })
    #expect(line.moments.map(\.time) == [seconds(340)])
    #expect(line.moments.map(\.timeInCall) == [seconds(40)])
    #expect(line.moments.map(\.call?.number) == [2])
  }

  @Test func theSumOfAllCallsIsInTheTracker() {
    var scene = CallScene.call()
    for turn in 0..<4 {
      scene.speak(
        turn.isMultiple(of: 2) ? .agent : .customer, 300 + 10 * Double(turn),
        309 + 10 * Double(turn))
    }
    scene.at(111, .transition(from: .agent, to: .customer, offset: seconds(1), start: seconds(110)))
    scene.at(311, .transition(from: .agent, to: .customer, offset: seconds(3), start: seconds(310)))
    scene.pass(to: 400)
    #expect(scene.calls == 2)
    #expect(scene.total.duration == seconds(59 + 39))
    #expect(scene.total.parties.agent.talk == seconds(27 + 18))
    #expect(scene.total.silence == seconds(5 + 3))
    #expect(scene.total.transitions == 2)
    #expect(scene.total.parties.customer.responses.median == seconds(2))
  }

  @Test func noJudgementReachesOverTheBorderOfCalls() {
    var scene = CallScene.call()
    scene.at(111, .transition(from: .agent, to: .customer, offset: seconds(1), start: seconds(110)))
    for turn in 0..<4 {
      scene.speak(
        turn.isMultiple(of: 2) ? .agent : .customer, 300 + 10 * Double(turn),
        309 + 10 * Double(turn))
    }
    // Of the call before, of the time in which it turned out to be over, and over a long silence.
    let gap = seconds(300) - seconds(159)
    scene.at(299, .turn(.customer, interval(150, 159)))
    scene.at(299.1, .backchannel(.agent, interval(158, 158.5)))
    scene.at(299.2, .prematureAnswer(.agent, start: seconds(158), confidence: 0.2))
    scene.at(299.3, .monologue(.customer, interval(130, 159)))
    let flag = Interruption(
      id: 7, party: .agent, start: seconds(158), confidence: 0.8, salience: 0.5)
    scene.at(299.4, .interruption(flag))
    scene.at(299.5, .retraction(id: 7, .tooShort))
    scene.at(300.2, .transition(from: .customer, to: .agent, offset: gap, start: seconds(300)))
    scene.at(
      300.3, .transition(from: .customer, to: .agent, offset: seconds(60), start: seconds(300)))
    scene.at(
      320.2, .transition(from: .agent, to: .customer, offset: seconds(1), start: seconds(320)))
    scene.pass(to: 400)
    #expect(scene.calls == 2)
    let judged = scene.told.filter { event in
      switch event.kind {
      case .turn, .backchannel, .prematureAnswer, .monologue, .interruption, .retraction,
        .transition:
        true
      default: false
      }
    }
    #expect(judged.map(\.at) == [seconds(111), seconds(320.2)])
    #expect(scene.total.transitions == judged.count)
  }
}
