import AudioFiles
import Conversation
import Foundation
import Interject
import LiveFixtures
import Testing
import Words

/// Words that come while a call runs: early, late, out of place or not at all.
@Suite struct LiveWordsTests {
  private struct Heard {
    var events: [Event] = []
    var summary = Summary(metrics: Metrics(), reliable: true)
    var notices: [String] = []

    var words: [WordEvent] {
      events.compactMap { if case .words(let word) = $0.kind { word } else { nil } }
        .sorted { ($0.interval.start, $0.party.rawValue) < ($1.interval.start, $1.party.rawValue) }
    }
  }

  private typealias Delivery = (time: SampleTime, party: Party, words: [Word])

  private static func transcript() throws -> Transcript {
    try TranscriptReader.read(
      Array(Data(contentsOf: URL(filePath: LiveSamples.path("support-call.vtt")))))
  }

  /// The sentences of the sample's transcript, each so long after its end.
  private static func sentences(after delay: Double) throws -> [Delivery] {
    let words = try transcript().words(
      agent: nil, first: .agent, speech: PartyPair(repeating: []))
    var found: [Delivery] = []
    for party in Party.allCases {
      var sentence: [Word] = []
      for (index, word) in words[party].enumerated() {
        sentence.append(word)
        let next = index + 1 < words[party].count ? words[party][index + 1].interval.start : nil
        let isPause = next.map { $0 - word.interval.end >= SampleTime(seconds: 1) } ?? true
        guard isPause || word.text.last.map({ ".?!".contains($0) }) == true else { continue }
        found.append((word.interval.end + SampleTime(seconds: delay), party, sentence))
        sentence = []
      }
    }
    return found.sorted { $0.time < $1.time }
  }

  private static func analysis() throws -> Heard {
    var heard = Heard()
    heard.summary = try CallAnalysis().run(
      LiveSamples.source("support-call.wav"),
      words: (.transcript(try transcript(), agent: nil), ListeningActs())
    ) { heard.events.append($0) }
    return heard
  }

  /// Hears the sample in blocks of 10 ms while words come; `ends` once all have come.
  private static func listen(
    _ deliveries: [Delivery], ends: Bool = true, named language: String? = nil
  ) throws -> Heard {
    let listener = LiveListener(
      source: "test", language: language, acts: ListeningActs(), settings: TurnSettings())
    var audio = try CallAudio.open(LiveSamples.source("support-call.wav"))
    var session = ListeningSession(rate: audio.rate, isRecording: true, words: listener)
    var (agent, customer) = ([Float](repeating: 0, count: 80), [Float](repeating: 0, count: 80))
    var heard = Heard()
    var next = 0
    while true {
      while next < deliveries.count, deliveries[next].time <= session.consumed {
        let delivery = deliveries[next]
        let end = delivery.words.map(\.interval.end).max() ?? .zero
        listener.hear(delivery.words, of: delivery.party, through: end)
        next += 1
        if next == deliveries.count, ends { listener.endWords() }
      }
      let portion = try agent.withUnsafeMutableBufferPointer { agent in
        try customer.withUnsafeMutableBufferPointer { try audio.read(agent: agent, customer: $0) }
      }
      if portion.isEnd { break }
      session.process(
        agent: agent.span.extracting(first: portion.samples),
        customer: customer.span.extracting(first: portion.samples), unknown: portion.unknown
      ) { heard.events.append($0) }
      heard.notices += listener.takeNotices()
    }
    while next < deliveries.count {
      let delivery = deliveries[next]
      listener.hear(delivery.words, of: delivery.party, through: delivery.time)
      next += 1
    }
    session.finish { heard.events.append($0) }
    heard.summary = session.summary
    return heard
  }

  /// The judgements without what depends on when they were made.
  private static func judgements(_ events: [Event]) -> [Event.Kind] {
    events.map(\.kind).compactMap { kind in
      switch kind {
      case .interruptionResolved(var end):
        end.id = 0
        return .interruptionResolved(end)
      case .retraction(_, let reason): return .retraction(id: 0, reason)
      case .overlap(var overlap):
        overlap.onset?.supersedes = nil
        return .overlap(overlap)
      case .resumption, .backchannel, .prematureAnswer: return kind
      default: return nil
      }
    }
  }

  /// What one list has and the other has not, in any order.
  private static func difference<T: Equatable>(_ found: [T], _ wanted: [T]) -> String {
    let missing = wanted.filter { !found.contains($0) }.map { "- \($0)" }
    let more = found.filter { !wanted.contains($0) }.map { "+ \($0)" }
    let count = found.count == wanted.count ? [] : ["\(found.count) of \(wanted.count)"]
    return (missing + more + count).prefix(4).joined(separator: "\n")
  }

  @Test(arguments: [0.0, 1, 3.5])
  func lateWordsGiveWhatTheAnalysisGives(_ delay: Double) throws {
    let found = try Self.listen(try Self.sentences(after: delay))
    let wanted = try Self.analysis()
    #expect(Self.difference(found.words, wanted.words) == "")
    #expect(
      Self.difference(Self.judgements(found.events), Self.judgements(wanted.events)) == "")
    var (figures, others) = (found.summary.wording, wanted.summary.wording)
    others?.source = "test"
    figures?.withheld = []
    #expect(figures == others)
    #expect(found.summary.guidance == wanted.summary.guidance)
    let isSame = found.summary.metrics == wanted.summary.metrics
    #expect(isSame, "the measures differ")
    #expect(found.notices.isEmpty)
  }

  @Test(arguments: [0.0, 3.5])
  func whatIsSettledDoesNotChange(_ delay: Double) throws {
    let found = try Self.listen(try Self.sentences(after: delay), ends: false)
    #expect(found.events.map(\.at) == found.events.map(\.at).sorted())
    var settled = SampleTime.zero
    var flags: [Int: SampleTime] = [:]
    for event in found.events {
      switch event.kind {
      case .settled(let time):
        settled = time
        #expect(flags.values.allSatisfy { $0 >= time }, "a flag is open at \(time.seconds)")
      case .interruption(let flag):
        flags[flag.id] = flag.start
        #expect(flag.start >= settled)
      case .interruptionResolved(let end): flags[end.id] = nil
      case .retraction(let id, _): flags[id] = nil
      case .overlap(let overlap): #expect(overlap.interval.start >= settled)
      case .backchannel(_, let interval), .speech(_, let interval), .turn(_, let interval):
        #expect(interval.start >= settled)
      default: break
      }
    }
    #expect(settled > SampleTime(seconds: 60) && flags.isEmpty)
  }

  @Test func earlyFlagsComeAsSoonAsWithoutWords() throws {
    func flags(_ events: [Event]) -> [SampleTime] {
      events.compactMap { if case .interruption = $0.kind { $0.at } else { nil } }
    }
    var plain: [Event] = []
    _ = try CallAnalysis().run(LiveSamples.source("support-call.wav")) { plain.append($0) }
    let found = try Self.listen(try Self.sentences(after: 3.5), ends: false)
    #expect(!flags(plain).isEmpty && flags(found.events) == flags(plain))
  }

  @Test(arguments: [false, true])
  func withoutAWordEverythingIsAsTimingHasIt(_ ends: Bool) throws {
    let delivery: Delivery = (.zero, .agent, [])
    let found = try Self.listen([delivery], ends: ends)
    var plain = Heard()
    plain.summary = try CallAnalysis().run(LiveSamples.source("support-call.wav")) {
      plain.events.append($0)
    }
    #expect(
      Self.difference(Self.judgements(found.events), Self.judgements(plain.events)) == "")
    #expect(found.words.isEmpty)
    let isSame = found.summary.metrics == plain.summary.metrics
    #expect(isSame, "the measures differ")
    #expect(found.summary.wording?.parties.agent.words == 0)
  }

  /// What an early end of a call in the middle of a talk says, with words that are waited for or without.
  private static func endedCall(words listener: LiveListener?) throws -> [Event] {
    var configuration = Configuration()
    configuration.calls.endsAfter = 5
    configuration.calls.agentSilentFor = 0
    configuration.calls.stillFor = 0
    var audio = try CallAudio.open(LiveSamples.source("support-call.wav"))
    var session = ListeningSession(
      configuration: configuration, rate: audio.rate, words: listener)
    var (agent, customer) = ([Float](repeating: 0, count: 80), [Float](repeating: 0, count: 80))
    var events: [Event] = []
    while session.consumed < SampleTime(seconds: 50) {
      if session.consumed < SampleTime(seconds: 38.4) {
        _ = try agent.withUnsafeMutableBufferPointer { agent in
          try customer.withUnsafeMutableBufferPointer {
            try audio.read(agent: agent, customer: $0)
          }
        }
      } else {
        (agent, customer) = (Array(repeating: 0, count: 80), Array(repeating: 0, count: 80))
      }
      session.process(agent: agent.span, customer: customer.span) { events.append($0) }
    }
    return events
  }

  @Test func whatWaitsForWordsWhenACallEndsIsCountedInIt() throws {
    func figures(_ events: [Event]) -> [Metrics] {
      events.compactMap { if case .callEnded(_, let metrics) = $0.kind { metrics } else { nil } }
    }
    let listener = LiveListener(source: "test", acts: ListeningActs(), settings: TurnSettings())
    let plain = try Self.endedCall(words: nil)
    let found = try Self.endedCall(words: listener)
    let wanted = try #require(figures(plain).first)
    #expect(wanted.parties.customer.interruptions.total == 1)
    let metrics = try #require(figures(found).first)
    #expect(metrics.parties.customer.interruptions == wanted.parties.customer.interruptions)
    #expect(metrics.parties.customer.backchannels == wanted.parties.customer.backchannels)
    #expect(metrics == wanted)
    #expect(Self.difference(Self.judgements(found), Self.judgements(plain)) == "")
  }

  @Test func wordsThatComeFarTooLateAreLeftOutAndSaidSo() throws {
    let found = try Self.listen(try Self.sentences(after: 25), ends: false)
    #expect(found.notices.contains { $0.contains("left out") })
    #expect(found.summary.wording?.withheld.contains { $0.contains("too late") } == true)
  }

  /// What is not known to be silence is no evidence.
  @Test func aWriterThatGoesAwayLeavesTheRestToTiming() throws {
    let first = try Self.sentences(after: 0).filter { $0.time < SampleTime(seconds: 15) }
    let found = try Self.listen(first)
    var plain: [Event] = []
    _ = try CallAnalysis().run(LiveSamples.source("support-call.wav")) { plain.append($0) }
    func ends(_ events: [Event]) -> [Event.Kind] {
      Self.judgements(events).filter { kind in
        switch kind {
        case .interruptionResolved, .retraction: true
        default: false
        }
      }
    }
    #expect(!found.words.isEmpty)
    #expect(Self.difference(ends(found.events), ends(plain)) == "")
  }

  @Test(arguments: [-4.0, -1.5, 3])
  func wordsWhoseTimesAreOffFindTheirPlace(_ seconds: Double) throws {
    let off = SampleTime(seconds: seconds)
    let found = try Self.listen(
      try Self.sentences(after: 0.5).map { delivery in
        let words = delivery.words.map { word in
          Word(
            word.text,
            Interval(start: word.interval.start + off, end: word.interval.end + off))
        }
        return (delivery.time, delivery.party, words)
      })
    let wording = try #require(found.summary.wording)
    #expect(abs((wording.offset + off).seconds) < 0.4)
    #expect(found.notices.count { $0.contains("the times of the words are off") } == 1)
    let wanted = try #require(try Self.analysis().summary.wording)
    #expect(wording.parties.agent.questions == wanted.parties.agent.questions)
    #expect(wording.parties.agent.openQuestions == wanted.parties.agent.openQuestions)
  }

  @Test func swappedPartiesAreSaidToBeAndTheirWordsAreNotUsed() throws {
    let swapped = try Self.sentences(after: 0).map { ($0.time, $0.party.other, $0.words) }
    let found = try Self.listen(swapped)
    // Words of the other party also seem to come late.
    let notices = found.notices.filter { !$0.contains("came more than") }
    #expect(notices.count == 1 && notices[0].contains("the parties are swapped"), "\(notices)")
    #expect(found.summary.wording?.refusal?.code == .swappedParties)
    #expect(found.summary.wording?.offset == .zero)
    #expect(found.words.isEmpty)
  }

  @Test func partiesThatArePutRightAreUsedAgain() throws {
    var swapped = 0
    let mended = try Self.sentences(after: 0).map { delivery in
      // The writer notices its mistake after the line that says so.
      let isWrong = swapped < 44
      if isWrong { swapped += delivery.words.count }
      return (delivery.time, isWrong ? delivery.party.other : delivery.party, delivery.words)
    }
    let found = try Self.listen(mended)
    #expect(found.notices.contains { $0.contains("the parties are swapped") })
    #expect(found.summary.wording?.refusal == nil)
    #expect(!found.words.isEmpty)
  }

  @Test func wordsOfAnotherCallAreNotSaidToBeSwapped() throws {
    let other = try Self.sentences(after: 0).map { delivery in
      let words = delivery.words.map { word in
        // The parties take turns every second, whoever is heard.
        let second = 2 * (word.interval.start.ticks / 16_000) + (delivery.party == .agent ? 0 : 1)
        let start = SampleTime(ticks: second * 16_000 + word.interval.start.ticks % 16_000)
        return Word(word.text, Interval(start: start, end: start + SampleTime(seconds: 0.1)))
      }
      return (words.last?.interval.end ?? delivery.time, delivery.party, words)
    }.sorted { $0.0 < $1.0 }
    let found = try Self.listen(other)
    #expect(found.notices.contains { $0.contains("not used") })
    #expect(found.summary.wording?.refusal?.code == .notAligned)
  }

  @Test func anotherLanguageHasNoActs() throws {
    let found = try Self.listen(try Self.sentences(after: 0), named: "de")
    #expect(!found.words.isEmpty)
    #expect(found.words.allSatisfy { if case .utterance = $0 { true } else { false } })
    #expect(found.summary.wording?.hasActs == false)
  }

  /// A recognizer that says how long it was given to hear, and takes its time.
  private final class StandIn: Recognizer {
    let name = "stand-in"
    let language = "en"
    private let delay: Duration
    init(_ delay: Duration = .zero) { self.delay = delay }
    func words(in samples: UnsafeBufferPointer<Float>, rate: Int) -> [String] {
      if delay > .zero { _ = usleep(UInt32(delay / .microseconds(1))) }
      return ["what", "about", "\(samples.count * 10 / rate)"]
    }
  }

  private static func replay(
    _ words: LiveWords, speed: Double
  ) throws -> (words: [WordEvent], ending: LiveEnding) {
    let source = try ReplaySource.open(LiveSamples.source("support-call.wav"), speed: speed)
    let stream = LiveStream(
      try LiveCall.start(source, settings: LiveSettings(words: words, queueCapacity: 10_000)))
    return (
      stream.events.compactMap { if case .words(let word) = $0.kind { word } else { nil } },
      stream.ending
    )
  }

  @Test func aRecognizerBesideAnUnpacedReplayHearsWhatTheAnalysisHears() throws {
    var wanted: [WordEvent] = []
    let summary = try CallAnalysis().run(
      LiveSamples.source("support-call.wav"),
      words: (.recognizer(StandIn()), ListeningActs())
    ) { if case .words(let word) = $0.kind { wanted.append(word) } }
    let found = try Self.replay(LiveWords(recognizedBy: StandIn()), speed: 0)
    #expect(Self.difference(found.words, wanted) == "")
    #expect(found.ending.summary.wording?.source == "stand-in")
    #expect(
      found.ending.summary.wording?.parties.agent.words == summary.wording?.parties.agent.words)
  }

  @Test func aRecognizerOnItsThreadHearsAPacedReplayToItsEnd() throws {
    let found = try Self.replay(LiveWords(recognizedBy: StandIn()), speed: 40)
    let wording = try #require(found.ending.summary.wording)
    #expect(wording.parties.agent.words > 30 && wording.parties.customer.words > 30)
    // The last word of the call is heard as well.
    let last = found.words.map(\.interval.end).max() ?? .zero
    #expect(last > SampleTime(seconds: 64))
  }

  @Test func aRecognizerThatIsFarTooSlowLeavesWordsOutAndNothingElse() throws {
    var plain: [Event] = []
    _ = try CallAnalysis().run(LiveSamples.source("support-call.wav")) { plain.append($0) }
    let slow = StandIn(.milliseconds(400))
    let source = try ReplaySource.open(LiveSamples.source("support-call.wav"), speed: 100)
    let stream = LiveStream(
      try LiveCall.start(
        source, settings: LiveSettings(words: LiveWords(recognizedBy: slow), queueCapacity: 10_000))
    )
    func flags(_ events: [Event]) -> [SampleTime] {
      events.compactMap { if case .interruption = $0.kind { $0.at } else { nil } }
    }
    #expect(flags(stream.events) == flags(plain))
    #expect(stream.ending.summary.metrics.duration > SampleTime(seconds: 60))
  }
}
