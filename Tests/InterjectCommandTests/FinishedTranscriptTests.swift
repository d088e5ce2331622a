import Testing

@testable import InterjectCommand

/// A finished transcript is told from lines that come while the call runs.
@Suite struct FinishedTranscriptTests {
  private func isFinished(_ name: String, _ text: String) -> Bool {
    FinishedTranscript.isFinished(named: name, beginning: Array(text.utf8))
  }

  @Test func subtitlesAndDocumentsAreFinished() {
    #expect(isFinished("call.vtt", "WEBVTT\n\n00:01.000 --> 00:02.000\nhello"))
    #expect(isFinished("call.SRT", "1\n00:00:01,000 --> 00:00:02,000\nhello"))
    #expect(isFinished("call", "WEBVTT"))
    #expect(isFinished("call.json", "[{\"word\":\"hello\"}]"))
    #expect(isFinished("call.json", "{\n  \"segments\": []\n}\n"))
  }

  @Test func linesOfJSONAreNot() {
    let line = #"{"party":"agent","start":1.2,"end":1.4,"word":"hello"}"#
    #expect(!isFinished("words.jsonl", line + "\n" + line))
    #expect(!isFinished("words.json", "\n" + line))
    #expect(!isFinished("words", ""))
    #expect(!isFinished("words.vtt", "\n\n"))
    // A line that is longer than what is looked at.
    #expect(!isFinished("words", "{" + String(repeating: " ", count: 4095)))
  }
}
