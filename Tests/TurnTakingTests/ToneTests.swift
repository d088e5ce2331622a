import Conversation
import Foundation
import Measures
import TestSignals
import Testing

@testable import TurnTaking

/// Voices are compared with their own first minute, and only where one speaks alone.
@Suite struct ToneTests {
  /// A voice for some seconds.
  private struct Part {
    var seconds: Double
    var pitch: Float = 120
    var power: Float = 1e-3
    /// Syllables in 10 s.
    var syllables = 40
    var other = 0.0
  }

  private final class Run {
    var tracker = ToneTracker(settings: ToneSettings())
    var events: [Event.Kind] = []
    var frame = 0
    var metrics: Metrics {
      var metrics = Metrics()
      metrics.parties.agent.speechLevel = -30
      tracker.measure(&metrics)
      return metrics
    }
  }

  /// The customer speaks in parts of 5 s with 1 s of pause between them.
  private func run(_ parts: [Part], noise: Float = 1e-8, isLeaking: Bool = false) -> Run {
    let run = Run()
    for part in parts {
      for index in 0..<Int(part.seconds * 100) {
        let isSpeech = index % 600 < 500
        let interval = 1000 / part.syllables
        let voice = VoiceFrame(
          power: isSpeech ? part.power : 1e-8, pitch: isSpeech && index % 2 == 1 ? part.pitch : 0,
          isSyllable: isSpeech && index % interval == interval / 2)
        run.tracker.advance(
          run.frame,
          probabilities: PartyPair(agent: part.other, customer: isSpeech ? 0.99 : 0.01),
          voices: PartyPair(agent: VoiceFrame(power: noise), customer: voice),
          isAgentLeaking: isLeaking, emit: { run.events.append($0) })
        run.frame += 1
      }
    }
    return run
  }

  private func changes(_ run: Run) -> [String] {
    run.events.compactMap {
      guard case .toneChange(let change) = $0 else { return nil }
      // A pitch is known to a quarter of a semitone.
      let unit = change.measure == .pitch ? 5.0 : 1
      let figures = [change.from, change.to].map { "\(Int(($0 / unit).rounded() * unit))" }
      return "\(change.party.name) \(change.measure.rawValue) \(figures[0])-\(figures[1])"
    }
  }

  @Test func anEvenVoiceDoesNotChange() {
    #expect(run([Part(seconds: 300)]).events.isEmpty)
  }

  @Test func theFirstMinuteIsNotComparedWithItself() {
    let parts = [Part(seconds: 30), Part(seconds: 28, pitch: 240, power: 1e-1, syllables: 80)]
    #expect(run(parts).events.isEmpty)
    #expect(run(parts).metrics.parties.customer.firstMinute == nil)
  }

  @Test func aHigherVoiceIsToldOnce() {
    let run = run([Part(seconds: 66), Part(seconds: 60, pitch: 150)])
    #expect(changes(run) == ["customer pitch 120-150"])
    guard case .toneChange(let change) = run.events.first else { return }
    #expect((60...76).contains(change.start.seconds))
    var fold = MetricsFold()
    for (index, kind) in run.events.enumerated() {
      fold.add(Event(at: SampleTime(frames: index), kind: kind))
    }
    let metrics = fold.snapshot(at: .zero, times: TimeTally())
    #expect(metrics.parties.customer.toneChanges == 1)
    #expect(metrics.parties.agent.toneChanges == 0)
  }

  @Test func aVoiceThatComesBackMayChangeAgain() {
    let high = Part(seconds: 42, pitch: 150)
    let run = run([Part(seconds: 66), high, Part(seconds: 42), high])
    #expect(changes(run) == ["customer pitch 120-150", "customer pitch 120-150"])
  }

  @Test func loudnessAndRateAreTold() {
    let louder = run([Part(seconds: 66), Part(seconds: 40, power: 8e-3)])
    #expect(changes(louder) == ["customer loudness -30--21"])
    let faster = run([Part(seconds: 66), Part(seconds: 40, syllables: 60)])
    #expect(changes(faster) == ["customer rate 4-6"])
  }

  @Test func speechBesideTheOthersIsNotMeasured() {
    let run = run([Part(seconds: 66), Part(seconds: 60, pitch: 300, power: 1, other: 0.9)])
    #expect(run.events.isEmpty)
  }

  @Test func theFiguresAreThoseOfTheVoice() throws {
    let voice = run([Part(seconds: 66)]).metrics.parties.customer.voice
    #expect(abs(try #require(voice.pitch) / 120 - 1) < 0.01)
    #expect(abs(try #require(voice.loudness) + 30) < 0.01)
    #expect(abs(try #require(voice.rate) - 4) < 0.1)
  }

  @Test func fewFramesGiveNoFigures() {
    #expect(run([Part(seconds: 1.5)]).metrics.parties.customer.voice == VoiceFigures())
  }

  @Test(arguments: [(-60.0, 0.0), (-52, 0), (-48, 5), (-30, 5)]) func noiseBesideSpeechIsTimed(
    level: Double, share: Double
  ) throws {
    // The agent's speech is at -30 dBFS, so that -50 is the limit.
    let run = run([Part(seconds: 60)], noise: Float(pow(10, level / 10)))
    let found = try #require(run.metrics.distraction)
    #expect(found.judged == SampleTime(seconds: 50))
    #expect(found.noise == SampleTime(seconds: 10 * share))
    #expect(abs(found.level - level) < 0.01)
  }

  @Test func aLeakIsNoNoise() {
    #expect(run([Part(seconds: 60)], isLeaking: true).metrics.distraction == nil)
  }

  @Test func logarithmsAreThoseOfTheLibrary() {
    for step in 1...400 {
      let number = pow(1.11, Double(step - 200))
      #expect(abs(Logarithm.base2(number) - log2(number)) < 2e-5)
    }
    #expect(Logarithm.decibels(0) == Logarithm.decibels(1e-12))
  }

  @Test func risesAreAgainstWhatCameBefore() throws {
    var rise = VoiceRise()
    func speak(_ frames: Int, _ power: Float, _ pitch: Float) {
      for _ in 0..<frames { rise.add(VoiceFrame(power: power, pitch: pitch), isSpeech: true) }
    }
    func pause() { for _ in 0..<50 { rise.add(VoiceFrame(), isSpeech: false) } }
    speak(600, 1e-3, 100)
    #expect(rise.share == nil)
    pause()
    speak(50, 1e-3, 100)
    #expect(abs(try #require(rise.share)) < 1e-6)
    pause()
    speak(50, 4e-3, 120)
    #expect(try #require(rise.share) == 1)
    pause()
    speak(50, 1e-3, 200)
    #expect(try #require(rise.share) == 0.5)
  }

  @Test func theSumsOfTwoStretchesAreThoseOfTheWhole() {
    let parts = [Part(seconds: 30), Part(seconds: 60, pitch: 240, power: 1e-1, syllables: 80)]
    let whole = ToneSums(run(parts).tracker.counts)
    let first = ToneSums(run([parts[0]]).tracker.counts)
    let rest = whole.since(first)
    var metrics = Metrics()
    rest.measure(&metrics)
    #expect(abs((metrics.parties.customer.voice.pitch ?? 0) - 240) < 4)
    var sum = first
    sum.addVoices(of: rest)
    sum.addNoise(of: rest)
    var expected = Metrics()
    metrics.parties.agent.speechLevel = -30
    expected.parties.agent.speechLevel = -30
    sum.measure(&metrics)
    whole.measure(&expected)
    #expect(metrics.parties.customer.voice.pitch == expected.parties.customer.voice.pitch)
    #expect(metrics.parties.customer.voice.rate == expected.parties.customer.voice.rate)
    #expect(metrics.distraction?.judged == expected.distraction?.judged)
    #expect(metrics.distraction?.noise == expected.distraction?.noise)
  }
}
