import TestSignals
import Testing

@testable import VoiceActivity

/// Channels are the same where they carry the same speech, and not where one leaks into the other.
@Suite struct ChannelIdentityTests {
  private static let frame = 80
  private static let step = Spectrum.framesPerStep * frame

  private func identity() -> ChannelIdentity {
    ChannelIdentity(
      frameLength: Self.frame, stepLength: Self.step, kernels: KernelSet.best.kernels)
  }

  /// Adds steps of the agent's speech, and of the customer's: the agent's at a gain, or its own.
  private func add(
    _ steps: Int, to identity: inout ChannelIdentity, gain: Float?, seed: UInt32 = 1
  ) {
    var one = NoiseSource(seed: seed)
    var other = NoiseSource(seed: seed + 1)
    for _ in 0..<steps {
      let agent = (0..<Self.step).map { _ in Float(one.next()) }
      let customer = agent.map { sample in gain.map { $0 * sample } ?? Float(other.next()) }
      agent.withUnsafeBufferPointer { agent in
        customer.withUnsafeBufferPointer { customer in
          guard let agent = agent.baseAddress, let customer = customer.baseAddress else { return }
          identity.add(agent: agent, customer: customer)
        }
      }
    }
  }

  @Test(arguments: [(Float(1), true), (-0.25, true), (0.13, true), (0.12, false), (0.01, false)])
  func aCopyWeakerThanALeakMayBeIsALeak(gain: Float, isSame: Bool) {
    var identity = identity()
    add(200, to: &identity, gain: gain)
    #expect(identity.isSame == isSame)
  }

  @Test func nothingIsSaidBeforeThreeSeconds() {
    var identity = identity()
    add(149, to: &identity, gain: 1)
    #expect(!identity.isSame)
    add(1, to: &identity, gain: 1)
    #expect(identity.isSame)
  }

  @Test func aGoodCallHidesNoWrongRoutingAfterARestart() {
    var identity = identity()
    add(300, to: &identity, gain: nil)
    add(200, to: &identity, gain: 1, seed: 5)
    #expect(!identity.isSame)
    identity.restart()
    add(200, to: &identity, gain: 1, seed: 9)
    #expect(identity.isSame)
  }
}
