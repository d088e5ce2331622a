import Conversation

extension SampleCall {
  /// Ten hours in which the parties take turns and interrupt each other 300 times.
  public static let long: SampleCall = {
    var script = CallScript(seconds: 36_000)
    var random: UInt64 = 7
    func draw(_ bound: UInt64) -> Double {
      random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Double((random >> 33) % bound)
    }
    var now = 1.0
    var party = Party.agent
    var id = 0
    while now < 35_980 {
      let length = 1 + draw(180) / 10
      script.speech(party, now, now + length)
      script.turn(party, now, now + length)
      let interrupts = draw(12) == 0 && id < 300
      let offset = interrupts ? -0.8 : draw(14) / 10 - 0.2
      let next = now + length + offset
      script.transition(party, party.other, at: next, offset: offset)
      if offset < 0 { script.overlap(by: party.other, next, now + length, .between) }
      if interrupts {
        id += 1
        script.interruption(
          id, party.other, next, confidence: 0.5 + draw(50) / 100,
          draw(3) == 0 ? .floorKept : .floorTaken, overlap: 0.8)
      }
      if draw(5) == 0 && length > 6 {
        script.speech(party.other, now + 3, now + 3.4)
        script.backchannel(party.other, now + 3, now + 3.4)
      }
      now = next
      party = party.other
    }
    script.levels(agent: (-20, 35), customer: (-26, 24))
    return script.call("a working day.wav", reliable: true, notes: [])
  }()
}
