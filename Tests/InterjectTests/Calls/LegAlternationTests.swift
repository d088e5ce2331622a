import Conversation
import Testing

@testable import Calls

/// Two recordings that may begin apart, by who talks when.
@Suite struct LegAlternationTests {
  /// The recordings of a call of random turns, of which the customer's begins later.
  private func legs(
    lasting length: Double = 150, apart: Double = 0, alternating: Bool = true, seed: UInt64 = 1
  ) -> LegAlternation {
    var dice = LinearCongruence(seed: seed)
    var legs = LegAlternation()
    func add(_ party: Party, _ start: Double, _ end: Double) {
      let shift = party == .customer ? max(0, apart) : max(0, -apart)
      guard end > shift, end - shift < length else { return }
      legs.add(
        party,
        Interval(
          start: SampleTime(seconds: max(0, start - shift)), end: SampleTime(seconds: end - shift)))
    }
    for party in alternating ? [nil] : [Party.agent, .customer] {
      var speaker = party ?? .agent
      var time = 0.0
      while time < length + 40 {
        let end = time + dice.between(0.6, 9)
        add(speaker, time, end)
        // A short word meanwhile.
        if alternating, dice.chance(0.3) { add(speaker.other, time + 0.5, time + 0.8) }
        time = end + (alternating ? dice.between(-0.3, 1) : dice.between(0.5, 9))
        if party == nil { speaker = speaker.other }
      }
    }
    return legs
  }

  @Test(arguments: [3.5, 7, 18, -4, -12])
  func recordingsThatBeginApartAreFound(_ apart: Double) throws {
    for seed in UInt64(1)...4 {
      let found = try #require(legs(apart: apart, seed: seed).offset)
      #expect(abs(found.seconds - apart) < 0.5)
    }
  }

  @Test func recordingsThatBeginTogetherAreLeftAlone() {
    for seed in UInt64(1)...20 {
      #expect(legs(seed: seed).offset == nil)
      #expect(legs(apart: 0.8, seed: seed).offset == nil, "a line may delay so much")
    }
  }

  @Test func talkThatDoesNotAlternateSaysNothing() {
    for seed in UInt64(1)...20 {
      #expect(legs(lasting: 300, alternating: false, seed: seed).offset == nil)
    }
  }

  @Test func tooLittleTalkSaysNothing() {
    #expect(legs(lasting: 60, apart: 7).offset == nil)
    #expect(LegAlternation().offset == nil)
  }

  @Test func theNoteSaysWhatToDoAndThatNothingWasDone() {
    let note = LegAlternation.note(SampleTime(seconds: -6.6))
    #expect(note.contains("about 7 s earlier"))
    #expect(note.contains("customer's start") && note.contains("nothing was shifted"))
  }
}
