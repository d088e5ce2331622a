import Testing

@testable import InterjectCommand

/// Finished transcripts are refused where live words are expected; JSON lines are not.
@Suite struct FinishedTranscriptTests {
  private func isFinished(_ text: String) -> Bool {
    FinishedTranscript.isFinished(Array(text.utf8))
  }

  @Test func subtitlesAndDocumentsAreFinished() {
    #expect(isFinished("WEBVTT\n\n00:01.000 --> 00:02.000\nhello"))
    #expect(isFinished("\u{FEFF}1\r\n00:00:01,000 --> 00:00:02,000\r\nhello"))
    #expect(isFinished("WEBVTT"))
    #expect(isFinished("[{\"word\":\"hello\"}]"))
    #expect(isFinished("{\n  \"segments\": []\n}\n"))
    #expect(isFinished("<?xml version=\"1.0\"?>"))
  }

  @Test func aDocumentOfOneLineIsFinished() {
    let words = #"[{"start":1.2,"end":1.4,"word":"say \"start\""}]"#
    #expect(isFinished(#"{"text":"hello","segments":"# + words + "}"))
    // What tells lies behind the beginning.
    let said = String(repeating: "hello ", count: 2000)
    let heading = #"{"results":{"transcripts":[{"transcript":"\#(said)"}],"items":"#
    #expect(isFinished(heading + words + "}}"))
    // A document for each utterance.
    #expect(isFinished("{\"result\":\(words)}\n{\"result\":\(words)}"))
    #expect(!isFinished(#"{"confidence":[1],"start":1.2,"word":"hello"}"#))
    #expect(!isFinished("{\"header\":{}}\n{\"start\":1.2,\"word\":\"hello\"}"))
    // The words may be yet to come.
    #expect(!isFinished(#"{"type":"session","session":{"start_time":"2026-11-02"}}"#))
    #expect(!isFinished(#"{"type":"config","model":{"name":"small"}}"#))
  }

  @Test func linesOfJSONAreNot() {
    let line = #"{"party":"agent","start":1.2,"end":1.4,"word":"hello"}"#
    #expect(!isFinished(line + "\n" + line))
    #expect(!isFinished("\n" + line + " \n" + line))
    #expect(!isFinished("\u{FEFF}" + line))
    #expect(!isFinished("# words of a call\n" + line))
    #expect(!isFinished(String(line.dropLast(20))))
    #expect(!isFinished("") && !isFinished("\n\n"))
    // A line that is longer than what is looked at.
    #expect(!isFinished("{" + String(repeating: " ", count: 4095) + "1"))
  }
}
