import Conversation
import Listening

extension Story {
  /// A pause that the customer makes on its own; a longer one was left for an answer.
  static let ownPause = SampleTime(seconds: 1.2)
  /// A silence within a piece.
  private static let breath = SampleTime(seconds: 0.3)
  /// What is kept before and after what the detector calls speech.
  private static let margin = SampleTime(seconds: 0.05)

  /// Makes a story of a customer's recording at 16 kHz; nil where nobody speaks in it.
  ///
  /// The detector finds its pauses: up to 1.2 s they are the customer's own, longer ones are the
  /// places to answer.
  init?(recording: [Float], name: String) {
    let speech = Self.speech(in: recording)
    guard !speech.isEmpty else { return nil }
    var joined: [Interval] = []
    for interval in speech {
      if let last = joined.last, interval.start - last.end < Self.breath {
        joined[joined.count - 1].end = interval.end
      } else {
        joined.append(interval)
      }
    }
    var pieces: [StoryPiece] = []
    for (index, interval) in joined.enumerated() {
      let after = index + 1 < joined.count ? joined[index + 1].start - interval.end : nil
      let first = max(0, (interval.start - Self.margin).ticks)
      let last = min(recording.count, (interval.end + Self.margin).ticks)
      pieces.append(
        StoryPiece(
          name: "\(index + 1)", line: StoryLine(text: "", sound: first..<last),
          continuation: after.flatMap { $0 < Self.ownPause ? .pause($0) : nil } ?? .answer,
          next: after == nil ? nil : index + 1))
    }
    self.init(name: name, title: name, pieces: pieces, samples: recording)
  }

  private static func speech(in recording: [Float]) -> [Interval] {
    var configuration = Configuration()
    configuration.tone.isMeasured = false
    var engine = Engine(configuration: configuration, rate: PracticeSession.rate)
    let silence = [Float](repeating: 0, count: PracticeSession.rate.rawValue)
    var speech: [Interval] = []
    let emit: (Event) -> Void = { event in
      if case .speech(.customer, let interval) = event.kind { speech.append(interval) }
    }
    var taken = 0
    while taken < recording.count {
      let end = min(taken + silence.count, recording.count)
      engine.process(
        agent: silence.span.extracting(0..<end - taken),
        customer: recording.span.extracting(taken..<end), emit: emit)
      taken = end
    }
    engine.finish(emit: emit)
    return speech
  }
}
