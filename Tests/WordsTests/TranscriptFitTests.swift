import Conversation
import Testing

@testable import Words

@Suite("Transcripts over calls")
struct TranscriptFitTests {
  private static func interval(_ start: Int, _ end: Int) -> Interval {
    Interval(
      start: SampleTime(seconds: Double(start) / 1000), end: SampleTime(seconds: Double(end) / 1000)
    )
  }

  /// A call of turns of unlike lengths, so that only one offset fits.
  private static func call(seed: UInt64 = 1) -> WrittenTranscript {
    var call = WrittenTranscript()
    var random = SeededGenerator(seed: seed)
    var now = 6_000
    for turn in 0..<24 {
      let count = Int.random(in: 2...14, using: &random)
      call.say(turn % 2, Array(repeating: "word", count: count).joined(separator: " "), from: now)
      now += count * 260 + Int.random(in: 300...2500, using: &random)
    }
    return call
  }

  private static func speech(of call: WrittenTranscript) -> PartyPair<[Interval]> {
    func segments(_ party: Int) -> [Interval] {
      call.sentences.filter { $0[0].party == party }.map {
        interval($0[0].start - 30, $0[$0.count - 1].end + 40)
      }
    }
    return PartyPair(agent: segments(0), customer: segments(1))
  }

  private static func words(of call: WrittenTranscript, moved: Int = 0) -> PartyPair<[Word]> {
    func words(_ party: Int) -> [Word] {
      call.words.filter { $0.party == party }.map {
        Word($0.text, interval(max($0.start + moved, 0), $0.end + moved))
      }
    }
    return PartyPair(agent: words(0), customer: words(1))
  }

  @Test("Words of the call align, and late ones are moved back", arguments: [0, 4_300, -2_500])
  func offset(moved: Int) throws {
    let call = Self.call()
    let fit = try TranscriptFit(Self.words(of: call, moved: moved), speech: Self.speech(of: call))
    #expect(fit.alignment == 1)
    #expect(abs(fit.offset.milliseconds + moved) <= 120)
    #expect(fit.words.agent.count == call.words.count { $0.party == 0 })
    #expect(fit.words.agent.coverage(of: Self.speech(of: call).agent) == 1)
  }

  @Test("Another call's words and swapped parties are told and refused")
  func refused() {
    let speech = Self.speech(of: Self.call())
    let right = Self.words(of: Self.call())
    func problem(_ words: PartyPair<[Word]>) -> String {
      do {
        _ = try TranscriptFit(words, speech: speech)
        return ""
      } catch {
        return error.problem
      }
    }
    #expect(problem(Self.words(of: Self.call(seed: 77))).contains("another call"))
    #expect(
      problem(PartyPair(agent: right.customer, customer: right.agent)).contains("swapped"))
  }

  @Test("Words outside speech are left away, and those at a border are cut to it")
  func cut() throws {
    let speech = PartyPair(agent: [Self.interval(1000, 2000)], customer: [Interval]())
    let words = PartyPair(
      agent: [
        Word("before", Self.interval(100, 400)), Word("border", Self.interval(900, 1300)),
        Word("inside", Self.interval(1400, 1600)), Word("last", Self.interval(1900, 2300)),
        Word("after", Self.interval(2500, 2700)),
      ], customer: [Word]())
    let fit = try TranscriptFit(words, speech: speech)
    #expect(fit.alignment == nil)
    #expect(fit.words.agent.map(\.text) == ["border", "inside", "last"])
    #expect(fit.words.agent.first?.interval.start.milliseconds == 1000)
    #expect(fit.words.agent.last?.interval.end.milliseconds == 2000)
  }

  @Test("Speakers without a part go where they fit, however they are numbered")
  func speakers() throws {
    let call = Self.call()
    let right = Self.words(of: call)
    let transcript = Transcript(
      format: .whisper,
      tracks: [
        .init(label: .speaker("SPEAKER_00"), words: right.customer),
        .init(label: .speaker("SPEAKER_01"), words: right.agent),
      ])
    let speech = Self.speech(of: call)
    #expect(try transcript.words(agent: nil, first: .agent, speech: speech) == right)
    let chosen = try transcript.words(agent: "speaker_00", first: .agent, speech: speech)
    #expect(chosen.agent == right.customer)
    #expect(throws: TranscriptError.self) {
      try transcript.words(agent: "Anna", first: .agent, speech: speech)
    }
  }

  @Test("One speaker without a name is nobody's")
  func unnamed() {
    let transcript = Transcript(
      format: .whisper, tracks: [.init(label: .none, words: Self.words(of: Self.call()).agent)])
    #expect(throws: TranscriptError.self) {
      try transcript.words(
        agent: nil, first: .agent, speech: PartyPair<[Interval]>(repeating: []))
    }
  }

  @Test("The first channel is the customer's where the recording says so")
  func firstChannel() throws {
    let written = WrittenTranscript.short.written(as: .deepgram)
    let transcript = try TranscriptReader.read(Array(written.utf8))
    let words = try transcript.words(
      agent: nil, first: .customer, speech: PartyPair<[Interval]>(repeating: []))
    #expect(words.agent.count == 5)
  }
}
