import Conversation
import TestSignals
import Testing
import VoiceActivity

/// Music on the customer's line is told from all that is none.
@Suite struct LineSoundTests {
  /// What the line is said to carry, every 20 ms.
  private func sounds(_ samples: [Float], _ rate: EngineRate) -> [LineSound] {
    var activity = VoiceActivity(
      rate: rate, settings: ActivitySettings(), kernels: .best)
    let silence = [Float](repeating: 0, count: samples.count)
    let step = 2 * rate.frameLength
    var sounds: [LineSound] = []
    for start in stride(from: 0, to: samples.count - step, by: step) {
      activity.process(
        agent: silence.span.extracting(start..<start + step),
        customer: samples.span.extracting(start..<start + step)
      ) { _ in }
      sounds.append(activity.customerSound)
    }
    return sounds
  }

  private func share(_ sound: LineSound, _ sounds: some Collection<LineSound>) -> Double {
    Double(sounds.count { $0 == sound }) / Double(sounds.count)
  }

  @Test(arguments: EngineRate.allCases, [1.0, 3, 6])
  func musicIsKnownAfterThreeSeconds(rate: EngineRate, notesPerSecond: Double) {
    for loudness in [0.2, 0.01] {
      let music = MusicSignal.music(
        rate: rate.rawValue, seconds: 20, notesPerSecond: notesPerSecond, loudness: loudness)
      #expect(share(.music, sounds(music, rate).dropFirst(150)) > 0.9)
    }
  }

  @Test(arguments: EngineRate.allCases)
  func speechIsNoMusic(rate: EngineRate) {
    for seed in 1...4 {
      let bursts = stride(from: 0.5, to: 38, by: 4).map { $0...$0 + 3.2 }
      let speech = SpeechLikeSignal(
        rate: rate.rawValue, bursts: bursts, pitch: 90 + 40 * Double(seed), seed: seed)
      #expect(share(.other, sounds(speech.samples(seconds: 40), rate)) == 1)
    }
  }

  @Test(arguments: EngineRate.allCases)
  func noiseIsNoMusic(rate: EngineRate) {
    for loudness in [0.003, 0.05] {
      let noise = SpeechLikeSignal(rate: rate.rawValue, bursts: [], noise: loudness)
      #expect(share(.other, sounds(noise.samples(seconds: 20), rate)) == 1)
    }
  }

  private static let tune = [440.0, 494, 523, 440, 587, 523, 494, 392]

  /// A tune of bare notes, as simple hold music is, looks like a tone of the network at any moment.
  @Test(arguments: EngineRate.allCases, [0.5, 1, 2, 3])
  func aTuneOfBareNotesIsMusicAfterItsFourthPitch(rate: EngineRate, notesPerSecond: Double) {
    let music = MusicSignal.bareNotes(
      Self.tune, rate: rate.rawValue, seconds: 40, notesPerSecond: notesPerSecond)
    let heard = sounds(music, rate)
    let known = Int(50 * (4.3 / notesPerSecond + 1))
    #expect(share(.music, heard.dropFirst(known)) > 0.95)
    #expect(heard.contains(.notes))
  }

  /// A warble, and the three tones before an announcement, again and again.
  @Test(arguments: EngineRate.allCases, [[800.0, 1000], [950, 1400, 1800]])
  func signalsOfFewPitchesAreNoMusic(rate: EngineRate, frequencies: [Double]) {
    let tones = MusicSignal.bareNotes(
      frequencies, rate: rate.rawValue, seconds: 40, notesPerSecond: 3)
    #expect(share(.music, sounds(tones, rate)) == 0)
  }

  /// Ringing in America and in Europe, a busy line and a free one.
  @Test(arguments: [
    ([440.0, 480], 2.0, 6.0), ([425], 1, 5), ([425], 0.5, 1), ([350, 440], 20, 20),
  ])
  func tonesOfTheNetworkAreNoMusic(frequencies: [Double], on: Double, period: Double) {
    for rate in EngineRate.allCases {
      let tone = MusicSignal.tone(
        frequencies, on: on, period: period, rate: rate.rawValue, seconds: 20)
      let heard = sounds(tone, rate)
      #expect(share(.music, heard) == 0)
      #expect(share(.tone, heard.dropFirst(200)) > 0.9)
    }
  }

  /// Music is known as such some time after it has begun, and is no background even so.
  @Test(arguments: EngineRate.allCases)
  func musicIsNoBackgroundOfTheSpeechBeforeIt(rate: EngineRate) throws {
    let bursts = stride(from: 1.0, to: 19, by: 3).map { $0...$0 + 1.5 }
    let speech = SpeechLikeSignal(rate: rate.rawValue, bursts: bursts).samples(seconds: 20)
    let music = MusicSignal.music(rate: rate.rawValue, seconds: 10, loudness: 0.2)
    let samples = speech + music + speech
    var activity = VoiceActivity(
      rate: rate, settings: ActivitySettings(), kernels: .best)
    let silence = [Float](repeating: 0, count: samples.count)
    var backgrounds: [Double?] = []
    activity.process(agent: silence.span, customer: samples.span) { report in
      backgrounds.append(report.powers.customer.backgroundPower)
    }
    let before = try #require(backgrounds[1990])
    let after = try #require(backgrounds.last ?? nil)
    #expect(after < 2 * before)
  }

  @Test func musicEndsWithARestAndThenForGood() {
    let rate = EngineRate.narrow
    let music = MusicSignal.music(rate: rate.rawValue, seconds: 10)
    let heard = sounds(music + [Float](repeating: 0, count: 10 * rate.rawValue), rate)
    #expect(heard[480] == .music)
    #expect(heard[600] == .rest)
    #expect(heard.last == .other)
  }

  @Test func speechEndsTheMusicWithinTwoSeconds() {
    let rate = EngineRate.narrow
    let music = MusicSignal.music(rate: rate.rawValue, seconds: 10)
    let speech = SpeechLikeSignal(rate: rate.rawValue, bursts: [0...6]).samples(seconds: 6)
    let heard = sounds(music + speech, rate)
    #expect(heard[480] == .music)
    #expect(heard[600...].allSatisfy { $0 == .other })
  }
}
