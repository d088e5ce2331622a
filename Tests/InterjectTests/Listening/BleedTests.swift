import Conversation
import TestSignals
import Testing

/// A strong leak makes the summary say which figures are uncertain.
@Suite struct BleedTests {
  private static let voices = (
    agent: SpeechLikeSignal(
      rate: 8000, bursts: [2.5...4, 9...12, 17.5...19, 24...27], pitch: 120, loudness: 0.2,
      noise: 0.001, seed: 3
    ).samples(seconds: 30),
    customer: SpeechLikeSignal(
      rate: 8000, bursts: [0.5...4.5, 5...8.5, 13...19.5, 20...23.5], pitch: 205, loudness: 0.2,
      noise: 0.001, seed: 8
    ).samples(seconds: 30)
  )

  private func run(gain: Float) -> EngineRun {
    var agent = Self.voices.agent
    for index in 480..<agent.count { agent[index] += gain * Self.voices.customer[index - 480] }
    return EngineRun(agent: agent, customer: Self.voices.customer, chunks: .blocks(1600))
  }

  @Test func aHeavyLeakMakesTheFiguresUnreliable() {
    let run = run(gain: 0.7)
    #expect(run.warnings.contains("bleed agent"))
    #expect(!run.summary.reliable)
    #expect(run.summary.notes.contains { $0.hasPrefix("a leak this strong hides") })
  }

  @Test func aFaintLeakIsToldAndTakenAway() {
    let run = run(gain: 0.06)
    #expect(run.warnings == ["bleed agent"])
    #expect(run.summary.reliable)
    #expect(run.summary.notes.count == 1)
  }

  @Test func noLeakIsNotTold() {
    let run = run(gain: 0)
    #expect(run.warnings.isEmpty)
    #expect(run.summary.reliable)
  }
}
