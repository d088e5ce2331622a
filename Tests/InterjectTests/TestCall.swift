import Conversation
import TestSignals

/// A short call of sounds that pass for speech: three turns, the last an interruption.
struct TestCall {
  static let seconds = 6.0
  let agent: [Float]
  let customer: [Float]

  init(rate: EngineRate, seconds: Double = TestCall.seconds) {
    agent = SpeechLikeSignal(
      rate: rate.rawValue, bursts: [0.4...1.7, 3.3...5.5], pitch: 120, seed: 1
    ).samples(seconds: seconds)
    customer = SpeechLikeSignal(
      rate: rate.rawValue, bursts: [2...4.1], pitch: 190, seed: 7
    ).samples(seconds: seconds)
  }

  func run(
    rate: EngineRate, chunks: EngineRun.Chunks = .blocks(160), losses: [EngineRun.Loss] = []
  ) -> EngineRun {
    EngineRun(agent: agent, customer: customer, rate: rate, chunks: chunks, losses: losses)
  }
}
