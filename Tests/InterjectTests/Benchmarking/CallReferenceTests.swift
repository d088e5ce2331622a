import Benchmarking
import Conversation
import FoundationEssentials
import Interject
import Testing

@Suite("Call reference")
struct CallReferenceTests {
  private static func read(_ text: String) throws -> CallReference {
    let url = FileManager.default.temporaryDirectory.appending(path: "reference-\(UUID()).txt")
    try Data(text.utf8).write(to: url)
    defer { try? FileManager.default.removeItem(at: url) }
    return try CallReference.read(url.path)
  }

  private static func time(_ seconds: Double) -> SampleTime { SampleTime(seconds: seconds) }

  @Test("JSON, RTTM and Audacity labels of the same call agree")
  func formats() throws {
    let json = try Self.read(#"{"speech": [[[0.5, 3.0]], [[2.0, 4.5], [5.5, 6.0]]]}"#)
    let rttm = try Self.read(
      """
      SPEAKER call 1 2.0 2.5 <NA> <NA> customer <NA> <NA>
      SPEAKER call 1 0.5 2.5 <NA> <NA> agent <NA> <NA>
      SPEAKER call 1 5.5 0.5 <NA> <NA> customer <NA> <NA>
      """)
    let labels = try Self.read(
      "0.5\t3.0\tagent speech\n2.0\t4.5\tcustomer speech\n2.0\t3.0\tcustomer interrupts: kept\n"
        + "5.5\t6.0\tcustomer speech\n")
    for reference in [json, rttm, labels] {
      #expect(reference.speech.agent == [Interval(start: Self.time(0.5), end: Self.time(3))])
      #expect(reference.starts(of: .customer) == [Self.time(2), Self.time(5.5)])
      #expect(reference.overlaps == [.init(by: .customer, start: Self.time(2))])
      #expect(reference.interruptions == reference.overlaps)
    }
  }

  @Test("The interruptions that JSON names take precedence over those that follow from speech")
  func labelled() throws {
    let reference = try Self.read(
      #"{"speech": [[[0.5, 3.0]], [[2.0, 4.5]]], "overlaps": "#
        + #"[{"onset": 2.0, "by": 1, "kind": "unlabelled", "outcome": null}]}"#)
    #expect(reference.interruptions.isEmpty)
    #expect(reference.unjudged == [.init(by: .customer, start: Self.time(2))])
  }

  @Test("Short pauses are bridged and do not make speech start anew")
  func pauses() {
    let reference = CallReference(
      speech: PartyPair(
        agent: [(0, 1), (1.1, 2), (2.25, 3), (4, 5)].map {
          Interval(start: Self.time($0.0), end: Self.time($0.1))
        }, customer: []))
    #expect(reference.speech.agent.count == 3)
    #expect(reference.starts(of: .agent) == [Self.time(0), Self.time(4)])
  }

  @Test("Who is not named agent or customer is the party that is left")
  func names() throws {
    let one = try Self.read("0.5\t3.0\tcaller\n2.0\t4.5\tagent\n")
    #expect(one.starts(of: .agent) == [Self.time(2)])
    #expect(one.starts(of: .customer) == [Self.time(0.5)])
    let none = try Self.read("0.5\t3.0\tleft\n2.0\t4.5\tright\n9\t10\tnoise\n")
    #expect(none.starts(of: .agent) == [Self.time(0.5)])
    #expect(none.starts(of: .customer) == [Self.time(2)])
  }

  @Test(
    "Times that no recording has are refused, with their line",
    arguments: [
      ("1\t2\tagent\n0\tinf\tagent\n", 2), ("1\tnan\tagent\n", 1), ("3\t2\tagent\n", 1),
      ("-1\t2\tagent\n", 1), ("SPEAKER c 1 1e300 2 <NA> <NA> agent <NA>\n", 1),
      ("SPEAKER c 1 one 2 <NA> <NA> agent <NA>\n", 1), (#"{"speech": [[[1, 2, 3]], []]}"#, nil),
      (#"{"speech": [[[2, 1]], []]}"#, nil), (#"{"speech": [[[1, 1e300]], []]}"#, nil),
      (#"{"speech": [[[1, 2]], []], "overlaps": [{"onset": 1e300, "by": 1, "kind": "x"}]}"#, nil),
    ])
  func impossibleTimes(text: String, line: Int?) {
    let error = #expect(throws: CallReference.ReadingError.self) { try Self.read(text) }
    #expect(error?.code == .badTime)
    #expect(error?.line == line)
  }

  @Test(
    "What cannot be understood is refused with its line and not passed over",
    arguments: [
      ("1\t2\tagent\n1,5\t2,5\tcustomer\n", CallReference.ReadingError.Code.badLine, 2),
      ("0,5\t1,5\tagent\n", .badLine, 1), ("1\t2\tagent\n\n3 4 customer\n", .badLine, 3),
      ("SPEAKER c 1 0.5\n", .badLine, 1),
      (
        "SPEAKER c1 1 0.5 1 <NA> <NA> agent <NA>\nSPEAKER c2 1 3 1 <NA> <NA> agent <NA>\n",
        .severalRecordings, 2
      ),
      (
        #"{"speech": [[[1, 2]], []], "overlaps": [{"onset": 1, "by": 7, "kind": "terminal"}]}"#,
        .badOverlap, 1
      ),
      (
        #"{"speech": [[[1, 2]], []], "overlaps": [{"onset": 1, "by": 0, "kind": "terminal"}, "#
          + #"{"onset": 1, "by": 1, "kind": "interrupt"}]}"#,
        .badOverlap, 2
      ),
    ])
  func notUnderstood(text: String, code: CallReference.ReadingError.Code, line: Int) {
    let error = #expect(throws: CallReference.ReadingError.self) { try Self.read(text) }
    #expect(error?.code == code)
    #expect(error?.line == line)
  }

  @Test("What the formats have besides speech is passed over, a byte order mark too")
  func besides() throws {
    let label = "\u{FEFF}# made by hand\r\n0.5\t3.0\tagent\r\n\\\t100\t200\r\n1\t1\t\r\n"
    #expect(try Self.read(label).starts(of: .agent) == [Self.time(0.5)])
    let rttm = ";; a comment\nSPKR-INFO c 1 <NA> <NA> <NA> unknown agent <NA>\n"
    let speaker = "SPEAKER c 1 0.5 2.5 <NA> <NA> agent <NA> <NA>\n"
    #expect(try Self.read(rttm + speaker).starts(of: .agent) == [Self.time(0.5)])
    let json = "\u{FEFF}" + #"{"speech": [[[0.5, 3.0]], []]}"#
    #expect(try Self.read(json).starts(of: .agent) == [Self.time(0.5)])
  }

  @Test("Speech and overlaps that go on after the recording are refused")
  func beyond() throws {
    let speech = try Self.read("50\t2000\tagent\n")
    let onset = try Self.read(
      #"{"speech": [[[1, 2]], []], "overlaps": [{"onset": 99, "by": 1, "kind": "interruption"}]}"#)
    for reference in [speech, onset] {
      let error = #expect(throws: CallReference.ReadingError.self) {
        try reference.check(against: Self.time(60), path: "reference")
      }
      #expect(error?.code == .beyondRecording)
    }
  }

  @Test("A reference of a longer recording is refused")
  func otherRecording() throws {
    let reference = try Self.read("60\t60.2\tagent\n")
    try reference.check(against: Self.time(60), path: "reference")
    let error = #expect(throws: CallReference.ReadingError.self) {
      try reference.check(against: Self.time(59), path: "reference")
    }
    #expect(error?.code == .otherRecording)
  }

  @Test("A reference without speech and a missing one are refused with a remedy")
  func refusals() {
    #expect(throws: CallReference.ReadingError.self) { try Self.read("{}") }
    #expect(throws: CallReference.ReadingError.self) { try Self.read("nothing\n") }
    let error = #expect(throws: CallReference.ReadingError.self) {
      try CallReference.read("/nowhere/reference.json")
    }
    #expect(error?.code == .unreadable)
  }
}
