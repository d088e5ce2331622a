import Conversation
import TestSignals
import Testing
import VoiceActivity

/// Keys, ringing and modems are neither speech nor silence, on either channel and over noise.
@Suite struct SignalToneTests {
  private struct Heard {
    var speech = PartyPair(repeating: SampleTime.zero)
    var tones = 0
  }

  /// What is heard of a party's sound, with its tones looked up every 0.2 s.
  private func listen(_ samples: [Float], to party: Party) -> Heard {
    var noise = NoiseSource(seed: 3)
    let quiet = samples.map { _ in Float(0.001 * noise.next()) }
    var activity = VoiceActivity(rate: .narrow, settings: ActivitySettings(), kernels: .best)
    var heard = Heard()
    let look = 1600
    for start in stride(from: 0, to: samples.count - look + 1, by: look) {
      let agent = party == .agent ? samples : quiet
      let customer = party == .agent ? quiet : samples
      activity.process(
        agent: agent.span.extracting(start..<start + look),
        customer: customer.span.extracting(start..<start + look)
      ) { add($0, &heard) }
      if activity.takeTone() { heard.tones += 1 }
    }
    activity.finish { add($0, &heard) }
    return heard
  }

  private func add(_ report: FrameReport, _ heard: inout Heard) {
    for party in Party.allCases {
      if case .ended(let segment) = report.activities[party].edge {
        heard.speech[party] += segment.length
      }
    }
  }

  /// A second of the room, then one sound after another, for `on` seconds of each `period`, over noise.
  private func tones(
    _ sounds: [[Double]], on: Double, period: Double, seconds: Double, noise level: Double
  ) -> [Float] {
    var samples = [Float](repeating: 0, count: 8000)
    for number in 0..<Int(seconds / period) {
      samples += MusicSignal.tone(
        sounds[number % sounds.count], on: on, period: period, rate: 8000, seconds: period)
    }
    var noise = NoiseSource(seed: 5)
    return samples.map { $0 + Float(level * noise.next()) }
  }

  private static let keys = [
    [697.0, 1209], [770, 1336], [852, 1477], [941, 1336], [697, 1633], [941, 1209],
  ]

  @Test(arguments: Party.allCases, [(0.06, 0.12), (0.08, 0.16), (0.3, 0.9)])
  func dialledKeysAreNoSpeech(party: Party, timing: (on: Double, period: Double)) {
    for level in [0.001, 0.006] {
      let heard = listen(
        tones(
          Self.keys, on: timing.on, period: timing.period, seconds: 8, noise: level),
        to: party)
      #expect(heard.speech[party] == .zero)
      #expect(heard.tones >= 7)
    }
  }

  /// Ringing of three countries, busy and free lines, modems and faxes.
  private static let network: [(pitches: [Double], on: Double, period: Double)] = [
    ([440, 480], 2.0, 6.0), ([425], 1, 5), ([400, 450], 0.4, 0.6), ([480, 620], 0.5, 1),
    ([350, 440], 12, 12), ([2100], 12, 12), ([1100], 0.5, 3.5), ([950], 1, 2),
  ]

  @Test(arguments: Party.allCases, network)
  func tonesOfTheNetworkAreHardlySpeech(
    party: Party, tone: (pitches: [Double], on: Double, period: Double)
  ) {
    let heard = listen(
      tones([tone.pitches], on: tone.on, period: tone.period, seconds: 12, noise: 0.006),
      to: party)
    // What the network is for is known after 0.15 s.
    #expect(heard.speech[party] <= SampleTime(seconds: 0.2))
    #expect(heard.tones >= 2)
  }

  /// The two pitches of a chime or a hum in a voice's channel, as near a key's as they may be.
  private func pitches(_ on: Double, _ period: Double, gain: Float) -> [Float] {
    MusicSignal.tone([855, 1470], on: on, period: period, rate: 8000, seconds: 20)
      .map { gain * $0 }
  }

  /// A chime that lasts, one now and then, and keys pressed again and again while somebody speaks.
  @Test(arguments: [(20.0, 20.0), (2, 3), (0.1, 0.4)])
  func pitchesThatLastOrComeAgainAndAgainTakeHardlyAnySpeech(on: Double, period: Double) {
    let bursts = stride(from: 0.5, to: 18, by: 2).map { $0...$0 + 1.2 }
    let voice = SpeechLikeSignal(rate: 8000, bursts: bursts, pitch: 130, seed: 2)
      .samples(seconds: 20)
    let alone = listen(voice, to: .customer).speech.customer.seconds
    let chime = pitches(on, period, gain: 0.3)
    let both = zip(voice, chime).map { $0 + $1 }
    #expect(listen(both, to: .customer).speech.customer.seconds > 0.85 * alone)
  }

  @Test func theSameKeyManyTimesInARowIsNoDialling() {
    let keys = tones([[852, 1477]], on: 0.1, period: 0.4, seconds: 12, noise: 0.001)
    #expect(listen(keys, to: .agent).tones <= 20)
  }

  @Test(arguments: [1, 2, 3, 4]) func voicesHaveNoTones(seed: Int) {
    let bursts = stride(from: 0.5, to: 18, by: 2).map { $0...$0 + 1.2 }
    let voice = SpeechLikeSignal(
      rate: 8000, bursts: bursts, pitch: 90 + 40 * Double(seed), seed: seed)
    #expect(listen(voice.samples(seconds: 20), to: .agent).tones == 0)
  }

  @Test func whatFollowsAToneIsHeard() {
    let tone = tones([[425]], on: 5.6, period: 6, seconds: 6, noise: 0.001)
    let voice = SpeechLikeSignal(rate: 8000, bursts: [0.3...1.5]).samples(seconds: 3)
    let alone = listen(voice, to: .customer).speech.customer
    let after = listen(tone + voice, to: .customer).speech.customer
    #expect(alone > SampleTime(seconds: 0.8))
    #expect(after > alone - SampleTime(seconds: 0.15))
  }
}
