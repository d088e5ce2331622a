import Conversation
import Testing

@testable import VoiceActivity

/// A step of two frames of 80 samples.
@Suite struct StepFillingTests {
  private func missing(
    _ blocks: [(count: Int, heard: PartyPair<Bool>)]
  ) -> PartyPair<[Bool]> {
    var filling = StepFilling()
    for block in blocks { filling.add(block.count, heard: block.heard, frameLength: 80) }
    #expect(filling.samples == blocks.map(\.count).reduce(0, +))
    let isMissing = filling.isMissing
    let lists = PartyPair(
      agent: [isMissing.agent[0], isMissing.agent[1]],
      customer: [isMissing.customer[0], isMissing.customer[1]])
    #expect(filling.isHeard == !(lists.agent + lists.customer).contains(true))
    return lists
  }

  private let both = PartyPair(agent: true, customer: true)
  private let agentOnly = PartyPair(agent: true, customer: false)
  private let nobody = PartyPair(agent: false, customer: false)

  @Test func whatIsHeardIsNotMissing() {
    #expect(missing([(80, both), (80, both)]) == PartyPair(repeating: [false, false]))
  }

  @Test func aSampleThatWasNotHeardSpoilsItsFrameAlone() {
    let none = [false, false]
    #expect(
      missing([(79, both), (1, agentOnly), (80, both)])
        == PartyPair(agent: none, customer: [true, false]))
    #expect(
      missing([(80, both), (1, agentOnly)]) == PartyPair(agent: none, customer: [false, true]))
  }

  @Test func aStretchAcrossTheFramesSpoilsBoth() {
    #expect(missing([(79, both), (2, nobody), (79, both)]) == PartyPair(repeating: [true, true]))
  }
}
