import Foundation
import LiveFixtures
import Testing

/// What `analyze` does with files, run as the program that it is.
@Suite final class AnalyzeCommandTests {
  private let folder: URL
  private let sample = LiveSamples.path("support-call.wav")

  init() throws {
    folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("interject-\(UUID().uuidString)")
    for day in ["monday", "tuesday"] {
      let place = folder.appendingPathComponent(day)
      try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
      try FileManager.default.copyItem(
        atPath: sample, toPath: place.appendingPathComponent("call.wav").path)
    }
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  private func path(_ name: String) -> String { folder.appendingPathComponent(name).path }

  private func analyze(
    _ arguments: [String], after preparation: String? = nil
  ) throws -> (lines: [Substring], code: Int32, errors: String) {
    let program = try MonitorProcess(["analyze"] + arguments, after: preparation)
    let lines = try program.rest()
    let end = try program.end()
    return (lines, end.code, end.errors)
  }

  @Test func twoRecordingsOfOneNameAreNotWrittenToOneFile() throws {
    let calls = [path("monday/call.wav"), path("tuesday/call.wav")]
    let run = try analyze(["--format", "rttm", "--output", path("o")] + calls)
    #expect(run.code == 0, "\(run.errors)")
    for day in ["monday", "tuesday"] {
      #expect(FileManager.default.fileExists(atPath: path("o/\(day)/call.rttm")))
    }
  }

  @Test func aFileThatIsThereIsReplacedOnlyOnDemand() throws {
    let arguments = [
      "--format", "rttm,jsonl", "--output", path("monday"), path("monday/call.wav"),
    ]
    for name in ["monday/call.rttm", "monday/call.jsonl"] {
      try Data("by hand".utf8).write(to: URL(filePath: path(name)))
      let run = try analyze(arguments)
      #expect(run.code == 74)
      #expect(run.errors.contains("--force"), "\(run.errors)")
      #expect(try String(contentsOfFile: path(name), encoding: .utf8) == "by hand")
    }
    #expect(try analyze(arguments + ["--force"]).code == 0)
    let text = try String(contentsOfFile: path("monday/call.rttm"), encoding: .utf8)
    #expect(text.hasPrefix("SPEAKER call 1 "))
  }

  @Test func aRecordingIsNotReplacedByItsResults() throws {
    try FileManager.default.moveItem(atPath: path("monday/call.wav"), toPath: path("call.txt"))
    let run = try analyze(["--force", "--output", folder.path, path("call.txt")])
    #expect(run.code == 64)
    #expect(
      try Data(contentsOf: URL(filePath: path("call.txt")))
        == Data(contentsOf: URL(filePath: sample)))
  }

  @Test func aRefusedRecordingLeavesNoFile() throws {
    try Data("Dear customer, ".utf8).write(to: URL(filePath: path("text.wav")))
    let run = try analyze(
      ["--format", "jsonl,frames", "--output", path("o"), path("text.wav"), path("none.wav")])
    #expect(run.code == 65)
    #expect(try FileManager.default.contentsOfDirectory(atPath: path("o")).isEmpty)
  }

  @Test func aMonitorThatHearsNothingLeavesNoFile() throws {
    let program = try MonitorProcess(
      ["monitor", "--replay", path("none.wav"), "--events", path("e.jsonl")])
    #expect(try program.end().code == 66)
    #expect(!FileManager.default.fileExists(atPath: path("e.jsonl")))
  }

  @Test func anEmptyResultIsAResult() throws {
    let arguments = ["--format", "rttm", "--output", path("o"), "--raw", "s16le:8000:2"]
    try Data(count: 32_000).write(to: URL(filePath: path("still.raw")))
    #expect(try analyze(arguments + [path("still.raw")]).code == 0)
    let result = path("o/still.rttm")
    #expect(try Data(contentsOf: URL(filePath: result)).isEmpty)
    try Data("of another call".utf8).write(to: URL(filePath: result))
    #expect(try analyze(arguments + ["--force", path("still.raw")]).code == 0)
    #expect(try Data(contentsOf: URL(filePath: result)).isEmpty)
  }

  @Test(arguments: ["csv", "events-csv"])
  func aTableOfSeveralCallsHasOneHeader(format: String) throws {
    let calls = [path("none.wav"), path("monday/call.wav"), path("tuesday/call.wav")]
    let run = try analyze(["--format", format] + calls)
    #expect(run.code == 65)
    // The lines end in CR LF, which is one character.
    let rows = run.lines.flatMap { $0.split(whereSeparator: \.isNewline) }
    #expect(rows.count > 2)
    #expect(rows.indices.filter { rows[$0].hasPrefix("source,") } == [0])
  }

  @Test(arguments: ["html", "eaf", "textgrid", "webvtt", "audacity", "frames", "amazon"])
  func documentsOfSeveralCallsAreNotJoined(format: String) throws {
    let run = try analyze(["--format", format, path("monday/call.wav"), path("tuesday/call.wav")])
    #expect(run.code == 64)
    #expect(run.lines.isEmpty)
    #expect(run.errors.contains("--output"), "\(run.errors)")
  }

  @Test func aClosedOutputIsAnErrorAndSpoilsNoFile() throws {
    // The shell's own outputs stay open, so that its end is known by theirs.
    let events = path("events.jsonl")
    let program = try MonitorProcess(
      ["monitor", "--replay", sample, "--speed", "0", "--jsonl", "--events", events],
      after: #""$0" "$@" >&-; exit $?"#)
    #expect(try program.rest().isEmpty)
    #expect(try program.end().code == 74)
    // The standard output is the first to be told of the call, so that the file has nothing yet.
    #expect(!FileManager.default.fileExists(atPath: events))
    let report = try analyze(
      ["--output", path("o"), path("monday/call.wav")], after: #""$0" "$@" >&- 2>&-; exit $?"#)
    #expect(report.code == 0)
    let text = try String(contentsOfFile: path("o/call.txt"), encoding: .utf8)
    // The start of a long path is left out.
    #expect(text.prefix { !$0.isNewline }.hasSuffix("monday/call.wav"), "\(text.prefix(300))")
  }

  @Test func eventsAreNotWrittenOverTheStandardOutput() throws {
    let output = path("out")
    let program = try MonitorProcess(
      ["monitor", "--replay", sample, "--speed", "0", "--plain", "--events", output],
      after: "exec >'\(output)'")
    let end = try program.end()
    #expect(end.code == 64)
    #expect(end.errors.contains("name two files"), "\(end.errors)")
  }
}
