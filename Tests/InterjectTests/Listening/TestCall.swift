import Conversation
import TestSignals

/// A short call of sounds that pass for speech: three turns, the last an interruption.
struct TestCall: Sendable {
  static let seconds = 6.0
  private static let narrow = TestCall(made: .narrow)
  private static let wide = TestCall(made: .wide)
  let agent: [Float]
  let customer: [Float]

  /// The call, or its beginning.
  init(rate: EngineRate, seconds: Double = TestCall.seconds) {
    let call = rate == .narrow ? Self.narrow : Self.wide
    let count = Int(seconds * Double(rate.rawValue))
    agent = Array(call.agent.prefix(count))
    customer = Array(call.customer.prefix(count))
  }

  init(agent: [Float], customer: [Float]) {
    self.agent = agent
    self.customer = customer
  }

  private init(made rate: EngineRate) {
    agent = SpeechLikeSignal(
      rate: rate.rawValue, bursts: [0.4...1.7, 3.3...5.5], pitch: 120, seed: 1
    ).samples(seconds: TestCall.seconds)
    customer = SpeechLikeSignal(rate: rate.rawValue, bursts: [2...4.1], pitch: 190, seed: 7)
      .samples(seconds: TestCall.seconds)
  }

  func run(
    rate: EngineRate, chunks: EngineRun.Chunks = .blocks(160), losses: [EngineRun.Loss] = []
  ) -> EngineRun {
    EngineRun(agent: agent, customer: customer, rate: rate, chunks: chunks, losses: losses)
  }
}
