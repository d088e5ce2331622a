import Foundation
import Glibc
import LiveFixtures
import Testing

@Suite(.timeLimit(.minutes(60))) struct MonitorCommandTests {
  private let sample = LiveSamples.path("support-call.wav")

  @Test(arguments: [SIGINT, SIGTERM])
  func aSignalSumsUpAndSetsTheExitCode(_ number: Int32) throws {
    let program = try MonitorProcess(["monitor", "--replay", sample, "--jsonl"])
    #expect(try program.firstLine().hasPrefix(#"{"event":"session""#))
    program.send(number)
    #expect(try program.rest().last?.hasPrefix(#"{"event":"summary""#) == true)
    #expect(try program.end().code == 128 + number)
  }

  @Test func aClosedPipeEndsItSilently() throws {
    let program = try MonitorProcess(
      ["monitor", "--replay", sample, "--plain", "--speed", "100"])
    #expect(try program.firstLine() == "agent = left, customer = right of \(sample)")
    try program.closeOutput()
    let end = try program.end()
    #expect(end.code == 141)
    #expect(end.errors == "")
  }

  @Test func plainLinesEndWithASummary() throws {
    let program = try MonitorProcess(["monitor", "--replay", sample, "--plain", "--speed", "0"])
    let lines = try program.rest()
    #expect(lines.contains("0:18.3  agent interrupts customer, took the turn (0.9 s)"))
    #expect(!lines.contains { $0.contains("turn of") })
    #expect(lines.suffix(8).contains { $0.hasPrefix("a call of 1:0") })
    #expect(
      lines.contains { $0.hasSuffix("  guidance: Both spoke at 0:18; the customer stopped.") })
    // Once, when the call ends, and not again in the summary.
    #expect(lines.count { $0.contains("You cut in") } == 1)
    #expect(try program.end().code == 0)
  }

  @Test func theStreamCanGoBesideAnyOther() throws {
    let path = FileManager.default.temporaryDirectory
      .appendingPathComponent("interject-\(UUID().uuidString).jsonl").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    let program = try MonitorProcess(
      ["monitor", "--replay", sample, "--line", "--speed", "0", "--events", path])
    let lines = try program.rest()
    #expect(lines.allSatisfy { $0.count <= 80 })
    #expect(try program.end().code == 0)
    let stream = try String(contentsOfFile: path, encoding: .utf8)
    #expect(spoken(stream) == spoken(try LiveSamples.analysis("support-call.wav")))
    #expect(stream.contains(#"{"event":"call_started","#))
    #expect(stream.contains(#"{"event":"call_ended","#))
  }

  /// The lines of a stream that do not depend on where a call begins and ends.
  private func spoken(_ stream: String) -> [Substring] {
    let others = ["session", "metrics", "call_started", "call_ended", "summary"]
    return stream.split(separator: "\n").filter { line in
      !others.contains { line.hasPrefix(#"{"event":"\#($0)""#) }
    }
  }

  /// Command lines and the exit codes that they end with.
  private static let refusals: [([String], Int32)] = [
    (["--replay", "a.wav", "--agent", "b"], 64),
    (["--speed", "2"], 64),
    (["--replay", "a.wav", "--speed=-1"], 64),
    (["--duration", "0"], 64),
    (["--line", "--plain"], 64),
    (["--line", "--verbose"], 64),
    (["--on", "nothing=true"], 64),
    (["--set", "dashboard.theme=pink"], 64),
    (["--set", "goal.interruptions=many"], 64),
    (["--patience=-1"], 64),
    (["--patience", "inf"], 64),
    (["--patience", "1e15"], 64),
    (["--replay", "a.wav", "--speed", "1e-300"], 64),
    (["--replay", "a.wav", "--speed", "inf"], 64),
    (["--replay", "a.wav", "--keep", "30"], 64),
    (["--replay", "a.wav", "--save", "--keep", "0"], 64),
    (["--replay", "a.wav", "--no-save", "--keep", "30"], 64),
    (["--alert", "siren"], 64),
    (["--started", "2026-11-02"], 64),
    (["--replay", "a.wav", "--started", "name"], 64),
    (["--replay", "/nowhere/a.wav"], 66),
    (["--agent", "nowhere"], 69),
    (["--agent", "nowhere", "--customer", "nowhere"], 69),
    (["--replay", "/nowhere/a.wav", "--events", "/nowhere/b"], 74),
    (["--replay", "a.wav", "--marks", "/nowhere/b"], 74),
    (["--events", "-"], 64),
    (["--record", "-"], 64),
  ]

  @Test(arguments: refusals)
  func whatCannotBeDoneIsSaidInItsExitCode(_ arguments: [String], _ code: Int32) throws {
    let program = try MonitorProcess(["monitor"] + arguments)
    #expect(try program.rest().isEmpty)
    let end = try program.end()
    #expect(end.code == code)
    #expect(!end.errors.isEmpty)
  }

  @Test func aRecordingIsNotOverwrittenByItsEvents() throws {
    let folder = try FileManager.default.url(
      for: .itemReplacementDirectory, in: .userDomainMask,
      appropriateFor: FileManager.default.temporaryDirectory, create: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let recording = folder.appendingPathComponent("call.wav")
    try FileManager.default.copyItem(atPath: sample, toPath: recording.path)
    let link = folder.appendingPathComponent("events.jsonl")
    try FileManager.default.createSymbolicLink(at: link, withDestinationURL: recording)
    let program = try MonitorProcess(
      ["monitor", "--replay", recording.path, "--speed", "0", "--events", link.path])
    #expect(try program.end().code == 64)
    #expect(try Data(contentsOf: recording) == Data(contentsOf: URL(fileURLWithPath: sample)))
  }

  @Test func marksOfAnEarlierDayAreNotOverwritten() throws {
    let file = FileManager.default.temporaryDirectory
      .appendingPathComponent("marks-\(UUID().uuidString).json")
    try Data("earlier".utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let program = try MonitorProcess(
      ["monitor", "--replay", sample, "--speed", "0", "--marks", file.path])
    let end = try program.end()
    #expect(end.code == 74)
    #expect(end.errors.contains("already exists"))
    #expect(try Data(contentsOf: file) == Data("earlier".utf8))
  }

  @Test func anEarlierStreamStaysWhereNothingIsHeard() throws {
    let file = FileManager.default.temporaryDirectory
      .appendingPathComponent("earlier-\(UUID().uuidString).jsonl")
    try Data("earlier".utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let program = try MonitorProcess(
      ["monitor", "--replay", "/nowhere/a.wav", "--events", file.path])
    #expect(try program.end().code == 66)
    #expect(try Data(contentsOf: file) == Data("earlier".utf8))
  }

  @Test(
    arguments: [
      (["--replay", "a.wav", "--speed", "-1"], "--speed -1.0: write a factor"),
      (["--replay", "a.wav", "--save", "--keep", "-3"], "--keep -3: from 1 to"),
      (["--duration", "-5"], "--duration -5.0: write a number of seconds above 0"),
      (["--period", "-5"], "--period -5: write 1 to 200 milliseconds"),
    ])
  func aNegativeNumberIsNamedInTheComplaint(_ arguments: [String], _ words: String) throws {
    let program = try MonitorProcess(["monitor"] + arguments)
    let end = try program.end()
    #expect(end.code == 64)
    #expect(end.errors.contains(words), "\(end.errors)")
  }

  @Test func devicesAreListedAsJSON() throws {
    let program = try MonitorProcess(["devices", "--json"])
    let text = try program.rest().joined()
    #expect(try program.end().code == 0)
    let object = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
    #expect(object?["devices"] is [Any])
    #expect(object?.keys.contains("default") == true && object?.keys.contains("headset") == true)
  }
}
