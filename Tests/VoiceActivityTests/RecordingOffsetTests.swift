import Conversation
import TestSignals
import Testing
import VoiceActivity

/// Recordings that begin apart are found by a voice that leaks from one into the other, and by
/// nothing else.
struct RecordingOffsetTests {
  private static let rate = 8000

  /// Twenty seconds of two parties that talk in turn, each with noise of its own for a voice.
  private func talk(_ seed: Int, speaksFirst: Bool) -> [Float] {
    var random = RandomSource(seed: seed)
    return (0..<20 * Self.rate).map { index in
      let isSpeaking = (index / (3 * Self.rate) % 2 == 0) == speaksFirst
      return Float.random(in: -1...1, using: &random) * (isSpeaking ? 0.3 : 0.001)
    }
  }

  /// Both legs, the customer's begun so much later, with the agent's voice in it so much fainter.
  private func legs(later: Int, leak: Float, echo: Int = 400) -> PartyPair<[Float]> {
    let agent = talk(1, speaksFirst: true)
    var customer = talk(2, speaksFirst: false)
    for index in echo..<customer.count { customer[index] += leak * agent[index - echo] }
    return later >= 0
      ? PartyPair(agent: agent, customer: Array(customer.dropFirst(later)))
      : PartyPair(agent: Array(agent.dropFirst(-later)), customer: customer)
  }

  @Test(arguments: [(26_000, Float(0.1)), (-26_000, 0.06)])
  func aLeakShowsHowMuchLaterOneBegan(_ later: Int, _ leak: Float) throws {
    let found = try #require(
      find(legs(later: later, leak: leak)))
    // The delay of the line, 400 samples, cannot be told from it.
    #expect(found.ticks == 2 * (later - 400))
  }

  @Test func alternationAloneMovesNothing() {
    #expect(find(legs(later: 26_000, leak: 0)) == nil)
    #expect(find(legs(later: 0, leak: 0)) == nil)
  }

  @Test func theEchoOfALineIsNoOffset() {
    #expect(find(legs(later: 0, leak: 0.1, echo: 6400)) == nil)
  }

  @Test func theSameMusicAgainAndAgainIsNoOffset() {
    var legs = legs(later: 26_000, leak: 0)
    let piece = talk(3, speaksFirst: true).prefix(2 * Self.rate)
    for start in stride(from: 0, to: 15 * Self.rate, by: 2 * Self.rate) {
      for (index, sample) in piece.enumerated() {
        legs.agent[start + index] += sample
        legs.customer[start + index] += sample
      }
    }
    #expect(find(legs) == nil)
  }

  @Test func tooShortOrSilentRecordingsShowNothing() {
    #expect(find(PartyPair(agent: [0.1], customer: [0.1])) == nil)
    let silence = [Float](repeating: 0, count: 100_000)
    #expect(find(PartyPair(agent: silence, customer: silence)) == nil)
  }

  private func find(_ legs: PartyPair<[Float]>) -> SampleTime? {
    RecordingOffset.find(legs, rate: .narrow, farthest: 5)
  }
}
