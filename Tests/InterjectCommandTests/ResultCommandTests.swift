import Foundation
import LiveFixtures
import Testing

/// What is made of the results of `analyze`: the page of a team, of reviewers, and trends.
@Suite struct ResultCommandTests {
  private let interject: CommandRun
  /// The calls of two agents, two a day: the sample under other names.
  private let results: String

  /// The report of a call in which each interrupts, and of one whose customer is heard out; made once.
  private static let reports = Result {
    let interject = try CommandRun()
    func report(_ call: String, _ options: [String]) throws -> String {
      let written = try interject(
        [
          "analyze", LiveSamples.path("\(call).wav"), "--format", "json", "--agent-id", "NAME",
          "--call-id", "CALL", "--started", "2026-11-01T09:15:00Z",
        ] + options)
      guard written.code == 0 else { throw CocoaError(.fileReadUnknown) }
      return written.text
    }
    return [
      try report("support-call", []), try report("monologue", ["--agent-channel", "right"]),
    ]
  }

  init() throws {
    interject = try CommandRun()
    results = interject.path("results")
    try FileManager.default.createDirectory(atPath: results, withIntermediateDirectories: true)
    let reports = try Self.reports.get()
    // Those of each agent are more than twenty minutes.
    for number in 0..<48 {
      let day = 1 + number / 2
      let started = "2026-11-\(day < 10 ? "0" : "")\(day)T1\(number % 2):15:00Z"
      try interject.write(
        "results/call-\(number).json",
        reports[number % 2].replacing("2026-11-01T09:15:00Z", with: started)
          .replacing("NAME", with: number % 2 == 0 ? "Ann" : "Ben")
          .replacing("CALL", with: "call-\(number)"))
    }
  }

  @Test func aTeamIsSummedUpWithoutNames() throws {
    let team = try interject(["team", results])
    #expect(team.code == 0, "\(team.errors)")
    #expect(team.text.contains("48 calls"), "\(team.text.prefix(300))")
    #expect(!team.text.contains("Ann") && !team.text.contains("Ben"))
  }

  @Test func aTeamsFilesAreWrittenOnceAndReplacedOnDemand() throws {
    let arguments = [
      "team", results, "--format", "text,html,csv,json", "--output", interject.path("team"),
    ]
    let first = try interject(arguments + ["--clips"])
    #expect(first.code == 0, "\(first.errors)")
    #expect(first.errors.contains("the page contains the voices"))
    let page = try interject.read("team/team.html")
    #expect(page.contains("data:audio"))
    #expect(try interject.read("team/team.calls.csv").contains("call"))
    let again = try interject(arguments)
    #expect(again.code == 74 && again.errors.contains("--force"), "\(again.errors)")
    #expect(try interject(arguments + ["--force"]).code == 0)
  }

  @Test func agentsAreNamedOrHavePseudonymsWhereThatWasAgreed() throws {
    try interject.write("results/call-0.html", "the call's own page")
    let named = try interject([
      "team", results, "--people", "named", "--format", "html", "--output", interject.path("named"),
    ])
    #expect(named.code == 0, "\(named.errors)")
    #expect(try interject.read("named/team.html").contains("Ben"))
    let key = interject.path("key.csv")
    let hidden = try interject(["team", results, "--people", "named", "--pseudonyms", key])
    #expect(hidden.code == 0 && !hidden.text.contains("Ben"), "\(hidden.errors)")
    let table = try interject.read("key.csv")
    #expect(table.contains("Ann") && table.contains("Ben"))
    // The same names come of the same file.
    #expect(
      try interject(["team", results, "--people", "named", "--pseudonyms", key]).text == hidden.text
    )
    let own = try interject(["team", results, "--people", "own", "Ann"])
    #expect(own.code == 0 && own.text.contains("Ann") && !own.text.contains("Ben"), "\(own.text)")
  }

  @Test func outcomesAreSetBesideTheFigures() throws {
    let table = try interject.write(
      "outcomes.csv",
      "call,satisfied\n" + (0..<48).map { "call-\($0),\($0 % 3)\n" }.joined())
    let team = try interject(["team", results, "--outcomes", table])
    #expect(team.code == 0 && team.text.contains("satisfied"), "\(team.errors)")
  }

  @Test func whatIsNoReportOfAFolderIsPassedOverAndARepeatedOneCountsOnce() throws {
    try interject.write("results/other.json", "{}")
    try interject.write("results/twin.json", try interject.read("results/call-0.json"))
    let team = try interject(["team", results])
    #expect(team.code == 0 && team.text.contains("48 calls"))
    #expect(team.errors.contains("other.json: not a report of a call; skipped"))
    #expect(team.errors.contains("1 results repeat the recording of another result"))
    let review = try interject(["review", results, "--sample", "1"])
    #expect(
      review.code == 0 && review.errors.contains("other.json: not a report of a call; skipped"))
    #expect(try interject(["team", interject.path("results/other.json")]).code == 65)
    #expect(try interject(["review", interject.path("results/other.json")]).code == 65)
  }

  @Test func reviewersAnswersAreReadBack() throws {
    let page = try interject([
      "review", results, "--sample", "5", "--output", interject.path("p.html"),
    ])
    #expect(page.code == 0, "\(page.errors)")
    #expect(page.errors.contains("the page contains the voices"))
    let text = try interject.read("p.html")
    #expect(text.contains("Then run <code>interject review --answers FILE</code>"))
    let marker = try #require(text.range(of: #"id="items""#))
    let start = try #require(text[marker.upperBound...].firstIndex(of: ">"))
    let end = try #require(text[start...].range(of: "</script>"))
    let drawn = text[text.index(after: start)..<end.lowerBound].replacing("&amp;", with: "&")
    var file = try #require(
      JSONSerialization.jsonObject(with: Data(drawn.utf8)) as? [String: Any])
    let items = try #require(file.removeValue(forKey: "items") as? [[String: Any]])
    for (key, value) in [
      "interject": "answers", "kind": "review", "reviewer": "Kim", "saved": "2026-11-02T09:15:00Z",
    ] { file[key] = value }
    file["schema"] = 1
    file["answers"] = items.map { $0.merging(["answer": "yes"]) { first, _ in first } }
    let answers = interject.path("answers.json")
    try JSONSerialization.data(withJSONObject: file).write(to: URL(fileURLWithPath: answers))
    let found = try interject(["review", "--answers", answers])
    #expect(found.code == 0 && found.text.contains("flags"), "\(found.errors)\(found.text)")
    let labels = try interject(["review", "--answers", answers, "--format", "json"])
    #expect(labels.code == 0 && labels.text.contains("yes"))
    let team = try interject(["team", results, "--answers", answers])
    #expect(team.code == 0, "\(team.errors)")
    #expect(try interject(["review", results, "--output", answers]).code == 74)
  }

  @Test func recordingsThatHaveGoneAreMissed() throws {
    let moved = try interject.read("results/call-0.json").replacing(
      "support-call.wav", with: "gone.wav")
    let result = try interject.write("moved.json", moved)
    let run = try interject(["review", result])
    #expect(run.code == 66 && run.errors.contains("--audio"), "\(run.errors)")
    // Of some that have gone, the others are heard.
    let rest = try interject(["review", result, interject.path("results/call-0.json")])
    #expect(rest.code == 0 && rest.errors.contains("moments were left out"), "\(rest.errors)")
  }

  @Test func trendsSayWhichCallsTheyLeaveOut() throws {
    let call = try interject.read("results/call-0.json")
    let files = [
      try interject.write("a.json", call), try interject.write("b.json", call),
      try interject.write(
        "c.json",
        call.replacing("\"started\": \"2026-11-01T10:15:00Z\"", with: "\"started\": null")),
    ]
    let run = try interject(["trends"] + files)
    #expect(run.code == 0 && run.errors.contains("1 file repeats a call"), "\(run.errors)")
    #expect(run.text.contains("for want of a date: 1"), "\(run.text)")
  }

  @Test func aFolderWithoutReportsDoesNotHideTheOthers() throws {
    let empty = interject.path("empty")
    try FileManager.default.createDirectory(atPath: empty, withIntermediateDirectories: true)
    let run = try interject(["trends", empty, results])
    #expect(run.code == 0 && run.errors.contains("no call reports in this folder"))
    #expect(run.errors.contains("interject analyze --format json --output FOLDER"))
  }

  @Test func aTeamNeedsAReport() throws {
    let folder = interject.path("others")
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try interject.write("others/a.json", "{}")
    let run = try interject(["team", folder])
    #expect(run.code == 66 && run.errors.contains("no call reports in this folder"))
  }

  /// Command lines, the exit codes that they end with, and what is said.
  private static let refusals: [([String], Int32, String)] = [
    (["team"], 64, "Name the results"), (["team", "/nowhere"], 66, "/nowhere"),
    (["team", "RESULTS", "--weeks", "0"], 64, "1 to 52"),
    (["team", "RESULTS", "--format", "text,csv"], 64, "--output"),
    (["team", "RESULTS", "--format", "pdf"], 64, "pdf"),
    (["team", "RESULTS", "--clips"], 64, "html"),
    (["team", "RESULTS", "--pseudonyms", "k"], 64, "named"),
    (["team", "RESULTS", "--people", "all"], 64, "own NAME"),
    (["team", "RESULTS", "--people", "own", "Zoe"], 66, "Zoe"),
    (["team", "RESULTS", "--by", "queue"], 65, "queue"),
    (["team", "RESULTS", "--outcomes", "/nowhere"], 66, "/nowhere"),
    (["team", "RESULTS", "--outcomes", "TEXT"], 65, "no column of numbers"),
    (["team", "RESULTS", "--answers", "TEXT"], 65, "TEXT"),
    (["team", "RESULTS", "--people", "named", "--pseudonyms", "TEXT"], 65, "not a key file"),
    (["team", "RESULTS", "--output", "TEXT/a"], 74, "cannot create"),
    (["review"], 64, "--answers"), (["review", "RESULTS", "--sample", "0"], 64, "1 to 1000"),
    (["review", "RESULTS", "--format", "json"], 64, "--answers"),
    (["review", "--answers", "/nowhere"], 66, "/nowhere"),
    (["trends", "/nowhere"], 66, "/nowhere"),
    (["trends", "RESULTS", "--days", "-1"], 64, "write 0 or more"),
    (["trends", "TEXT"], 65, "write one with interject analyze --format json"),
    (["team", "TEXT"], 65, "write one with interject analyze --format json"),
    (["review", "TEXT"], 65, "write one with interject analyze --format json"),
    (["review", "--answers", "TEXT"], 65, "save one from the page of interject review"),
    (["trends", "RESULTS", "--agent", "Zoe"], 66, "Zoe"),
  ]

  @Test(arguments: refusals)
  func whatCannotBeSummedUpIsOneLineAndItsExitCode(
    _ arguments: [String], _ code: Int32, _ words: String
  ) throws {
    let text = try interject.write("TEXT", "hello\nthere\n")
    let run = try interject(
      arguments.map { $0.replacing("RESULTS", with: results).replacing("TEXT", with: text) })
    run.expectRefusal(code, words)
  }

  @Test(arguments: ["text", "csv", "json", "html"])
  func trendsHaveEachCallOnce(_ format: String) throws {
    let run = try interject(["trends", results, results, "--agent", "Ben", "--format", format])
    #expect(run.code == 0 && run.errors.isEmpty, "\(run.errors)")
    #expect(
      run.text.contains("1 Nov") || run.text.contains("2026-11-01"), "\(run.text.prefix(400))")
  }
}
