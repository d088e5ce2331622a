import Conversation
import Testing

@testable import Words

@Suite("Lines of words that come while a call runs")
struct TranscriptLineTests {
  private func words(
    _ line: String, agent: String? = nil
  ) throws -> (party: Party, words: [Word])? {
    try TranscriptLine.words(in: Array(line.utf8), agent: agent)
  }

  @Test func aLineHasAWordOrASentence() throws {
    let word = try #require(
      try words(#"{"party":"agent","start":1.2,"end":1.45,"word":"hello"}"#))
    #expect(word.party == .agent)
    #expect(
      word.words == [
        Word("hello", Interval(start: SampleTime(seconds: 1.2), end: SampleTime(seconds: 1.45)))
      ])
    let sentence = try #require(
      try words(#"{"speaker":"Caller","start":"3.0s","duration":2,"text":"It's not [noise] on."}"#))
    #expect(sentence.party == .customer)
    #expect(sentence.words.map(\.text) == ["It's", "not", "on."])
    #expect(sentence.words.last?.interval.end == SampleTime(seconds: 5))
  }

  @Test func whoIsTheAgentCanBeSaid() throws {
    let line = #"{"channel":2,"start":1,"end":2,"word":"hello"}"#
    #expect(try words(line, agent: "2")?.party == .agent)
    #expect(try words(line, agent: "1")?.party == .customer)
    #expect(throws: TranscriptError.self) { try words(line) }
  }

  @Test func remarksAndEmptyLinesAreNoWords() throws {
    for line in ["", "  \r", #"{"party":"agent","start":1,"end":2,"word":"[laughter]"}"#] {
      #expect(try words(line) == nil, "\(line)")
    }
  }

  @Test(arguments: [
    "hello", "{", #"{"party":"agent","start":1"#, #"{"party":"agent","end":1,"word":"a"}"#,
    #"{"party":"agent","start":-1,"end":1,"word":"a"}"#, #"{"party":"agent","start":1,"end":2}"#,
    #"{"start":1,"end":2,"word":"a"}"#, #"{"party":"agent","start":1e30,"word":"a"}"#,
    #"{"party":"agent","start":1,"word":"a"} {"party":"agent","start":2,"word":"b"}"#, "[1,2]",
    #"{"party":"customer","start":6.8,"end":3600,"word":"hm"}"#,
    #"{"party":"agent","start":1,"duration":90,"text":"Well, no."}"#,
  ])
  func whatIsNoSuchLineIsSaidInOne(_ line: String) {
    do {
      _ = try words(line)
      Issue.record("“\(line)” is taken for words")
    } catch let error as TranscriptError {
      #expect(!error.description.contains("\n") && error.description.contains("; "))
    } catch {
      Issue.record(error)
    }
  }
}
