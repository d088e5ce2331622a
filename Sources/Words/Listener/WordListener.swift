public import Conversation

/// Follows a call with its words: segments come from its events, words from a transcript or a recognizer.
public struct WordListener {
  private let source: WordSource
  private let acts: ListeningActs
  private let settings: TurnSettings
  private let first: Party
  private var recognition: SpeechRecognition?
  private var speech: PartyPair<[Interval]> = PartyPair(repeating: [])

  /// Creates a listener for a call at a rate, whose first channel is a party's.
  public init(
    _ source: WordSource, acts: ListeningActs, first: Party, rate: EngineRate,
    settings: TurnSettings = TurnSettings()
  ) {
    self.source = source
    self.acts = acts
    self.settings = settings
    self.first = first
    if case .recognizer(let recognizer) = source {
      recognition = SpeechRecognition(recognizer: recognizer, rate: rate)
    }
  }

  /// Takes the next samples of both parties; before the events that they cause.
  public mutating func add(
    agent: UnsafeBufferPointer<Float>, customer: UnsafeBufferPointer<Float>
  ) {
    recognition?.add(agent: agent, customer: customer)
  }

  /// Takes the next event of the call.
  public mutating func take(_ event: Event) {
    if case .speech(let party, let interval) = event.kind { speech[party].append(interval) }
    recognition?.take(event)
  }

  /// What the words of the call make known, once it is over.
  ///
  /// A transcript that does not fit gives no events and says why.
  ///
  /// `judgement` judges the call's onsets once more; nil where the words are no help in that.
  public mutating func finish() -> (
    events: [WordEvent], wording: CallWording, judgement: LastJudgement?
  ) {
    for party in Party.allCases { speech[party].sort { $0.start < $1.start } }
    do throws(TranscriptError) {
      switch source {
      case .transcript(let transcript, let agent):
        let words = try transcript.words(agent: agent, first: first, speech: speech)
        return try fitted(words, transcript.format, transcript.language)
      case .transcripts(let transcripts):
        let given = [transcripts.agent, transcripts.customer].compactMap(\.self)
        let words = PartyPair(
          agent: transcripts.agent?.allWords ?? [], customer: transcripts.customer?.allWords ?? [])
        return try fitted(
          words, given.first?.format, given.lazy.compactMap(\.language).first)
      case .recognizer(let recognizer):
        let words = recognition?.words ?? PartyPair(repeating: [])
        var found = acts.find(
          in: words, speech: speech, language: recognizer.language, source: recognizer.name)
        cover(&found.wording, by: words)
        return (found.events, found.wording, judgement(words, found.wording))
      }
    } catch {
      var wording = CallWording(source: sourceName)
      wording.refusal = error
      return ([], wording, nil)
    }
  }

  private var sourceName: String {
    switch source {
    case .transcript(let transcript, _): "\(transcript.format.rawValue) transcript"
    case .transcripts: "transcripts"
    case .recognizer(let recognizer): recognizer.name
    }
  }

  private func fitted(
    _ words: PartyPair<[Word]>, _ format: TranscriptFormat?, _ language: String?
  ) throws(TranscriptError) -> (
    events: [WordEvent], wording: CallWording, judgement: LastJudgement?
  ) {
    let fit = try TranscriptFit(words, speech: speech)
    var found = acts.find(
      in: fit.words, speech: speech, language: language,
      source: format.map { "\($0.rawValue) transcript" } ?? "transcript")
    found.wording.alignment = fit.alignment
    found.wording.offset = fit.offset
    cover(&found.wording, by: fit.words)
    return (found.events, found.wording, judgement(fit.words, found.wording))
  }

  /// The rules for words are for English.
  private func judgement(
    _ words: PartyPair<[Word]>, _ wording: CallWording
  ) -> LastJudgement? {
    wording.hasActs
      ? LastJudgement(words: words, table: acts.table, settings: settings) : nil
  }

  private func cover(_ wording: inout CallWording, by words: PartyPair<[Word]>) {
    for party in Party.allCases {
      wording.parties[party].coverage = words[party].coverage(of: speech[party])
    }
  }
}

extension Transcript {
  /// The words of all speakers, by start.
  fileprivate var allWords: [Word] {
    tracks.flatMap(\.words).sorted { $0.interval.start < $1.interval.start }
  }
}
