import Conversation
import Interject
import Testing

/// What is said while a call runs and right after it: words, marks, lessons, and that nothing is heard.
@Suite struct LiveWordTests {
  private func seconds(_ seconds: Double) -> SampleTime { SampleTime(seconds: seconds) }

  private func interval(_ start: Double, _ end: Double) -> Interval {
    Interval(start: SampleTime(seconds: start), end: SampleTime(seconds: end))
  }

  private func unheard(_ scene: CallScene) -> [String] {
    scene.told.compactMap { event in
      if case .nothingHeard(let party, let since) = event.kind {
        "\(party.name) since \(since.seconds) at \((event.at.seconds * 10).rounded() / 10)"
      } else {
        nil
      }
    }
  }

  @Test func nothingHeardIsSaidAfterAQuarterOfAMinuteOfTheOthersTalkAndOnce() {
    var scene = CallScene()
    scene.speak(.agent, 5, 13)
    scene.speak(.agent, 20, 60)
    scene.pass(to: 90)
    #expect(unheard(scene) == ["customer since 0.0 at 27.0"])
  }

  @Test func digitalSilenceIsSaidSooner() {
    var scene = CallScene()
    scene.hasSignal.customer = false
    scene.speak(.agent, 5, 30)
    scene.pass(to: 40)
    #expect(unheard(scene) == ["customer since 0.0 at 10.0"])
  }

  @Test func whoHasBeenHeardIsNotMissed() {
    var scene = CallScene.call()
    scene.speak(.agent, 165, 185)
    scene.pass(to: 186)
    #expect(unheard(scene).isEmpty)
  }

  @Test func afterACallItCountsAnew() {
    var scene = CallScene.call()
    scene.speak(.agent, 300, 330)
    scene.pass(to: 340)
    #expect(unheard(scene).count == 1)
    #expect(unheard(scene)[0].hasPrefix("customer since 189"))
  }

  @Test func aNoiseIsNoWord() {
    var scene = CallScene()
    scene.speak(.customer, 3, 3.15)
    scene.speak(.agent, 5, 30)
    scene.pass(to: 40)
    #expect(unheard(scene).count == 1)
  }

  @Test func whoIsMutedIsNotMissed() {
    var scene = CallScene()
    scene.at(1, .muteStarted(.agent, start: seconds(1)))
    scene.speak(.customer, 5, 40)
    scene.pass(to: 50)
    #expect(unheard(scene).isEmpty)
  }

  @Test func aMarkedFlagLeavesTheFiguresAndOthersStay() throws {
    var scene = CallScene.call()
    scene.interrupt(1, .agent, 113, resolvedAt: 115)
    scene.interrupt(2, .customer, 133, resolvedAt: 135)
    scene.pass(to: 140)
    scene.contest()
    let metrics = try #require(scene.metrics)
    #expect(metrics.parties.customer.interruptions.total == 0)
    #expect(metrics.parties.customer.interruptions.markedWrong == 1)
    #expect(metrics.parties.agent.yielding.interrupted == 0)
    #expect(metrics.parties.agent.interruptions.floorTaken == 1)
    scene.contest()
    scene.contest()
    #expect(scene.metrics?.parties.agent.interruptions.total == 0)
    let marked = scene.told.compactMap { if case .contest(let id) = $0.kind { id } else { nil } }
    #expect(marked == [2, 1])
    scene.pass(to: 400)
    #expect(scene.total.parties.agent.interruptions.markedWrong == 1)
    #expect(scene.guidanceLines.allSatisfy { $0.rule != .interrupted })
  }

  @Test func aFlagThatIsUnderWayCanBeMarked() {
    var scene = CallScene.call()
    scene.interrupt(1, .agent, 133, resolvedAt: 137)
    scene.pass(to: 135)
    scene.contest()
    scene.pass(to: 150)
    #expect(scene.metrics?.parties.agent.interruptions.total == 0)
    #expect(scene.metrics?.parties.agent.interruptions.markedWrong == 1)
    #expect(scene.endedFlags == [1])
  }

  @Test func marksAreTakenBackTheLastOneFirst() throws {
    var scene = CallScene.call()
    scene.interrupt(1, .agent, 113, resolvedAt: 115)
    scene.interrupt(2, .customer, 133, resolvedAt: 135)
    scene.pass(to: 140)
    let before = try #require(scene.metrics)
    scene.contest()
    scene.contest()
    scene.withdrawContest()
    #expect(scene.metrics?.parties.agent.interruptions == before.parties.agent.interruptions)
    #expect(scene.metrics?.parties.customer.interruptions.markedWrong == 1)
    scene.withdrawContest()
    #expect(scene.metrics == before)
    // There is none any more; and what was taken back can be marked again.
    scene.withdrawContest()
    scene.contest()
    let told = scene.told.compactMap { event in
      switch event.kind {
      case .contest(let id): id
      case .contestWithdrawn(let id): -id
      default: nil
      }
    }
    #expect(told == [2, 1, -1, -2, 2])
  }

  @Test func whatCameOfAFlagWhileItWasMarkedCountsOnceItIsNot() throws {
    var plain = CallScene.call()
    plain.interrupt(1, .agent, 133, resolvedAt: 137)
    plain.pass(to: 150)
    for withdrawn in [136.0, 145] {
      var scene = CallScene.call()
      scene.interrupt(1, .agent, 133, resolvedAt: 137)
      scene.pass(to: 135)
      scene.contest()
      scene.pass(to: withdrawn)
      scene.withdrawContest()
      scene.pass(to: 150)
      #expect(scene.metrics == plain.metrics)
      scene.pass(to: 400)
      plain.pass(to: 400)
      #expect(scene.guidanceLines == plain.guidanceLines)
      plain = CallScene.call()
      plain.interrupt(1, .agent, 133, resolvedAt: 137)
      plain.pass(to: 150)
    }
  }

  @Test func outsideACallThereIsNothingToMark() {
    var scene = CallScene.call()
    scene.interrupt(1, .agent, 133, resolvedAt: 135)
    scene.pass(to: 300)
    scene.contest()
    #expect(scene.count { if case .contest = $0 { true } else { false } } == 0)
  }

  @Test func aCallsLessonsComeRightAfterItWithTheirMoments() {
    var scene = CallScene.call()
    scene.interrupt(1, .agent, 133, resolvedAt: 135)
    scene.pass(to: 300)
    let place = scene.told.firstIndex { if case .callEnded = $0.kind { true } else { false } }
    let lessons = scene.told.suffix(from: place ?? 0).compactMap { event in
      if case .lesson(let line) = event.kind { line } else { nil }
    }
    #expect(lessons.map(\.rule) == [.interrupted])
    #expect(lessons.first?.moments.map(\.timeInCall) == [seconds(33)])
  }

  @Test func aCallsClosingSilenceIsNoDeadAir() {
    var scene = CallScene.call()
    scene.at(172, .deadAir(interval(159, 172), endedBy: nil))
    scene.pass(to: 172)
    scene.finish()
    #expect(scene.ended[0].metrics.deadAir.count == 0)
    #expect(scene.count { if case .deadAir = $0 { true } else { false } } == 0)
  }

  @Test func aSilenceThatLostAudioEndedCountsOnceSomebodySpeaks() {
    var scene = CallScene.call()
    scene.at(172, .deadAir(interval(159, 172), endedBy: nil))
    scene.speak(.agent, 175, 180)
    scene.pass(to: 181)
    #expect(scene.metrics?.deadAir.count == 1)
    #expect(scene.count { if case .deadAir = $0 { true } else { false } } == 1)
  }
}
