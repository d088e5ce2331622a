import Conversation
import SoundFixtures
import Testing

@testable import Batch

/// Files that say who speaks when.
@Suite struct SpeechSegmentsTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func read(
    _ text: String, as name: String, recording: String = "call.wav"
  ) throws -> SpeechSegments {
    try SpeechSegments(
      contentsOf: folder.write(Array(text.utf8), as: name), recording: recording)
  }

  private func seconds(_ segments: SpeechSegments, of speaker: String) -> [[Double]] {
    segments.speech(of: speaker).map { [$0.start.seconds, $0.end.seconds] }
  }

  /// Somebody from 1 to 2 and from 3 to 4.5 s, somebody else from 1.5 to 2.5 s.
  private static let texts = [
    (
      "a.rttm",
      """
      ;; pyannote
      SPEAKER call 1 1.000 1.000 <NA> <NA> S1 <NA> <NA>
      SPEAKER call 1 1.500 1.000 <NA> <NA> S0 <NA> <NA>
      SPEAKER call 1 3 1.5 <NA> <NA> S1 <NA> <NA>
      SPKR-INFO call 1 <NA> <NA> <NA> unknown S1 <NA> <NA>
      """
    ),
    ("a.csv", "start,end,speaker\r\n1,2,S1\r\n1.5,2.5,S0\r\n3,4.5,S1\r\n"),
    (
      "events.csv",
      """
      source,event,party,start,end
      x,turn,S1,0,9
      x,speech,S1,1,2
      x,speech,S0,1.5,2.5
      x,speech,S1,3,4.5
      """
    ),
    (
      "a.jsonl",
      """
      {"event":"session"}
      {"event":"speech","party":"S1","start":1,"end":2}
      {"start":1.5,"end":2.5,"speaker":"S0"}

      {"event":"speech","party":"S1","start":3,"end":4.5}
      """
    ),
    (
      "whisperx.json",
      """
      {"segments":[{"start":1,"end":4.5,"text":"a b","speaker":"S1","words":[
        {"word":"a","start":1,"end":2,"speaker":"S1"},{"word":"7"},{"word":"b","start":3,"end":4.5}]},
       {"start":1.5,"end":2.5,"speaker":"S0","words":[]},
       {"start":5,"end":6,"words":[{"word":"c","start":5,"end":6}]}]}
      """
    ),
    (
      "a.TextGrid",
      """
      File type = "ooTextFile"
      Object class = "TextGrid"

      xmin = 0
      xmax = 9.5
      tiers? <exists>
      size = 3
      item []:
          item [1]:
              class = "IntervalTier"
              name = "S1"
              xmin = 0
              xmax = 9.5
              intervals: size = 4
              intervals [1]:
                  xmin = 0
                  xmax = 1
                  text = ""
              intervals [2]:
                  xmin = 1
                  xmax = 2
                  text = "say ""no"" again"
              intervals [3]:
                  xmin = 2
                  xmax = 3
                  text = "silent"
              intervals [4]:
                  xmin = 3
                  xmax = 4.5
                  text = "b"
          item [2]:
              class = "TextTier"
              name = "marks"
              xmin = 0
              xmax = 9.5
              points: size = 1
              points [1]:
                  number = 1
                  mark = "x"
          item [3]:
              class = "IntervalTier"
              name = "S0"
              xmin = 0
              xmax = 9.5
              intervals: size = 1
              intervals [1]:
                  xmin = 1.5
                  xmax = 2.5
                  text = "c"
      """
    ),
    (
      "short.TextGrid",
      """
      File type = "ooTextFile"
      "TextGrid"

      0
      9.5
      <exists>
      2
      "IntervalTier"
      "S1"
      0
      9.5
      2
      1
      2
      "a"
      3
      4.5
      "b"
      "IntervalTier"
      "S0"
      0
      9.5
      1
      1.5
      2.5
      "c"
      """
    ),
    (
      "a.eaf",
      """
      <?xml version="1.0"?>
      <ANNOTATION_DOCUMENT AUTHOR=""><HEADER TIME_UNITS="milliseconds"/><TIME_ORDER>
      <TIME_SLOT TIME_SLOT_ID="t1" TIME_VALUE="1000"/><TIME_SLOT TIME_SLOT_ID="t2" TIME_VALUE="2000"/>
      <TIME_SLOT TIME_SLOT_ID="t3" TIME_VALUE="3000"/><TIME_SLOT TIME_SLOT_ID="t4" TIME_VALUE="4500"/>
      <TIME_SLOT TIME_SLOT_ID="t5" TIME_VALUE="1500"/><TIME_SLOT TIME_SLOT_ID="t6" TIME_VALUE="2500"/>
      <TIME_SLOT TIME_SLOT_ID="t7"/></TIME_ORDER>
      <TIER TIER_ID="S1"><ANNOTATION><ALIGNABLE_ANNOTATION TIME_SLOT_REF1="t1" TIME_SLOT_REF2="t2">
      <ANNOTATION_VALUE>a</ANNOTATION_VALUE></ALIGNABLE_ANNOTATION></ANNOTATION>
      <ANNOTATION><ALIGNABLE_ANNOTATION TIME_SLOT_REF1="t3" TIME_SLOT_REF2="t4">
      <ANNOTATION_VALUE>b</ANNOTATION_VALUE></ALIGNABLE_ANNOTATION></ANNOTATION>
      <ANNOTATION><ALIGNABLE_ANNOTATION TIME_SLOT_REF1="t4" TIME_SLOT_REF2="t7">
      <ANNOTATION_VALUE>d</ANNOTATION_VALUE></ALIGNABLE_ANNOTATION></ANNOTATION></TIER>
      <TIER TIER_ID='S0'><ANNOTATION><ALIGNABLE_ANNOTATION TIME_SLOT_REF1="t5" TIME_SLOT_REF2="t6">
      <ANNOTATION_VALUE>c</ANNOTATION_VALUE></ALIGNABLE_ANNOTATION></ANNOTATION></TIER>
      </ANNOTATION_DOCUMENT>
      """
    ),
  ]

  @Test(arguments: texts)
  func everyFormatSaysTheSame(name: String, text: String) throws {
    let segments = try read(text, as: name)
    #expect(segments.speakers == ["S1", "S0"])
    #expect(seconds(segments, of: "S1") == [[1, 2], [3, 4.5]])
    #expect(seconds(segments, of: "S0") == [[1.5, 2.5]])
    #expect(segments.lastEnd.seconds == (name.hasSuffix("TextGrid") ? 9.5 : 4.5))
  }

  @Test func ownFilesKeepTheirEndAndWhatWasNotHeard() throws {
    let lines = try read(
      """
      {"event":"speech","party":"agent","start":1,"end":2,"at":2.2}
      {"event":"unknown","party":"agent","start":3,"end":4,"reason":"lost","at":4}
      {"event":"summary","duration":9.5}
      """, as: "a.jsonl")
    #expect(lines.lastEnd.seconds == 9.5)
    #expect(lines.unknown.map(\.start.seconds) == [3])
    let report = try read(
      """
      {"summary":{"duration":9.5},"speech":[{"party":"agent","start":1,"end":2}],
       "unknown":[{"party":"agent","start":3,"end":4,"reason":"lost"}]}
      """, as: "b.json")
    #expect(report == lines)
    let rttm = try read(
      "SPEAKER a 1 1.0 1.0 <NA> <NA> agent <NA> <NA>\nNOSCORE a 1 3.0 1.0 <NA> <NA> <NA> <NA> <NA>\n",
      as: "c.rttm")
    #expect(rttm.unknown == lines.unknown)
  }

  @Test func tiersOfThePartiesHideOthers() throws {
    let grid = Self.texts[5].1.replacing("\"S1\"", with: "\"Agent\"")
    #expect(try read(grid, as: "a.textgrid").speakers == ["Agent"])
  }

  @Test func stretchesOfOneSpeakerThatOverlapAreOne() throws {
    let segments = try read("start,end,speaker\n1,3,A\n2,2.5,A\n3,4,A\n5,5,A\n", as: "a.csv")
    #expect(seconds(segments, of: "A") == [[1, 4]])
  }

  @Test func ofSeveralRecordingsTheOneThatIsAnalyzedCounts() throws {
    let text = "SPEAKER a 1 0 1 <NA> <NA> A <NA> <NA>\nSPEAKER call 1 0 2 <NA> <NA> B <NA> <NA>\n"
    #expect(try read(text, as: "a.rttm").speakers == ["B"])
    #expect(throws: BatchError.self) { try read(text, as: "b.rttm", recording: "x.wav") }
  }

  @Test(arguments: [
    ("a.txt", "", "read from"), ("a.rttm", "", "no segments"),
    ("a.rttm", "SPEAKER a 1 x 1 <NA> <NA> A\n", "a.rttm:1: not RTTM"),
    ("a.rttm", "SPEAKER a 1 1 -2 <NA> <NA> A\n", "a.rttm:1:"),
    ("a.rttm", "\nSPEAKER a 1 1e99 1 <NA> <NA> A\n", "a.rttm:2: times"),
    ("a.csv", "start,end\n1,2\n", "a.csv:1: its first line"),
    ("a.csv", "start,end,label\n1,,A\n", ":2:"),
    ("a.csv", "start,end,label\n3,2,A\n", "a.csv:2: it ends before it begins"),
    ("a.csv", "start,end,label\nnan,2,A\n", "a.csv:2: times"),
    ("a.csv", "start,end,label\n1,2,\"A\n", "quote"),
    ("a.jsonl", "{\"start\":1,\"end\":2,\"speaker\":\"A\"}\n[1]\n", "a.jsonl:2: it is not a JSON"),
    ("a.jsonl", "{\"start\":1,\"end\":2}\n", "names no speaker"),
    ("a.jsonl", "{\"start\":\"1\",\"end\":2,\"speaker\":\"A\"}\n", "a.jsonl:1: start and end"),
    ("a.json", "[]", "not a JSON object"), ("a.json", "{}", "no list"),
    ("a.json", "{\"segments\":[{\"end\":2,\"speaker\":\"A\"}]}", "segments[0]"),
    ("a.textgrid", "File type = \"other\"", "not a TextGrid"),
    ("a.textgrid", "\"ooTextFile\" \"TextGrid\" 0", "missing"),
    (
      "a.textgrid",
      "\"ooTextFile\" \"TextGrid\" 0 9 <exists> 1 \"IntervalTier\" \"A\" 0 9 2 0 1 \"x\"", "middle"
    ),
    ("a.eaf", "<html>", "not an ELAN annotation document"),
  ])
  func whatIsWrongIsSaidInOneLine(name: String, text: String, problem: String) throws {
    #expect { try read(text, as: name) } throws: { error in
      "\(error)".contains(problem) && !"\(error)".contains("\n")
    }
  }
}
