import AudioFiles
import Conversation
import Foundation
import Interject
import LiveFixtures
import Measures
import Testing

/// Tone and noise are those of the call, up to its end, and in the summary those of all calls.
@Suite(.timeLimit(.minutes(60))) struct CallSoundTests {
  private func seconds(_ seconds: Double) -> SampleTime { SampleTime(seconds: seconds) }

  /// What is left of a metrics but the sound.
  private func sound(_ metrics: Metrics) -> Metrics {
    var sound = Metrics()
    for party in Party.allCases {
      sound.parties[party].voice = metrics.parties[party].voice
      sound.parties[party].firstMinute = metrics.parties[party].firstMinute
    }
    sound.distraction = metrics.distraction
    return sound
  }

  private func samples(_ name: String) throws -> TestCall {
    var audio = try CallAudio.open(LiveSamples.source(name))
    let buffers = PartyPair(
      agent: UnsafeMutableBufferPointer<Float>.allocate(capacity: 8000),
      customer: UnsafeMutableBufferPointer<Float>.allocate(capacity: 8000))
    defer { for party in Party.allCases { buffers[party].deallocate() } }
    var lists = PartyPair<[Float]>(repeating: [])
    while true {
      let portion = try audio.read(agent: buffers.agent, customer: buffers.customer)
      guard !portion.isEnd else { break }
      for party in Party.allCases { lists[party] += buffers[party][..<portion.samples] }
    }
    return TestCall(agent: lists.agent, customer: lists.customer)
  }

  private func hear(_ call: TestCall) throws -> LiveStream {
    let play = LivePlay(
      call, stops: [], isThere: DispatchSemaphore(value: 0), goesOn: DispatchSemaphore(value: 0))
    return LiveStream(try LiveCall.start(play))
  }

  private func ended(_ stream: LiveStream) -> [Metrics] {
    stream.events.compactMap {
      if case .callEnded(_, let metrics) = $0.kind { metrics } else { nil }
    }
  }

  @Test(arguments: [64.9, 59.9, 37.3])
  func aCallThatTheSessionEndsInHasTheFiguresOfItsAnalysis(length: Double) throws {
    let whole = try samples("support-call.wav")
    let count = Int(8000 * length) / 80 * 80
    let call = TestCall(
      agent: Array(whole.agent.prefix(count)), customer: Array(whole.customer.prefix(count)))
    let analysis = sound(
      EngineRun(agent: call.agent, customer: call.customer).summary.metrics)
    let stream = try hear(call)
    #expect(ended(stream).map(sound) == [analysis])
    #expect(sound(stream.ending.summary.metrics) == analysis)
    #expect((analysis.parties.agent.firstMinute != nil) == (length > 62))
  }

  @Test func theSummaryHasTheSoundOfAllCalls() throws {
    let silence = [Float](repeating: 0, count: 45 * 8000)
    let first = try samples("monologue.wav")
    let second = try samples("noisy-line.wav")
    let stream = try hear(
      TestCall(
        agent: first.agent + silence + second.agent,
        customer: first.customer + silence + second.customer))
    let calls = ended(stream)
    try #require(calls.count == 2)
    let total = stream.ending.summary.metrics
    let noises = calls.compactMap(\.distraction)
    #expect(total.distraction?.judged == noises.reduce(.zero) { $0 + $1.judged })
    #expect(total.distraction?.noise == noises.reduce(.zero) { $0 + $1.noise })
    let levels = noises.map(\.level).sorted()
    let level = try #require(total.distraction?.level)
    #expect(levels[0] < level && level < levels[1])
    for party in Party.allCases {
      let voices = calls.map(\.parties[party].voice)
      for figure in [\VoiceFigures.pitch, \.loudness, \.rate] {
        let figures = voices.compactMap { $0[keyPath: figure] }.sorted()
        let all = try #require(total.parties[party].voice[keyPath: figure])
        #expect(figures.count == 2 && figures[0] <= all && all <= figures[1])
        #expect(all != voices[1][keyPath: figure])
      }
      let speech = calls.compactMap(\.parties[party].speechLevel).sorted()
      let all = try #require(total.parties[party].speechLevel)
      #expect(speech.count == 2 && speech[0] < all && all < speech[1])
      // There is one for each call, but none of all.
      #expect(total.parties[party].firstMinute == nil)
    }
    #expect(calls[0].parties.agent.firstMinute != nil)
  }

  /// What a tracker has counted after so many seconds of an agent at 100 Hz, and then at 200 Hz.
  private func counts(low: Int, high: Int = 0) -> SoundCounts {
    var tracker = ToneTracker(settings: ToneSettings())
    for frame in 0..<100 * (low + high) {
      tracker.advance(
        frame, probabilities: PartyPair(agent: 1, customer: 0),
        voices: PartyPair(
          agent: VoiceFrame(power: 0.01, pitch: frame < 100 * low ? 100 : 200),
          customer: VoiceFrame()),
        isAgentLeaking: false, emit: { _ in })
    }
    return SoundCounts(tone: tracker.counts)
  }

  @Test func aKeyPartsVoicesWhereItPartsCalls() throws {
    var scene = CallScene.call()
    scene.pass(to: 150)
    scene.counts = counts(low: 20)
    scene.pass(to: 155)
    scene.startNewCall()
    scene.counts = counts(low: 20, high: 15)
    scene.speak(.agent, 160, 165)
    scene.pass(to: 166)
    scene.finish()
    let pitches = scene.ended.compactMap(\.metrics.parties.agent.voice.pitch)
    try #require(pitches.count == 2)
    #expect(abs(pitches[0] - 100) < 2 && abs(pitches[1] - 200) < 3)
    let all = try #require(scene.total.parties.agent.voice.highPitch)
    #expect(abs(all - 200) < 3 && scene.total.parties.agent.voice.pitch == pitches[0])
  }

  @Test func whatIsSaidAfterACallIsNoPartOfItsVoices() throws {
    var scene = CallScene.call()
    scene.counts = counts(low: 0)
    scene.pass(to: 158)
    scene.counts = counts(low: 20)
    scene.pass(to: 165)
    // To a colleague, too late to belong to the call.
    scene.speak(.agent, 170, 180)
    scene.pass(to: 172)
    scene.counts = counts(low: 20, high: 60)
    scene.pass(to: 400)
    let pitch = try #require(scene.ended.first?.metrics.parties.agent.voice.pitch)
    #expect(abs(pitch - 100) < 2)
  }
}
