import Foundation
import LiveFixtures
import Testing

/// `why`, `phrases`, `schema` and `worker`, run as the program that it is.
@Suite struct MomentCommandTests {
  private let interject: CommandRun
  private let sample = LiveSamples.path("support-call.wav")

  init() throws { interject = try CommandRun() }

  @Test func aMomentIsExplained() throws {
    let run = try interject(["why", sample, "0:18.5"])
    #expect(run.code == 0, "\(run.errors)")
    #expect(run.text.contains("agent") && run.text.contains("interruption"), "\(run.text)")
  }

  @Test(arguments: ["interject", "heldner-edlund", "gravano-hirschberg"])
  func onsetsHaveTheNamesOfAScheme(_ scheme: String) throws {
    let run = try interject(["why", sample, "--scheme", scheme])
    #expect(run.code == 0, "\(run.errors)")
    // The lines end in CR LF, which is one character.
    #expect(run.text.split(whereSeparator: \.isNewline).count > 3, "\(run.text)")
  }

  /// Command lines and the exit codes that they end with.
  private static let refusals: [([String], Int32)] = [
    (["why"], 64), (["why", "SAMPLE", "--scheme", "other"], 64), (["why", "SAMPLE", "soon"], 64),
    (["why", "SAMPLE", "1:75"], 64),
    (["why", "SAMPLE", "1:00:00"], 64), (["why", "0:10"], 64),
    (["why", "/nowhere.wav", "0:10"], 66),
    (["why", "SAMPLE", "0:10", "--words-in-reports"], 64),
    (["phrases", "--phrases", "/nowhere"], 66), (["phrases", "--transcript-format", "paper"], 64),
    (["phrases", "--test", "SAMPLE"], 65), (["schema", "calls"], 64),
    (["worker", "--jobs", "0"], 64), (["analyse", "SAMPLE"], 64),
    (["bench", "latency", "SAMPLE"], 64), (["bench", "throughput", "--live", "0"], 64),
    (["bench", "throughput", "--duration", "1"], 64),
    (["bench", "throughput", "--live", "1", "SAMPLE"], 64),
    (["bench", "throughput", "--live", "1", "--jobs", "2"], 64),
    (["bench", "throughput", "-"], 64), (["bench", "throughput", "/nowhere.wav"], 66),
    (["bench", "capture", "--duration", "0"], 64),
    (["bench", "capture", "--agent", "nowhere"], 69),
    (["bench", "capture", "--play", "null", "--customer", "a"], 64),
    (["bench", "capture", "--play", "nowhere", "--agent", "null"], 69),
    (["check", "--replay", "SAMPLE", "--agent", "a"], 64), (["check", "--replay", ""], 64),
    (["check", "--replay", "SAMPLE", "--write"], 64), (["check", "--replay", "/nowhere.wav"], 66),
    (["check", "--duration", "0"], 64), (["check", "--agent", "nowhere"], 69),
    (["practice", "nothing-of-this-name"], 66),
    (["practice", "late-parcel", "--trainee", "/nowhere"], 66),
    (["practice", "--list", "a"], 64), (["practice", "--progress", "a"], 64),
    (["practice", "--trainee", "SAMPLE", "--output", "a"], 64),
    (["practice", "--transcript", "a"], 64), (["history", "show", "1"], 66),
    (["history", "show", "last"], 64), (["history", "list", "--last", "0"], 64),
    (["history", "forget", "--force", "1"], 66), (["practice", "--recognize"], 69),
    (["practice", "--trainee", "SAMPLE", "--transcript", "a", "--recognize"], 64),
  ]

  @Test(arguments: refusals)
  func whatCannotBeDoneEndsWithItsCodeAndOneLine(_ arguments: [String], _ code: Int32) throws {
    let run = try interject(arguments.map { $0.replacing("SAMPLE", with: sample) })
    #expect(run.code == code, "\(run.errors)")
    #expect(run.errors.hasPrefix("interject: "), "\(run.errors)")
    #expect(run.errors.split(separator: "\n").count == 1, "\(run.errors)")
    #expect(run.text.isEmpty)
  }

  @Test func aTableOfPhrasesIsTheOneThatItPrints() throws {
    let standard = try interject(["phrases"])
    #expect(standard.code == 0)
    let own = try interject.write("phrases.txt", standard.text + "\n")
    #expect(try interject(["phrases", "--phrases", own]).text == standard.text)
    let found = try interject([
      "phrases", "--phrases", own, "--test", LiveSamples.path("support-call.vtt"),
    ])
    #expect(found.code == 0 && found.lines.count > 5, "\(found.errors)")
    let alone = try interject.write(
      "one.jsonl", #"{"start":1,"end":1.2,"word":"hello"}"# + "\n")
    #expect(try interject(["phrases", "--test", alone]).code == 0)
  }

  @Test(arguments: ["events", "summary", "report", "worker"])
  func aSchemaIsOneObject(_ subject: String) throws {
    let run = try interject(["schema", subject])
    #expect(run.code == 0)
    #expect(try JSONSerialization.jsonObject(with: Data(run.text.utf8)) is [String: Any])
  }

  @Test func theDictionaryHasEachField() throws {
    #expect(try interject(["schema", "dictionary"]).text.contains("floor_taken"))
  }

  @Test func aWorkerAnswersEachLineAlsoForWhatIsNoCall() throws {
    let lines = [
      sample, #"{"id":"a","path":"\#(sample)"}"#, "", "{", "[]", "/nowhere.wav",
      #"{"id":"b","raw":"s16le:8000:2","bytes":8}"#,
    ]
    let input = try interject.write("lines", lines.joined(separator: "\n"))
    let run = try interject(["worker"], input: input)
    #expect(run.code == 0 && run.errors.isEmpty, "\(run.errors)")
    let answers = try run.lines.map {
      try #require(JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
    }
    #expect(answers.map { $0["ok"] as? Bool } == [true, true, false, false, false, false])
    #expect(answers.map { $0["code"] as? Int } == [nil, nil, 64, 64, 66, 65])
    let report = try interject(["worker", "--report"], input: try interject.write("one", sample))
    #expect(report.text.contains(#""report""#))
  }
}
