import AudioFiles
import Conversation
import Foundation
import Interject
import Testing
import Words

/// Words beside a recording: what they add, and what they leave alone.
@Suite struct WordAnalysisTests {
  private static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "samples")
  private static let call = CallSource(
    .together(AudioInput(argument: folder.appending(path: "support-call.wav").path)))

  private static func transcript() throws -> Transcript {
    let data = try Data(contentsOf: folder.appending(path: "support-call.vtt"))
    return try TranscriptReader.read(Array(data))
  }

  private static func run(
    _ source: WordSource?
  ) throws -> (events: [Event], words: [WordEvent], summary: Summary) {
    var events: [Event] = []
    var words: [WordEvent] = []
    let summary = try CallAnalysis().run(
      call, words: source.map { ($0, ListeningActs(keepsText: true)) }
    ) { event in
      if case .words(let word) = event.kind { words.append(word) } else { events.append(event) }
    }
    return (events, words, summary)
  }

  /// Whether words may bear on it.
  private static func isJudgement(_ event: Event) -> Bool {
    switch event.kind {
    case .overlap, .interruptionResolved, .retraction, .resumption, .metrics, .callEnded, .lesson,
      .guidance:
      true
    default: false
    }
  }

  @Test func wordsBearOnJudgementsAlone() throws {
    let plain = try Self.run(nil)
    let worded = try Self.run(.transcript(try Self.transcript(), agent: nil))
    #expect(plain.words.isEmpty && plain.summary.wording == nil)
    #expect(
      worded.events.filter { !Self.isJudgement($0) }
        == plain.events.filter { !Self.isJudgement($0) })
    #expect(worded.events.map(\.at) == worded.events.map(\.at).sorted())
    let (heard, told) = (plain.summary.metrics, worded.summary.metrics)
    #expect(told.duration == heard.duration && told.distraction == heard.distraction)
    for party in Party.allCases {
      #expect(told.parties[party].talk == heard.parties[party].talk)
      #expect(told.parties[party].voice == heard.parties[party].voice)
      #expect(told.parties[party].speechLevel == heard.parties[party].speechLevel)
      #expect(told.parties[party].firstMinute == heard.parties[party].firstMinute)
    }
  }

  @Test func everyFlagHasOneEndAndFiguresFollowTheEvents() throws {
    let found = try Self.run(.transcript(try Self.transcript(), agent: nil))
    var ends: [Int: Int] = [:]
    var taken = PartyPair(repeating: 0)
    var flags: [Int: Interruption] = [:]
    for event in found.events {
      switch event.kind {
      case .interruption(let flag): flags[flag.id] = flag
      case .retraction(let id, _): ends[id, default: 0] += 1
      case .interruptionResolved(let end):
        ends[end.id, default: 0] += 1
        if end.outcome == .floorTaken, let flag = flags[end.id] { taken[flag.party] += 1 }
      default: break
      }
    }
    #expect(!flags.isEmpty && flags.keys.allSatisfy { ends[$0] == 1 })
    for party in Party.allCases {
      #expect(found.summary.metrics.parties[party].interruptions.floorTaken == taken[party])
    }
  }

  @Test func theSampleCallsTranscriptFitsAndTellsItsActs() throws {
    let found = try Self.run(.transcript(try Self.transcript(), agent: nil))
    let wording = try #require(found.summary.wording)
    #expect((wording.alignment ?? 0) > 0.9)
    #expect(wording.offset == .zero)
    #expect(wording.parties.agent.questions == 2)
    #expect(wording.parties.agent.openQuestions == 1)
    #expect(wording.isClosed == true)
    #expect(wording.parties.customer.openPauses == 2)
  }

  @Test func swappedPartiesAreRefusedAndTheReportStandsWithoutWords() throws {
    let plain = try Self.run(nil)
    let found = try Self.run(.transcript(try Self.transcript(), agent: "customer"))
    #expect(found.words.isEmpty)
    #expect(found.summary.wording?.refusal?.code == .swappedParties)
    #expect(found.summary.metrics == plain.summary.metrics)
  }

  @Test func aRecognizerHearsEverySegmentOnce() throws {
    final class Listener: Recognizer {
      let name = "listener"
      let language = "en"
      var seconds = 0.0
      func words(in samples: UnsafeBufferPointer<Float>, rate: Int) -> [String] {
        seconds += Double(samples.count) / Double(rate)
        return ["right"]
      }
    }
    let listener = Listener()
    let found = try Self.run(.recognizer(listener))
    let segments = found.events.compactMap { event -> SampleTime? in
      if case .speech(_, let interval) = event.kind { interval.length } else { nil }
    }
    let speech = segments.reduce(0) { $0 + $1.seconds }
    // A tenth of a second is heard on both sides of each.
    #expect(abs(listener.seconds - speech - 0.2 * Double(segments.count)) < 0.5)
    #expect(found.words.count { if case .utterance = $0 { true } else { false } } > 20)
    #expect(found.summary.wording?.source == "listener")
  }
}
