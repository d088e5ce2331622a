import Conversation
import Testing
import VoiceActivity

/// Where calls begin and end.
@Suite struct CallBoundaryTests {
  private func seconds(_ seconds: Double) -> SampleTime { SampleTime(seconds: seconds) }

  private func interval(_ start: Double, _ end: Double) -> Interval {
    Interval(start: SampleTime(seconds: start), end: SampleTime(seconds: end))
  }

  @Test func aCallRunsFromTheFirstWordToTheLast() {
    var scene = CallScene.call()
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
    var scene = CallScene.call()
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
    var scene = CallScene.call()
    scene.line = -50
    scene.pass(to: 400)
    #expect(scene.ended.isEmpty)
    scene.line = nil
    scene.pass(to: 410)
    #expect(scene.ended.map(\.interval) == [interval(100, 159)])
  }

  @Test func aLineThatNeverFallsStillLosesTheCallInTheEnd() {
    var scene = CallScene.call()
    scene.line = -40
    scene.pass(to: 1200)
    #expect(scene.ended.map(\.interval) == [interval(100, 159)])
  }

  @Test func aLongExplanationOnASilentLineIsAPartOfTheCall() {
    var scene = CallScene.call()
    scene.speak(.agent, 161, 230)
    scene.speak(.customer, 231, 233)
    scene.pass(to: 400)
    #expect(scene.ended.map(\.interval) == [interval(100, 233)])
  }

  @Test func theTimeToTheEndIsASetting() {
    var settings = CallSettings()
    settings.endsAfter = 60
    var scene = CallScene.call(settings)
    scene.pass(to: 210)
    #expect(scene.ended.isEmpty)
    scene.pass(to: 225)
    #expect(scene.ended.count == 1)
  }

  @Test func aPauseIsNoEnd() {
    var scene = CallScene.call()
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

  @Test func aCallGoesOnWhereItIsHeardAgainSoonAfterAPause() {
    var scene = CallScene.call()
    scene.pass(to: 160)
    scene.isHeard = PartyPair(repeating: false)
    scene.pass(to: 210)
    scene.isHeard = PartyPair(repeating: true)
    for party in Party.allCases { scene.at(210.1, .unknown(party, interval(160, 210), .paused)) }
    scene.pass(to: 225)
    #expect(scene.ended.isEmpty)
    scene.pass(to: 260)
    #expect(scene.ended.map(\.interval) == [interval(100, 159)])
  }

  @Test func aPauseOfHoursIsTheEnd() {
    var scene = CallScene.call()
    scene.pass(to: 160)
    scene.isHeard = PartyPair(repeating: false)
    scene.pass(to: 7200)
    #expect(scene.ended.map(\.interval) == [interval(100, 159)])
  }

  @Test(arguments: [LineSound.tone, .notes])
  func aToneAfterHangingUpKeepsNoCall(sound: LineSound) {
    var scene = CallScene.call()
    scene.pass(to: 162)
    scene.sound = sound
    scene.line = -20
    scene.pass(to: 200)
    #expect(scene.ended.map(\.interval) == [interval(100, 159)])
  }

  @Test func aKeyBeginsANewCallAtOnce() {
    var scene = CallScene.call()
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

  @Test func aKeyWithoutACallAfterItMakesNone() {
    var scene = CallScene.call()
    scene.pass(to: 161)
    scene.startNewCall()
    scene.speak(.agent, 165, 168)
    scene.pass(to: 400)
    #expect(scene.starts.count == 2)
    #expect(scene.ended.map(\.interval) == [interval(100, 161), interval(161, 168)])
    #expect(scene.calls == 1)
    #expect(scene.total == scene.ended[0].metrics)
  }

  @Test func theEndOfTheSessionEndsTheCall() {
    var scene = CallScene.call()
    scene.pass(to: 130)
    scene.finish()
    #expect(scene.ended.map(\.interval) == [interval(100, 130)])
    scene.finish()
    #expect(scene.ended.count == 1)
  }
}
