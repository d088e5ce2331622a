import Conversation
import Interject
import Reporting
import Testing
import VoiceActivity

@Suite struct CallTrackerTests {
  private func seconds(_ seconds: Double) -> SampleTime { SampleTime(seconds: seconds) }

  private func interval(_ start: Double, _ end: Double) -> Interval {
    Interval(start: seconds(start), end: seconds(end))
  }

  /// Both take turns from 100 s to 160 s.
  private func call(_ settings: CallSettings = CallSettings()) -> CallScene {
    var scene = CallScene(settings: settings)
    for turn in 0..<6 {
      let start = 100 + Double(turn) * 10
      scene.speak(turn.isMultiple(of: 2) ? .agent : .customer, start, start + 9)
    }
    return scene
  }

  @Test func aCallRunsFromTheFirstWordToTheLast() {
    var scene = call()
    scene.pass(to: 400)
    #expect(scene.starts == [seconds(100)])
    #expect(scene.ended.map(\.interval) == [interval(100, 159)])
    let metrics = scene.ended[0].metrics
    #expect(metrics.duration == seconds(59))
    #expect(metrics.parties.agent.talk == seconds(27))
    #expect(metrics.parties.customer.talk == seconds(27))
    #expect(metrics.silence == seconds(5))
  }

  @Test func onePartyAloneMakesNoCall() {
    var scene = CallScene()
    for start in stride(from: 10.0, to: 300, by: 12) { scene.speak(.agent, start, start + 8) }
    scene.pass(to: 400)
    #expect(scene.starts.isEmpty)
  }

  @Test func partiesHeardFarApartMakeNoCall() {
    var scene = CallScene()
    scene.speak(.agent, 10, 14)
    scene.speak(.customer, 46, 50)
    scene.pass(to: 120)
    #expect(scene.starts.isEmpty)
  }

  @Test func aNoiseIsNotACustomer() {
    var scene = CallScene()
    scene.speak(.agent, 10, 14)
    scene.speak(.customer, 15, 15.2)
    scene.pass(to: 60)
    #expect(scene.starts.isEmpty)
  }

  @Test func whatTheAgentSaidLongBeforeIsNoPartOfTheCall() {
    var scene = call()
    scene.speak(.agent, 85, 87)
    scene.speak(.agent, 90, 91)
    scene.pass(to: 120)
    #expect(scene.starts == [seconds(100)])
  }

  @Test func theCallIsKnownWhileTheAnswerStillLasts() {
    var scene = CallScene()
    scene.speak(.agent, 10, 12)
    scene.speak(.customer, 13, 40)
    scene.pass(to: 14)
    #expect(scene.starts == [seconds(10)])
    #expect(scene.metrics?.parties.customer.talk == seconds(1))
  }

  @Test func aLineThatIsNotStillKeepsTheCall() {
    var scene = call()
    scene.line = -50
    scene.pass(to: 400)
    #expect(scene.ended.isEmpty)
    scene.line = nil
    scene.pass(to: 410)
    #expect(scene.ended.map(\.interval) == [interval(100, 159)])
  }

  @Test func aLineThatNeverFallsStillLosesTheCallInTheEnd() {
    var scene = call()
    scene.line = -40
    scene.pass(to: 1200)
    #expect(scene.ended.map(\.interval) == [interval(100, 159)])
  }

  @Test func aLongExplanationOnASilentLineIsAPartOfTheCall() {
    var scene = call()
    scene.speak(.agent, 161, 230)
    scene.speak(.customer, 231, 233)
    scene.pass(to: 400)
    #expect(scene.ended.map(\.interval) == [interval(100, 233)])
  }

  @Test func theTimeToTheEndIsASetting() {
    var settings = CallSettings()
    settings.endsAfter = 60
    var scene = call(settings)
    scene.pass(to: 210)
    #expect(scene.ended.isEmpty)
    scene.pass(to: 225)
    #expect(scene.ended.count == 1)
  }

  @Test func deadAirIsToldInsideACallOnly() {
    var scene = call()
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
    var scene = call()
    var engine = Metrics()
    engine.duration = seconds(150)
    let louder = ToneChange(
      party: .agent, measure: .loudness, from: -30, to: -20, start: seconds(120))
    scene.at(140, .toneChange(louder))
    for at in [50.0, 150, 300] { scene.at(at, .metrics(engine)) }
    scene.pass(to: 400)
    let told = scene.told.compactMap { event in
      if case .metrics(let metrics) = event.kind { metrics } else { nil }
    }
    #expect(told.count == 1)
    #expect(told.first?.duration == seconds(50))
    #expect(told.first?.parties.agent.toneChanges == 1)
  }

  @Test func measuresAddUpWhileTheCallRunsAndAtItsEnd() {
    var scene = call()
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

  @Test func aPauseIsNoEnd() {
    var scene = call()
    scene.pass(to: 160)
    scene.isHeard = PartyPair(repeating: false)
    scene.pass(to: 600)
    #expect(scene.ended.isEmpty)
    scene.isHeard = PartyPair(repeating: true)
    for party in Party.allCases { scene.at(600.1, .unknown(party, interval(160, 600), .paused)) }
    scene.pass(to: 640)
    #expect(scene.ended.map(\.interval) == [interval(100, 159)])
    #expect(scene.ended.last?.metrics.unknown == .zero)
  }

  @Test func aKeyBeginsANewCallAtOnce() {
    var scene = call()
    scene.pass(to: 155)
    scene.startNewCall()
    scene.pass(to: 156)
    #expect(scene.starts == [seconds(100), seconds(155)])
    #expect(scene.ended.map(\.interval) == [interval(100, 155)])
    // What lasts from the call before into this one counts here from its beginning only.
    scene.pass(to: 160)
    scene.finish()
    #expect(scene.ended.last?.metrics.parties.customer.talk == seconds(4))
  }

  @Test(arguments: [true, false])
  func whatIsOpenAtTheEndOfACallDoesNotCount(isRetracted: Bool) {
    var scene = call()
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

  @Test func aKeyWithoutACallAfterItMakesNone() {
    var scene = call()
    scene.pass(to: 161)
    scene.startNewCall()
    scene.speak(.agent, 165, 168)
    scene.pass(to: 400)
    #expect(scene.starts.count == 2)
    #expect(scene.ended.map(\.interval) == [interval(100, 161), interval(161, 168)])
    #expect(scene.calls == 1)
    #expect(scene.total == scene.ended[0].metrics)
  }

  @Test func holdStopsEveryMeasure() {
    var scene = call()
    scene.pass(to: 162)
    scene.toggleHold()
    scene.at(163, .deadAirStarted(start: seconds(159)))
    scene.speak(.agent, 180, 190)
    scene.at(262, .deadAir(interval(190, 262), endedBy: .agent))
    scene.pass(to: 260)
    #expect(scene.isOnHold)
    scene.toggleHold()
    scene.at(
      263, .transition(from: .customer, to: .agent, offset: seconds(103), start: seconds(262)))
    scene.speak(.agent, 262, 264)
    scene.speak(.customer, 265, 270)
    scene.pass(to: 400)
    let call = scene.ended[0]
    #expect(scene.holds == [interval(162, 260)])
    #expect(call.interval == interval(100, 270))
    #expect(call.metrics.hold == seconds(98))
    #expect(call.metrics.parties.agent.talk == seconds(29))
    #expect(call.metrics.deadAir.count == 0)
    #expect(call.metrics.parties.agent.responses.count == 0)
    #expect(scene.count { if case .deadAirStarted = $0 { true } else { false } } == 0)
  }

  @Test func whatIsMadeOfTheTimeOnHoldIsNeitherToldNorCounted() {
    var scene = call()
    scene.interrupt(1, .agent, 155, resolvedAt: 170)
    scene.pass(to: 160)
    scene.toggleHold()
    scene.interrupt(2, .agent, 180, resolvedAt: 190)
    scene.interrupt(3, .customer, 200, resolvedAt: 262)
    scene.at(183, .backchannel(.agent, interval(181, 182)))
    scene.at(221, .monologueStarted(.customer, start: seconds(161)))
    scene.at(230, .turn(.customer, interval(161, 229)))
    scene.at(230, .monologue(.customer, interval(161, 229)))
    let louder = ToneChange(
      party: .customer, measure: .loudness, from: -30, to: -20, start: seconds(205))
    scene.at(231, .toneChange(louder))
    scene.speak(.customer, 161, 229)
    scene.pass(to: 260)
    scene.toggleHold()
    scene.interrupt(4, .customer, 265, resolvedAt: 270)
    scene.pass(to: 280)
    scene.finish()
    #expect(scene.flags == [1, 4])
    #expect(scene.endedFlags == [1, 4])
    for kind in ["backchannel", "monologue_started", "turn", "monologue", "tone_change"] {
      #expect(scene.count { $0.name == kind } == 0, "\(kind)")
    }
    #expect(
      scene.count { if case .speech(.customer, interval(161, 229)) = $0 { true } else { false } }
        == 1)
    let metrics = scene.total
    #expect(metrics.parties.agent.interruptions.total == 1)
    #expect(metrics.parties.customer.interruptions.total == 1)
    #expect(metrics.parties.customer.turns == 0)
    #expect(metrics.parties.customer.toneChanges == 0)
  }

  @Test func theEndOfAnUntoldInterruptionStaysUntoldInTheNextCall() {
    var scene = call()
    scene.pass(to: 160)
    scene.toggleHold()
    scene.interrupt(1, .customer, 165, resolvedAt: 175)
    scene.pass(to: 170)
    scene.startNewCall()
    scene.pass(to: 180)
    #expect(scene.flags.isEmpty && scene.endedFlags.isEmpty)
  }

  @Test func guidanceIsThatOfTheCalls() throws {
    var scene = call()
    scene.at(105, .guidance(.talkedLong))
    for turn in 0..<10 {
      let start = 300 + 10 * Double(turn)
      scene.speak(turn.isMultiple(of: 2) ? .agent : .customer, start, start + 9)
      scene.at(start + 9.5, .turn(.agent, interval(start, start + 9)))
    }
    scene.interrupt(1, .agent, 340, resolvedAt: 342)
    scene.pass(to: 500)
    let nudges = scene.told.filter { if case .guidance = $0.kind { true } else { false } }
    #expect(nudges == [Event(at: seconds(342), kind: .guidance(.interrupted))])
    let line = try #require(scene.guidanceLines.first { $0.rule == .interrupted })
    #expect(line.moments.map(\.time) == [seconds(340)])
    #expect(line.moments.map(\.timeInCall) == [seconds(40)])
    #expect(line.moments.map(\.call?.number) == [2])
  }

  @Test func steadyMusicIsAHoldAndItsEndResumes() {
    var scene = call()
    scene.pass(to: 165)
    scene.sound = .music
    scene.line = -25
    scene.pass(to: 300)
    #expect(scene.isOnHold)
    scene.sound = .other
    scene.line = nil
    scene.speak(.customer, 301, 305)
    scene.pass(to: 400)
    #expect(scene.holds == [interval(163.1, 300.1)])
    #expect(scene.ended.map(\.interval) == [interval(100, 305)])
  }

  @Test func theAgentBackInARestEndsTheHoldThere() {
    var scene = call()
    scene.pass(to: 165)
    scene.sound = .music
    scene.speak(.agent, 180, 182)
    scene.pass(to: 200)
    scene.sound = .rest
    scene.pass(to: 202)
    #expect(scene.isOnHold)
    scene.speak(.agent, 202, 206)
    scene.pass(to: 206.5)
    #expect(scene.holds == [interval(163.1, 199.3)])
    #expect(scene.metrics?.parties.agent.talk == seconds(27 + 4))
  }

  @Test func deadAirIsNotToldWhileMusicPlays() {
    var scene = call()
    scene.pass(to: 160)
    scene.sound = .music
    scene.at(162, .deadAirStarted(start: seconds(159)))
    scene.pass(to: 170)
    #expect(scene.isOnHold)
    #expect(scene.count { if case .deadAirStarted = $0 { true } else { false } } == 0)
  }

  @Test func deadAirIsNotToldWhileNotesMayBecomeMusic() {
    var scene = call()
    scene.pass(to: 160)
    scene.sound = .notes
    scene.at(162, .deadAirStarted(start: seconds(159)))
    scene.pass(to: 163)
    scene.sound = .music
    scene.pass(to: 170)
    #expect(scene.isOnHold)
    #expect(scene.count { if case .deadAirStarted = $0 { true } else { false } } == 0)
  }

  @Test(arguments: [LineSound.tone, .notes])
  func aToneAfterHangingUpKeepsNoCall(sound: LineSound) {
    var scene = call()
    scene.pass(to: 162)
    scene.sound = sound
    scene.line = -20
    scene.pass(to: 200)
    #expect(scene.ended.map(\.interval) == [interval(100, 159)])
  }

  @Test func theSumOfAllCallsIsInTheTracker() {
    var scene = call()
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

  @Test func musicAfterACallIsNoPartOfIt() {
    var scene = call()
    scene.pass(to: 175)
    scene.sound = .music
    scene.line = -25
    scene.pass(to: 300)
    scene.sound = .other
    scene.line = nil
    scene.pass(to: 400)
    #expect(scene.ended.map(\.interval) == [interval(100, 159)])
    #expect(scene.ended[0].metrics.hold == .zero)
  }

  @Test func theEndOfTheSessionEndsTheCall() {
    var scene = call()
    scene.pass(to: 130)
    scene.finish()
    #expect(scene.ended.map(\.interval) == [interval(100, 130)])
    scene.finish()
    #expect(scene.ended.count == 1)
  }

  /// Eight hours: 40 calls of 2 to 9 minutes with pauses and holds, ringback, music and chats with
  /// colleagues between them.
  @Test func aWorkingDayIsFortyCalls() {
    var scene = CallScene()
    var random = LinearCongruence(seed: 11)
    var expected: [Interval] = []
    var now = 20.0
    for _ in 0..<40 {
      // The line rings, and the agent says something to a colleague.
      if random.chance(0.5) { scene.speak(.agent, now, now + random.between(1, 6)) }
      now += random.between(15, 60)
      scene.pass(to: now - 12)
      scene.line = -30
      scene.pass(to: now)
      scene.line = -52
      let start = now
      let end = now + random.between(120, 480)
      var party = random.chance(0.5) ? Party.agent : .customer
      var last = start
      while now < end {
        let length = random.between(0.8, 14)
        scene.speak(party, now, now + length)
        last = now + length
        party = party.other
        now =
          last
          + (now < end - 60 && random.chance(0.05)
            ? random.between(3, 20) : random.between(-0.3, 1.2))
      }
      expected.append(Interval(start: seconds(start), end: seconds(last)))
      scene.pass(to: last)
      scene.line = nil
      now = last + random.between(45, 240)
      if random.chance(0.3) {
        scene.sound = .music
        scene.pass(to: last + 20)
        scene.sound = .other
      }
    }
    scene.pass(to: now + 60)
    #expect(scene.ended.count == 40)
    for (found, truth) in zip(scene.ended.map(\.interval), expected) {
      #expect(abs((found.start - truth.start).seconds) <= 3)
      #expect(abs((found.end - truth.end).seconds) <= 3)
    }
    #expect(scene.count { if case .callStarted = $0 { true } else { false } } == 40)
  }
}
