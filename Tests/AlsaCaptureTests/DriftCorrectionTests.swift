import Conversation
import Testing

@testable import AlsaCapture

/// At 8 kHz a millisecond is 8 samples and a frame 80.
@Suite struct DriftCorrectionTests {
  @Test func correctingBeginsBeyondAMillisecondAndGoesOnToNone() {
    var correction = DriftCorrection(rate: .narrow)
    #expect(correction.move(behind: 8, spare: 0) == .none)
    #expect(correction.move(behind: 8.5, spare: 0) == .remove)
    #expect(correction.move(behind: 1, spare: 0) == .remove)
    #expect(correction.move(behind: 0.9, spare: 0) == .none)
    #expect(correction.move(behind: 7, spare: 0) == .none)
    #expect(correction.move(behind: -8.5, spare: 0) == .insert)
    #expect(correction.move(behind: -1, spare: 0) == .insert)
    #expect(correction.move(behind: -0.9, spare: 0) == .none)
  }

  @Test func aDistanceThatDoesNotLastIsLeftToSingleSamples() {
    var correction = DriftCorrection(rate: .narrow)
    for _ in 0..<3 {
      for _ in 0..<50 { #expect(correction.move(behind: 161, spare: 1000) == .remove) }
      #expect(correction.move(behind: 160, spare: 1000) == .remove)
    }
  }

  @Test func aDistanceThatLastsIsJumpedOverOnce() {
    var correction = DriftCorrection(rate: .narrow)
    for _ in 0..<50 { _ = correction.move(behind: 800.5, spare: 1000) }
    #expect(correction.move(behind: 800.5, spare: 1000) == .skip(800))
    #expect(correction.move(behind: 800.5, spare: 1000) == .remove)
  }

  @Test func whatIsToBeJumpedOverIsWaitedForUntilItHasCome() {
    var correction = DriftCorrection(rate: .narrow)
    for _ in 0..<50 { _ = correction.move(behind: 800, spare: 0) }
    #expect(correction.move(behind: 800, spare: 0) == .wait)
    #expect(correction.move(behind: 800, spare: 799) == .wait)
    #expect(correction.move(behind: 800, spare: 800) == .skip(800))
  }

  @Test func whatIsMoreThanASecondLateIsUnknownMeanwhile() {
    var correction = DriftCorrection(rate: .narrow)
    for _ in 0..<50 { _ = correction.move(behind: 9000, spare: 0) }
    #expect(correction.move(behind: 9000, spare: 999) == .pad)
    #expect(correction.move(behind: 9000, spare: 1000) == .wait)
  }

  @Test func aSideThatIsAheadForLongIsPaddedUntilItIsNear() {
    var correction = DriftCorrection(rate: .narrow)
    for _ in 0..<50 { #expect(correction.move(behind: -400, spare: 1000) == .insert) }
    #expect(correction.move(behind: -400, spare: 1000) == .pad)
    #expect(correction.move(behind: -161, spare: 1000) == .pad)
    #expect(correction.move(behind: -160, spare: 1000) == .insert)
  }
}
