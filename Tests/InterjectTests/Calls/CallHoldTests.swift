import Conversation
import Reporting
import Testing
import VoiceActivity

/// Holds by key and by music: what is heard in them is told, what to make of it is not.
@Suite struct CallHoldTests {
  private func seconds(_ seconds: Double) -> SampleTime { SampleTime(seconds: seconds) }

  private func interval(_ start: Double, _ end: Double) -> Interval {
    Interval(start: SampleTime(seconds: start), end: SampleTime(seconds: end))
  }

  @Test func holdStopsEveryMeasure() {
    var scene = CallScene.call()
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
    var scene = CallScene.call()
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
    for name in [EventName.backchannel, .monologueStarted, .turn, .monologue, .toneChange] {
      #expect(scene.count { $0.entry.name == name } == 0, "\(name)")
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
    var scene = CallScene.call()
    scene.pass(to: 160)
    scene.toggleHold()
    scene.interrupt(1, .customer, 165, resolvedAt: 175)
    scene.pass(to: 170)
    scene.startNewCall()
    scene.pass(to: 180)
    #expect(scene.flags.isEmpty && scene.endedFlags.isEmpty)
  }

  @Test func steadyMusicIsAHoldAndItsEndResumes() {
    var scene = CallScene.call()
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
    var scene = CallScene.call()
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
    var scene = CallScene.call()
    scene.pass(to: 160)
    scene.sound = .music
    scene.at(162, .deadAirStarted(start: seconds(159)))
    scene.pass(to: 170)
    #expect(scene.isOnHold)
    #expect(scene.count { if case .deadAirStarted = $0 { true } else { false } } == 0)
  }

  @Test func deadAirIsNotToldWhileNotesMayBecomeMusic() {
    var scene = CallScene.call()
    scene.pass(to: 160)
    scene.sound = .notes
    scene.at(162, .deadAirStarted(start: seconds(159)))
    scene.pass(to: 163)
    scene.sound = .music
    scene.pass(to: 170)
    #expect(scene.isOnHold)
    #expect(scene.count { if case .deadAirStarted = $0 { true } else { false } } == 0)
  }

  @Test func musicAfterACallIsNoPartOfIt() {
    var scene = CallScene.call()
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
}
