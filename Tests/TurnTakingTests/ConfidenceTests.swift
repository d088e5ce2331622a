import Conversation
import Testing

@testable import TurnTaking

/// The confidence of a flag is no greater than what was heard allows.
@Suite struct ConfidenceTests {
  private func confidence(
    _ logit: Float, noise: [Double?] = [nil, nil], leaks: [Double?] = [nil, nil]
  ) -> Double {
    Confidence.of(
      logit,
      HearingConditions(
        signalToNoise: PartyPair(agent: noise[0], customer: noise[1]),
        leaks: PartyPair(agent: leaks[0], customer: leaks[1])))
  }

  @Test(arguments: [Float(-1), 0.5, 3]) func noiseInEitherChannelLowersIt(logit: Float) {
    let quiet = confidence(logit)
    #expect(confidence(logit, noise: [40, 26]) == quiet)
    #expect(confidence(logit, noise: [40, 12]) < quiet)
    #expect(confidence(logit, noise: [40, 5]) < confidence(logit, noise: [40, 12]))
    #expect(confidence(logit, noise: [5, nil]) == confidence(logit, noise: [nil, 5]))
  }

  @Test(arguments: [Float(-1), 0.5, 3]) func aHeavyLeakIntoEitherChannelLowersIt(logit: Float) {
    let none = confidence(logit)
    #expect(confidence(logit, leaks: [-40, nil]) == none)
    #expect(confidence(logit, leaks: [-8, nil]) < none)
    #expect(confidence(logit, leaks: [-3, nil]) < confidence(logit, leaks: [-8, nil]))
    #expect(confidence(logit, leaks: [-8, -30]) == confidence(logit, leaks: [-30, -8]))
  }

  @Test func betterOddsGiveMore() {
    let rising = [Float(-3), 0, 1, 2, 6].map { confidence($0) }
    #expect(zip(rising, rising.dropFirst()).allSatisfy { $0 < $1 })
    #expect(rising.allSatisfy { 0 < $0 && $0 < 1 })
  }
}
