public import Conversation

/// Hands the detector's segments of both parties to a recognizer, and gathers the words.
public struct SpeechRecognition {
  /// Each party's words so far, by start.
  public private(set) var words: PartyPair<[Word]> = PartyPair(repeating: [])
  private let recognizer: any Recognizer
  private let rate: Int
  private var pieces: SpeechPieces

  /// Creates a recognition of audio at a rate of 8 or 16 kHz.
  public init(recognizer: any Recognizer, rate: EngineRate) {
    self.recognizer = recognizer
    self.rate = rate.rawValue
    pieces = SpeechPieces(rate: rate)
  }

  /// Takes the next samples of both parties; before the events that they cause.
  public mutating func add(
    agent: UnsafeBufferPointer<Float>, customer: UnsafeBufferPointer<Float>
  ) {
    pieces.add(agent: agent, customer: customer)
  }

  /// Takes the next event, and recognises what it ends.
  public mutating func take(_ event: Event) {
    let (recognizer, rate) = (recognizer, rate)
    pieces.take(event) { party, interval, samples in
      words[party] += recognizer.words(in: samples, at: interval, rate: rate)
    }
  }

  /// Recognises the beginning of speech that goes on for long.
  public mutating func cutLongSpeech(at now: SampleTime) {
    let (recognizer, rate) = (recognizer, rate)
    pieces.cutLongSpeech(at: now) { party, interval, samples in
      words[party] += recognizer.words(in: samples, at: interval, rate: rate)
    }
  }
}

extension Recognizer {
  /// The words in a stretch of speech, laid over it by their letters, since small models give no times.
  public func words(
    in samples: UnsafeBufferPointer<Float>, at interval: Interval, rate: Int
  ) -> [Word] {
    let said = words(in: samples, rate: rate)
    let letters = said.reduce(0) { $0 + $1.count + 1 }
    var passed = 0
    return said.map { text in
      let begin = interval.start + SampleTime(ticks: interval.length.ticks * passed / letters)
      passed += text.count + 1
      let stop = interval.start + SampleTime(ticks: interval.length.ticks * passed / letters)
      return Word(text, Interval(start: begin, end: stop))
    }
  }
}
