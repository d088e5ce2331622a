import Conversation
import Testing
import Words

@Suite("Transcripts of every shape")
struct TranscriptShapeTests {
  private static let cuesOnly: Set<TranscriptFormat> = [.subRip, .webVTT]
  private static let oneParty: Set<TranscriptFormat> = [.whisper, .whisperCPP, .vosk]

  @Test(
    "A shape is recognised, and its words have their times", arguments: TranscriptFormat.allCases)
  func shape(format: TranscriptFormat) throws {
    let call = WrittenTranscript.short
    let transcript = try TranscriptReader.read(Array(call.written(as: format).utf8))
    #expect(transcript.format == format)
    let expected = Self.oneParty.contains(format) ? [0] : [0, 1]
    #expect(transcript.tracks.count == expected.count)
    for (track, party) in zip(transcript.tracks, expected) {
      let said = call.words.filter { $0.party == party }
      #expect(track.words.map { Self.letters($0.text) } == said.map { Self.letters($0.text) })
      if Self.cuesOnly.contains(format) {
        #expect(track.words.first?.interval.start.milliseconds == said.first?.start)
        #expect(track.words.last?.interval.end.milliseconds == said.last?.end)
      } else {
        for (word, spoken) in zip(track.words, said) {
          #expect(abs(word.interval.start.milliseconds - spoken.start) <= 1)
          #expect(abs(word.interval.end.milliseconds - spoken.end) <= 1)
        }
      }
    }
  }

  @Test(
    "Parties come from names and from the order of channels",
    arguments: TranscriptFormat.allCases.filter { !oneParty.contains($0) && $0 != .rev })
  func parties(format: TranscriptFormat) throws {
    let call = WrittenTranscript.short
    let transcript = try TranscriptReader.read(Array(call.written(as: format).utf8))
    let speech = PartyPair<[Interval]>(repeating: [])
    let words = try transcript.words(agent: nil, first: .agent, speech: speech)
    #expect(words.agent.count == 6)
    #expect(words.customer.count == 5)
  }

  @Test("The marks of displayed text come to words that are written bare")
  func punctuation() throws {
    for format in [TranscriptFormat.azure, .callAnalytics, .amazonTranscribe, .rev] {
      let written = WrittenTranscript.short.written(as: format)
      let words = try TranscriptReader.read(Array(written.utf8)).tracks[0].words
      #expect(words.last?.text == "do?")
    }
  }

  @Test("Words without times lie between their neighbours")
  func missingTimes() throws {
    let json = #"""
      {"segments":[{"start":1,"end":3,"words":[{"word":"one","start":1.0,"end":1.2},{"word":"4"},
      {"word":"5"},{"word":"two","start":1.6,"end":1.9}]}]}
      """#
    let words = try TranscriptReader.read(Array(json.utf8)).tracks[0].words
    #expect(words.map(\.interval.start.milliseconds) == [1000, 1200, 1400, 1600])
    #expect(words[2].interval.end.milliseconds == 1600)
  }

  @Test("A phrase without words of its own is spread over its time")
  func phrasesOnly() throws {
    let json = #"""
      {"Participants":[{"ParticipantId":"x","ParticipantRole":"CUSTOMER"}],"Transcript":[
      {"ParticipantId":"x","BeginOffsetMillis":1000,"EndOffsetMillis":2000,"Content":"four more days"}]}
      """#
    let track = try TranscriptReader.read(Array(json.utf8)).tracks[0]
    #expect(track.label == .party(.customer))
    #expect(track.words.map(\.text) == ["four", "more", "days"])
    #expect(track.words[2].interval.end.milliseconds == 2000)
  }

  @Test("Remarks in brackets are no words")
  func remarks() throws {
    let captions =
      "WEBVTT\n\n00:01.000 --> 00:02.000\nAgent: [sighs] Hello (laughs out loud) there\n"
    let words = try TranscriptReader.read(Array(captions.utf8)).tracks[0].words
    #expect(words.map(\.text) == ["Hello", "there"])
  }

  @Test("Letters beyond ASCII, of both directions, come through every escape")
  func beyondASCII() throws {
    let json = #"""
      {"party":"agent","start":1,"end":2,"word":"gr\u00fc\u00dfe"}
      {"party":"agent","start":2,"end":3,"word":"שלום"}
      {"party":"agent","start":3,"end":4,"word":"\ud83d\ude00ok"}
      """#
    let words = try TranscriptReader.read(Array(json.utf8)).tracks[0].words
    #expect(words.map(\.text) == ["grüße", "שלום", "😀ok"])
    let grid = WrittenTranscript.short.written(as: .textGrid).replacing("kettle", with: "чайник")
    let units = Array(grid.utf16).flatMap { [UInt8($0 >> 8), UInt8($0 & 255)] }
    let tracks = try TranscriptReader.read([0xFE, 0xFF] + units).tracks
    #expect(tracks[1].words[1].text == "чайник")
  }

  private static func letters(_ text: String) -> String { text.lowercased().filter(\.isLetter) }
}
