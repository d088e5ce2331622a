import Conversation
import Testing
import VoiceActivity

/// Calls of a whole day.
@Suite struct WorkingDayTests {
  private func seconds(_ seconds: Double) -> SampleTime { SampleTime(seconds: seconds) }

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
