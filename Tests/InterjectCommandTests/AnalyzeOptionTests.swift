import Foundation
import LiveFixtures
import Testing

/// What `analyze` and `worker` make of their options, run as the program that it is.
@Suite struct AnalyzeOptionTests {
  private let interject: CommandRun
  private let sample = LiveSamples.path("support-call.wav")
  /// Who speaks when in a call, as a diarizer says it.
  private let segments: String

  init() throws {
    interject = try CommandRun()
    segments = try interject.write(
      "call.rttm",
      [("A", 0.5, 4.0), ("B", 4.2, 6.0), ("A", 12.0, 3.0), ("B", 15.5, 2.0)].map {
        "SPEAKER call 1 \($0.1) \($0.2) <NA> <NA> \($0.0) <NA> <NA>\n"
      }.joined())
  }

  @Test func segmentsAreJudgedWithoutTheirRecordingAndWithIt() throws {
    let alone = try interject(["analyze", "--segments", segments, "--agent-speaker", "B"])
    #expect(alone.code == 0 && alone.text.contains("agent: B"), "\(alone.errors)\(alone.text)")
    let run = try interject(["analyze", sample, "--segments", segments, "--format", "json"])
    #expect(run.code == 0 && run.text.contains("A speaks first"), "\(run.errors)")
    let third = try interject.write(
      "three.rttm",
      try interject.read("call.rttm")
        + "SPEAKER call 1 20 1 <NA> <NA> C <NA> <NA>\n")
    let refused = try interject(["analyze", "--segments", third])
    #expect(refused.code == 65 && refused.errors.contains("--customer-speaker"))
  }

  @Test func theSettingsSayWhatIsWrittenAndWhoIsWhere() throws {
    let settings = try interject.write(
      "config.toml", "[analyze]\nagent_channel = \"right\"\nformats = \"rttm, csv\"\n")
    let run = try interject(["analyze", sample, "--config", settings])
    #expect(run.code == 0, "\(run.errors)")
    #expect(run.text.hasPrefix("SPEAKER"), "the first of the formats goes to the standard output")
    for (line, words) in [
      ("agent_channel = \"middle\"", "left, right"), ("formats = \"pdf\"", "choose from"),
      ("name = \"{who}\"", "who"),
    ] {
      let path = try interject.write("wrong.toml", "[analyze]\n\(line)\n")
      let run = try interject(["analyze", sample, "--config", path])
      #expect(run.code == 64 && run.errors.contains(words), "\(line): \(run.errors)")
      #expect(run.errors.contains("wrong.toml:2"), "\(run.errors)")
    }
  }

  @Test func eachPartysOwnRecordingIsTakenWithItsStart() throws {
    let agent = try SampleSound.write([0], to: interject.path("agent.wav"))
    let customer = try SampleSound.write([1], to: interject.path("customer.wav"))
    let run = try interject([
      "analyze", "--agent", agent, "--customer", customer, "--customer-start", "0", "--format",
      "events-csv",
    ])
    #expect(run.code == 0 && run.text.contains("interruption"), "\(run.errors)")
  }

  @Test func aPageMayHaveTheSoundOfItsMoments() throws {
    let run = try interject([
      "analyze", sample, "--format", "html", "--clips", "--output", interject.path("o"),
    ])
    #expect(run.code == 0 && run.errors.contains("contains the voices of both"), "\(run.errors)")
    #expect(try interject.read("o/support-call.html").contains("data:audio"))
  }

  @Test(arguments: ["frames", "eaf", "textgrid", "webvtt", "audacity", "amazon", "events-csv"])
  func eachFormatIsWritten(_ format: String) throws {
    let run = try interject(["analyze", "--segments", segments, "--format", format])
    #expect(run.code == 0 && !run.text.isEmpty, "\(run.errors)")
  }

  /// Command lines, the exit codes that they end with, and what is said.
  private static let refusals: [([String], Int32, String)] = [
    ([], 64, "Name a recording"), (["SAMPLE", "--agent", "SAMPLE"], 64, "--customer"),
    (["--agent", "SAMPLE"], 64, "--customer"),
    (["--manifest", "LIST", "SAMPLE"], 64, "--manifest"),
    (["--manifest", "LIST", "--customer-start", "1"], 64, "customer_start"),
    (["--manifest", "/nowhere.csv"], 66, "/nowhere.csv"),
    (["SAMPLE", LiveSamples.path("monologue.wav"), "--segments", "SEGMENTS"], 64, "--manifest"),
    (["SAMPLE", "--segments", "/nowhere.rttm"], 66, "/nowhere.rttm"),
    (["SAMPLE", "--format", "json,pdf"], 64, "pdf"),
    (["SAMPLE", "--format", "json,csv"], 64, "--output"),
    (["SAMPLE", "--clips"], 64, "html"), (["-", "--clips", "--format", "html"], 64, "--clips"),
    (["SAMPLE", "--name", "{agent}-{agent}"], 64, "--name"),
    (["SAMPLE", "--name", "{date}_{call}"], 64, "--name"),
    (["SAMPLE", "--recognize"], 69, "--recognize"),
    (
      ["SAMPLE", LiveSamples.path("monologue.wav"), "--recognize", "--output", "OUT"], 69,
      "--recognize"
    ), (["SAMPLE", "--raw", "s9"], 64, "--raw"),
    (["SAMPLE", "--set", "turns.dead_air=never"], 64, "dead_air"),
    (["SAMPLE", "--set", "turns.nothing=1"], 64, "nothing"),
    (["SAMPLE", "--config", "/nowhere.toml"], 66, "/nowhere.toml"),
    (["SAMPLE", "--customer-delay", "9999999"], 64, "customer"),
    (["SAMPLE", "--agent-channel", "0"], 64, "0"),
    (["SAMPLE", "--started", "soon"], 64, "--started"),
    (["SAMPLE", "--output", "LIST/o"], 74, "LIST"),
  ]

  @Test(arguments: refusals)
  func whatCannotBeAnalyzedIsOneLineAndItsExitCode(
    _ arguments: [String], _ code: Int32, _ words: String
  ) throws {
    let list = try interject.write("LIST", "path\n\(sample)\n")
    let run = try interject(
      ["analyze"]
        + arguments.map {
          $0.replacing("SAMPLE", with: sample).replacing("LIST", with: list)
            .replacing("SEGMENTS", with: segments).replacing("OUT", with: interject.path("o"))
        })
    run.expectRefusal(code, words)
  }

  @Test(arguments: [
    ["--version"], ["--help"], ["help", "analyze"], ["bench"], ["analyze", "--explain"],
  ])
  func helpIsNoFailure(_ arguments: [String]) throws {
    let run = try interject(arguments)
    #expect(run.code == 0 && run.errors.isEmpty && !run.text.isEmpty, "\(run.errors)")
  }

  @Test func theKernelsOfARunCanBeChosen() throws {
    let arguments = ["analyze", "--segments", segments]
    #expect(try interject(arguments, variables: "INTERJECT_KERNELS=portable").code == 0)
    let wrong = try interject(arguments, variables: "INTERJECT_KERNELS=abacus")
    #expect(wrong.code == 64 && wrong.errors.contains("abacus"), "\(wrong.errors)")
  }

  @Test func aWorkerTakesWhatItsLinesSayOfACall() throws {
    let silence = String(repeating: "\0", count: 32_000)
    let path = #""path":"\#(sample)""#
    let text = try interject.write("none.vtt", "no transcript")
    let lines = [
      #"{"id":"raw","raw":"s16le:8000:2","bytes":32000,"call":"7","agent":"Ann","queue":"b","#
        + #""started":"2026-11-02T09:15:00Z"}"# + "\n" + silence + #"{"segments":"\#(segments)"}"#,
      #"{"id":1,\#(path),"agent_channel":"right","transcript":"\#(LiveSamples.path("support-call.vtt"))"}"#,
      #"{"id":2,\#(path),"transcript":"\#(text)"}"#, #"{"id":3,\#(path),"agent_channel":"middle"}"#,
      #"{"id":4,\#(path),"customer_start":"x"}"#, #"{"id":5,\#(path),"started":"soon"}"#,
      #"{"id":6,"raw":"s9","bytes":0}"#, #"{"id":7,"bytes":-1}"#,
      #"{"id":8,\#(path),"agent":["a"]}"#,
      #"{"id":9,"segments":"a","transcript":"b"}"#, #"{"id":10}"#,
      #"{"id":11,"path":"/nowhere.wav","customer_path":"/nowhere.wav","customer_start":1}"#,
      #"{"id":12,"raw":"s16le:8000:2","bytes":100}"# + "\n" + "short",
    ]
    let run = try interject(
      ["worker"], input: try interject.write("lines", lines.joined(separator: "\n")))
    #expect(run.code == 0, "\(run.errors)")
    let answers = try run.lines.map {
      try #require(JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
    }
    #expect(
      answers.map { $0["code"] as? Int } == [
        nil, nil, nil, 65, 64, 64, 64, 64, 64, 64, 64, 64, 66, 65,
      ], "\(run.text.prefix(3000))")
  }
}
