import ArgumentParser
import AudioFiles
import Batch
import Conversation
import Foundation
import Interject
import LiveFixtures
import Testing

@testable import InterjectCommand
@testable import Listening

/// What the caller knows of a call reaches its stream, its report and the charts.
@Suite final class CallIdentityTests {
  private let folder = FileManager.default.temporaryDirectory
    .appending(path: "interject-identity-\(UUID().uuidString)").path

  init() throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.removeItem(atPath: folder)
  }

  private func recording(_ name: String) throws -> String {
    let path = "\(folder)/\(name)"
    try FileManager.default.copyItem(atPath: LiveSamples.path("support-call.wav"), toPath: path)
    return path
  }

  private func lines(_ arguments: [String]) throws -> [String] {
    let program = try MonitorProcess(arguments)
    let lines = try program.rest().map(String.init)
    let end = try program.end()
    #expect(end.code == 0, "\(end.errors)")
    return lines
  }

  private func identity(_ arguments: [String], _ path: String) throws -> CallIdentity {
    try CallOptions.parse(arguments).identity(of: CallSource(.together(AudioInput(argument: path))))
  }

  @Test func aFolderOfDatedRecordingsGetsIntoTheTrends() throws {
    let days = try ["20261102-091530.wav", "20261102-101530.wav", "2026-11-03 call.wav"]
      .map(recording)
    let reports = "\(folder)/reports"
    _ = try lines(
      ["analyze", "--started", "name", "--agent-id", "kim", "--format", "json", "-o", reports]
        + days)
    let chart = try lines(["trends", reports])
    #expect(chart.contains { $0.hasPrefix("  Mon 2 Nov       2") }, "\(chart)")
    #expect(chart.contains { $0.hasPrefix("  Tue 3 Nov       1") }, "\(chart)")
    #expect(!chart.contains { $0.contains("Left out") })
    let data = try #require(FileManager.default.contents(atPath: "\(reports)/20261102-091530.json"))
    let report = try JSONSerialization.jsonObject(with: data) as? [String: Any]
    let session = try #require(report?["session"] as? [String: Any])
    #expect(session["agent_id"] as? String == "kim")
    let started = try Date(#require(session["started"] as? String), strategy: .iso8601)
    #expect(Calendar.current.component(.hour, from: started) == 9)
  }

  @Test func theStreamOfAReplayBeginsWithWhatTheCallerKnows() throws {
    let stream = try lines([
      "monitor", "--replay", LiveSamples.path("noisy-line.wav"), "--speed", "0", "--jsonl",
      "--started", "2026-03-02T10:15:30+01:00", "--call-id", "c17", "--agent-id", "kim",
    ])
    #expect(
      stream.first?.contains(
        #""call_id":"c17","agent_id":"kim","started":"2026-03-02T09:15:30Z""#) == true)
  }

  @Test func theTimeOfAFileIsTheEndOfItsCall() throws {
    let path = try recording("call.wav")
    let changed = Date(timeIntervalSince1970: 1_772_442_930)
    try FileManager.default.setAttributes([.modificationDate: changed], ofItemAtPath: path)
    let found = try identity(["--started", "file"], path)
    #expect(found.started == nil && found.ended == changed)
    var session: Session?
    _ = try CallAnalysis().run(
      CallSource(.together(AudioInput(argument: path))), identity: found,
      isStopped: { session != nil }, begin: { session = $0 }, emit: { _ in })
    let source = try ReplaySource.open(CallSource(.together(AudioInput(argument: path))), speed: 0)
    let length = try #require(source.length?.seconds)
    #expect(length > 10)
    let started = try Date(#require(session?.started), strategy: .iso8601)
    #expect(abs(started.timeIntervalSince(changed) + length) <= 1)
  }

  @Test func aDateIsFoundInTheNameOfTheFolder() throws {
    let found = try identity(["--started", "name"], "/calls/2026-11-02/0017.wav")
    #expect(found.started == CallDate(in: "2026-11-02")?.date(in: .current))
  }

  @Test(arguments: [
    (["--started", "file"], "-", 1), (["--started", "2026-11-02T09:15Z"], "a.wav", 2),
    (["--call-id", "c17"], "a.wav", 2),
  ])
  func whatCannotBeKnownIsRefused(arguments: [String], path: String, count: Int) throws {
    let options = try CallOptions.parse(arguments)
    let source = CallSource(.together(AudioInput(argument: path)))
    #expect(throws: ValidationError.self) { try options.identity(of: source, among: count) }
  }

  @Test(arguments: ["call.wav", "-"])
  func aNameWithoutADateFailsForThatRecordingOnly(path: String) throws {
    let options = try CallOptions.parse(["--started", "name"])
    let source = CallSource(.together(AudioInput(argument: path)))
    let failure = try #require(throws: CommandFailure.self) {
      try options.identity(of: source, among: 2)
    }
    #expect(failure.exitCode == 64)
  }

  @Test(arguments: [["--started", "soon"], ["--call-id", ""], ["--agent-id", ""]])
  func whatSaysNothingIsRefused(arguments: [String]) {
    #expect(throws: (any Error).self) { try CallOptions.parse(arguments) }
  }
}
