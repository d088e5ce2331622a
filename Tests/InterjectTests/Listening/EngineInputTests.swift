import Conversation
import Glibc
import Interject
import TestSignals
import Testing

/// Bad input is repaired, said and, where it forbids the figures, withheld.
@Suite struct EngineInputTests {
  /// The agent speaks into the customer's words and is muted until some moment.
  @Test(arguments: [(nil, true), (1.0, true), (3.6, false)])
  func speechUnderWayWhenTheMuteEndsInterruptsNobody(
    unmutedAt: Double?, isInterruption: Bool
  ) {
    let call = TestCall(rate: .narrow)
    var agent = call.agent
    let first = unmutedAt.map { Int($0 * 8000) } ?? 0
    for index in 0..<first { agent[index] = 0 }
    var engine = Engine(configuration: Configuration(), rate: .narrow)
    var events: [Event] = []
    engine.process(
      agent: agent.span.extracting(..<first), customer: call.customer.span.extracting(..<first)
    ) { events.append($0) }
    if unmutedAt != nil { engine.unmute(.agent) }
    engine.process(
      agent: agent.span.extracting(first...), customer: call.customer.span.extracting(first...)
    ) { events.append($0) }
    engine.finish { events.append($0) }
    let talk = events.reduce(SampleTime.zero) { talk, event in
      if case .speech(.agent, let interval) = event.kind { talk + interval.length } else { talk }
    }
    #expect(talk.seconds > 1.5, "the speech counts all the same")
    let isFlagged = events.contains { if case .interruption = $0.kind { true } else { false } }
    #expect(isFlagged == isInterruption)
  }

  private let call = TestCall(rate: .narrow)

  private func silence(_ seconds: Double = TestCall.seconds) -> [Float] {
    [Float](repeating: 0, count: Int(seconds * 8000))
  }

  @Test func samplesThatAreNoNumbersCountAsSilence() {
    var agent = call.agent
    for index in 8000..<8050 { agent[index] = .nan }
    agent[9000] = .infinity
    agent[9001] = -.infinity
    var repaired = agent
    for index in repaired.indices where !repaired[index].isFinite { repaired[index] = 0 }
    let run = EngineRun(agent: agent, customer: call.customer)
    let clean = EngineRun(agent: repaired, customer: call.customer)
    #expect(run.warnings.contains("non_finite_samples agent"))
    #expect(run.summary.notes.contains { $0.hasPrefix("52 samples of the agent's channel") })
    let isSame = run.evidence == clean.evidence
    #expect(isSame)
    #expect(run.segments(.agent) == clean.segments(.agent))
  }

  @Test(arguments: [(20_000, Float.nan), (20_040, .infinity), (20_120, .nan)])
  func noNumbersBesideLostAudioPoisonNothing(first: Int, value: Float) {
    // One frame of the step is lost, the other holds what is no number.
    var agent = call.agent
    for index in 19_920..<20_240 { agent[index] = value }
    let losses = [
      EngineRun.Loss(
        samples: first..<first + 80, reasons: PartyPair(agent: .overrun, customer: nil))
    ]
    let run = EngineRun(agent: agent, customer: call.customer, losses: losses)
    let zeros = agent.map { $0.isFinite ? $0 : 0 }
    let clean = EngineRun(agent: zeros, customer: call.customer, losses: losses)
    let isSame = run.evidence == clean.evidence
    #expect(isSame)
    #expect(run.summary.metrics == clean.summary.metrics)
    #expect(run.warnings.contains("non_finite_samples agent"))
  }

  @Test func silenceOnBothChannelsIsReported() {
    let run = EngineRun(agent: silence(2), customer: silence(2))
    #expect(run.warnings == ["silent_channel agent", "silent_channel customer"])
    #expect(!run.summary.reliable)
    #expect(run.segments(.agent).isEmpty && run.segments(.customer).isEmpty)
    #expect(run.summary.metrics.silence == SampleTime(seconds: 2))
  }

  @Test func aSilentChannelWithholdsTheShares() {
    let run = EngineRun(agent: call.agent, customer: silence())
    #expect(run.warnings == ["silent_channel customer"])
    #expect(!run.summary.reliable)
    #expect(run.summary.withheld == .share)
    #expect(run.segments(.agent).count == 2)
  }

  @Test func aPartyThatIsNeverHeardWithholdsTheShares() throws {
    let voice = (0..<16).flatMap { _ in call.agent }
    var source = NoiseSource(seed: 7)
    let run = EngineRun(agent: voice, customer: voice.map { _ in Float(0.01 * source.next()) })
    #expect(run.summary.metrics.parties.agent.talk >= SampleTime(seconds: 30))
    #expect(run.warnings == ["no_speech customer"])
    #expect(!run.summary.reliable)
    #expect(run.summary.withheld == .share)
  }

  @Test func aPartyThatIsNotHeardForAShortTimeIsNoDoubt() {
    var source = NoiseSource(seed: 7)
    let run = EngineRun(
      agent: call.agent, customer: call.agent.map { _ in Float(0.01 * source.next()) })
    #expect(run.warnings.isEmpty)
    #expect(run.summary.reliable)
  }

  @Test(arguments: [Float(1), 0.25, -1]) func identicalChannelsWithholdWhatMisleads(gain: Float) {
    let run = EngineRun(agent: call.agent, customer: call.agent.map { gain * $0 })
    #expect(run.warnings.contains("identical_channels both"))
    #expect(!run.summary.reliable)
    #expect(run.summary.withheld == [.share, .overlap, .interruptions, .speech])
  }

  @Test func oneVoiceOnBothChannelsIsNeitherNoiseNorALeak() throws {
    let voice = (0..<5).flatMap { _ in call.agent }
    let run = EngineRun(agent: voice, customer: voice)
    #expect(run.warnings == ["identical_channels both"])
    #expect(run.summary.notes.count == 1)
    let warning = try #require(
      run.events.first { if case .warning = $0.kind { true } else { false } })
    #expect(warning.at == SampleTime(seconds: 20), "said once it has lasted")
    for event in run.events {
      guard case .metrics(let metrics) = event.kind else { continue }
      #expect(metrics.withheld.contains(.speech))
    }
  }

  @Test(arguments: [EngineRun.Chunks.whole, .random(upTo: 20_000)])
  func whetherChannelsAreAlikeDoesNotDependOnChunks(chunks: EngineRun.Chunks) {
    // Alike for a while only, so that the time of the look decides.
    let agent = (0..<4).flatMap { _ in call.agent }
    let customer = call.agent + call.agent + call.customer + call.customer
    let run = EngineRun(agent: agent, customer: customer, chunks: chunks)
    #expect(run.events == EngineRun(agent: agent, customer: customer).events)
  }

  @Test func aCopyASampleLateIsIdentical() {
    let run = EngineRun(agent: call.agent, customer: [0] + call.agent.dropLast())
    #expect(run.warnings.contains("identical_channels both"))
  }

  @Test func noiseThatBothHearBeforeTheCallMakesNoOneSource() {
    var source = NoiseSource(seed: 3)
    let noise = (0..<25 * 8000).map { _ in 0.003 * Float(source.next()) }
    let run = EngineRun(agent: noise + call.agent, customer: noise + call.customer)
    #expect(!run.warnings.contains("identical_channels both"))
  }

  @Test func differentChannelsAreNotIdentical() {
    #expect(!EngineReference.run(.narrow).warnings.contains("identical_channels both"))
  }

  @Test(arguments: [(Float(0.3), Float(0)), (0, 0.5)])
  func anOffsetOrAHumOfBothMakesNoOneSource(offset: Float, hum: Float) {
    let common = call.agent.indices.map { index in
      offset + hum * Float(sin(2 * Double.pi * 50 * Double(index) / 8000))
    }
    let run = EngineRun(
      agent: zip(call.agent, common).map { $0 + $1 },
      customer: zip(call.customer, common).map { $0 + $1 })
    #expect(!run.warnings.contains("identical_channels both"))
    #expect(run.summary.withheld.isEmpty)
  }

  @Test func soundTooQuietForSpeechIsNoSilence() {
    let pause = silence()
    let faint = { (samples: [Float]) in samples.map { 0.001 * $0 } + pause }
    let run = EngineRun(agent: faint(call.agent), customer: faint(call.customer))
    #expect(run.segments(.agent).isEmpty && run.segments(.customer).isEmpty)
    #expect(run.warnings == ["low_level agent", "low_level customer"])
    #expect(!run.summary.reliable)
  }

  @Test func fullScaleNoiseIsNoSpeechSignal() {
    var noise = NoiseSource(seed: 5)
    let run = EngineRun(
      agent: call.agent, customer: call.agent.map { _ in Float(noise.next()) })
    #expect(run.warnings.contains("garbled customer"))
    #expect(!run.summary.reliable)
  }

  @Test func faintSteadyNoiseBesideSpeechIsNoDoubt() {
    var noise = NoiseSource(seed: 5)
    let run = EngineRun(
      agent: call.agent, customer: call.agent.map { _ in Float(0.001 * noise.next()) })
    #expect(!run.warnings.contains("low_level customer"))
  }

  @Test func overdrivenAudioIsReported() {
    let run = EngineRun(
      agent: call.agent.map { min(max(12 * $0, -1), 1) }, customer: call.customer)
    #expect(run.warnings.contains("clipping agent"))
    #expect(!run.warnings.contains("dc_offset agent"))
  }

  @Test func aConstantOffsetIsReportedAndChangesNoSegment() {
    let run = EngineRun(agent: call.agent.map { $0 + 0.2 }, customer: call.customer)
    #expect(run.warnings.contains("dc_offset agent"))
    let clean = EngineReference.run(.narrow).segments(.agent)
    #expect(run.segments(.agent).count == clean.count)
    for (span, expected) in zip(run.segments(.agent), clean) {
      #expect(abs(span.start.frames - expected.start.frames) <= 2)
      #expect(abs(span.end.frames - expected.end.frames) <= 2)
    }
  }

  @Test func notesOfRepairsReachTheSummary() {
    var session = ListeningSession(rate: .narrow)
    session.add(note: "the header was repaired")
    session.finish { _ in }
    #expect(session.summary.notes.first == "the header was repaired")
  }
}
