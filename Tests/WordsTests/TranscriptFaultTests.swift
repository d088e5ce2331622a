import Conversation
import Testing
import Words

@Suite("Bad transcripts")
struct TranscriptFaultTests {
  private static func fault(
    _ text: String, as format: TranscriptFormat? = nil
  ) -> TranscriptError? {
    do {
      _ = try TranscriptReader.read(Array(text.utf8), as: format)
      return nil
    } catch {
      return error
    }
  }

  @Test("Each fault has its code and one line")
  func faults() {
    let faults: [(String, TranscriptError.Code)] = [
      ("", .empty), (" \n\n", .empty), ("Dear Sir or Madam", .unknownShape),
      (#"{"name":"nothing"}"#, .unknownShape), (#"{"segments":[]}"#, .noWords),
      (#"{"segments":[{"words":["#, .damaged), (#"{"segments":[}"#, .damaged),
      (#"{"results":{"channels":[]}}"#, .noWords),
      (#"{"party":"agent","start":1e12,"word":"a"}"#, .damaged),
      ("WEBVTT\n\n00:01 --> soon\nhello\n", .damaged),
      ("a 1 0.5 0.2 word\na 1 0.5\n", .damaged), ("File type = \"ooTextFile\"", .damaged),
      (String(repeating: "[", count: 100), .damaged),
    ]
    for (text, code) in faults {
      let found = Self.fault(text)
      #expect(found?.code == code, "\(text)")
      #expect(found?.description.contains { $0.isNewline } == false)
    }
  }

  @Test("A fault names its line")
  func line() {
    #expect(Self.fault("{\n\"segments\":\n[1 2]}")?.problem.contains("line 3") == true)
  }

  @Test("Text in another encoding is refused with the remedy")
  func encoding() {
    let latin: [UInt8] = Array("WEBVTT\n\n00:01.000 --> 00:02.000\nGr".utf8) + [0xFC, 0xDF]
    #expect(throws: TranscriptError.self) { try TranscriptReader.read(latin) }
  }

  @Test("A shape that was named but is another gives no words")
  func wrongShape() {
    let written = WrittenTranscript.short.written(as: .deepgram)
    #expect(Self.fault(written, as: .rev)?.code == .noWords)
    #expect(Self.fault("hello", as: .deepgram)?.code == .unknownShape)
  }

  @Test(
    "Damaged transcripts are read or refused, whatever is broken",
    arguments: TranscriptFormat.allCases)
  func fuzz(format: TranscriptFormat) {
    let written = Array(WrittenTranscript.short.written(as: format).utf8)
    var random = SeededGenerator(seed: format.rawValue.utf8.reduce(0) { $0 &* 31 &+ UInt64($1) })
    for _ in 0..<100 {
      var bytes = written
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        let place = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0..<4, using: &random) {
        case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
        case 1: bytes.removeSubrange(place..<min(place + 20, bytes.count))
        case 2: bytes.insert(contentsOf: bytes[place..<min(place + 30, bytes.count)], at: place)
        default: bytes = Array(bytes[..<max(place, 1)])
        }
        if bytes.isEmpty { bytes = [32] }
      }
      do {
        let transcript = try TranscriptReader.read(bytes)
        for word in transcript.tracks.flatMap(\.words) {
          #expect(word.interval.start <= word.interval.end)
        }
        _ = try transcript.words(
          agent: nil, first: .agent, speech: PartyPair<[Interval]>(repeating: []))
      } catch {
        #expect(!error.description.contains { $0.isNewline })
      }
    }
  }
}
