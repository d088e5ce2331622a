import Conversation
import Testing

@testable import Words

@Suite("Recognition of segments")
struct RecognitionTests {
  /// Says how many tenths of a second of loud samples it was given, and of how many in all.
  private final class Counter: Recognizer {
    let name = "counter"
    let language = "en"
    private(set) var lengths: [Double] = []
    private(set) var loud: [Double] = []

    func words(in samples: UnsafeBufferPointer<Float>, rate: Int) -> [String] {
      lengths.append(Double(samples.count) / Double(rate))
      loud.append(Double(samples.count { abs($0) > 0.1 }) / Double(rate))
      return ["one", "three"]
    }
  }

  /// Feeds seconds of audio in which the agent is loud in a stretch, and the events of that.
  private static func run(
    _ counter: Counter, loud: ClosedRange<Double>, of seconds: Double, quiet: Double? = nil
  ) -> PartyPair<[Word]> {
    var recognition = SpeechRecognition(recognizer: counter, rate: .narrow)
    let interval = Interval(
      start: SampleTime(seconds: loud.lowerBound), end: SampleTime(seconds: loud.upperBound))
    let silence = [Float](repeating: 0, count: 800)
    for block in 0..<Int(seconds * 10) {
      let time = Double(block) / 10
      let isLoud = loud ~= time + 0.05 && !(quiet.map { abs(time + 0.05 - $0) < 0.1 } ?? false)
      let agent = [Float](repeating: isLoud ? 0.5 : 0.01, count: 800)
      agent.withUnsafeBufferPointer { agent in
        silence.withUnsafeBufferPointer { recognition.add(agent: agent, customer: $0) }
      }
      let at = SampleTime(seconds: time + 0.1)
      if block == Int(loud.lowerBound * 10) {
        recognition.take(Event(at: at, kind: .speechStarted(.agent, start: interval.start)))
      }
      recognition.cutLongSpeech(at: at)
      if block == Int(loud.upperBound * 10) + 2 {
        recognition.take(Event(at: at, kind: .speech(.agent, interval)))
      }
    }
    return recognition.words
  }

  @Test("A segment is heard with a margin, and its words lie in it")
  func segment() {
    let counter = Counter()
    let words = Self.run(counter, loud: 2...4, of: 6)
    #expect(counter.lengths.count == 1)
    #expect(abs((counter.lengths.first ?? 0) - 2.2) < 0.001)
    #expect(abs((counter.loud.first ?? 0) - 2) < 0.001)
    #expect(words.agent.map(\.text) == ["one", "three"])
    #expect(words.agent.first?.interval.start == SampleTime(seconds: 2))
    #expect(words.agent.last?.interval.end == SampleTime(seconds: 4))
    #expect(words.customer.isEmpty)
  }

  @Test("Long speech is cut where it is quiet, and nothing is heard twice")
  func longSpeech() {
    let counter = Counter()
    let words = Self.run(counter, loud: 1...150, of: 152, quiet: 9.5)
    #expect(counter.lengths.allSatisfy { $0 <= 12.3 })
    #expect(abs((counter.lengths.first ?? 0) - 8.6) < 0.11)
    let heard = counter.loud.reduce(0, +)
    // A tenth of a second after each cut is heard on both sides of it.
    #expect(heard > 148.7 && heard < 149 + 0.1 * Double(counter.loud.count))
    #expect(
      zip(words.agent, words.agent.dropFirst()).allSatisfy { $0.interval.end <= $1.interval.start })
  }

  @Test("Where there is no recognizer, one line says so")
  func missing() {
    do {
      _ = try MoonshineRecognizer(folder: "/nonexistent")
      Issue.record("it was loaded from nowhere")
    } catch {
      #expect(error.code == .missing || error.description.contains("x86-64"))
      #expect(!error.description.contains { $0.isNewline })
    }
  }
}
