import Conversation
import Foundation
import Glibc
import Testing

@testable import InterjectCommand

@Suite(.timeLimit(.minutes(60))) struct MonitorReactionTests {
  private let folder = FileManager.default.temporaryDirectory
    .appendingPathComponent("interject-\(UUID().uuidString)")

  /// Runs a body with a path that is removed afterwards.
  private func withFile(_ body: (String) throws -> Void) throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(folder.appendingPathComponent("file").path)
  }

  private func content(_ path: String) -> String {
    (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
  }

  private let event = Event(
    at: SampleTime(seconds: 2), kind: .deadAirStarted(start: SampleTime(seconds: 1)))

  @Test func theCommandGetsTheEventAsJSON() throws {
    try withFile { path in
      let reactions = MonitorReactions([
        try MonitorReaction(argument: "dead_air_started=cat > \(path)")
      ])
      reactions.take(event)
      reactions.finish()
      #expect(
        content(path) == #"{"event":"dead_air_started","start":1.000,"at":2.000}"# + "\n")
      #expect(reactions.complaint == nil)
    }
  }

  @Test func otherEventsStartNothing() throws {
    let reactions = MonitorReactions([try MonitorReaction(argument: "interruption=exit 1")])
    reactions.take(event)
    #expect(!reactions.isBusy)
  }

  @Test func theSameCommandStartsAtMostOnceASecond() throws {
    try withFile { path in
      var time: Int64 = 0
      let reactions = MonitorReactions(
        [try MonitorReaction(argument: "dead_air_started=echo x >> \(path)")], now: { time })
      for step in 0..<25 {
        time = Int64(step) * 100_000_000
        reactions.take(event)
        reactions.finish()
      }
      #expect(content(path) == "x\nx\nx\n")
      #expect(reactions.leftOut == 22)
      #expect(reactions.complaint?.contains("22 skipped") == true)
    }
  }

  @Test func oneKindDoesNotHoldUpAnother() throws {
    try withFile { path in
      let reactions = MonitorReactions(
        [
          try MonitorReaction(argument: "dead_air_started=echo a >> \(path)"),
          try MonitorReaction(argument: "dead_air=echo b >> \(path)"),
        ], now: { 0 })
      reactions.take(event)
      let interval = Interval(start: .zero, end: SampleTime(seconds: 4))
      reactions.take(Event(at: SampleTime(seconds: 4), kind: .deadAir(interval, endedBy: nil)))
      reactions.finish()
      #expect(Set(content(path).split(separator: "\n")) == ["a", "b"])
    }
  }

  @Test func aLateCommandIsKilledWithAllThatItStarted() throws {
    try withFile { path in
      let pipe = "\(path).pipe"
      mkfifo(pipe, 0o600)
      let descriptor = open(pipe, O_RDONLY | O_NONBLOCK)
      defer { close(descriptor) }
      // The clock passes the limit once the command has started its child.
      let reactions = MonitorReactions(
        [
          try MonitorReaction(
            argument: "dead_air_started=sleep 1000 > \(pipe) & echo x > \(path); wait")
        ], now: { FileManager.default.fileExists(atPath: path) ? 6_000_000_000 : 0 })
      reactions.take(event)
      reactions.finish()
      #expect(reactions.killed == 1)
      #expect(!reactions.isBusy)
      // The pipe ends when nobody has it open for writing any more.
      _ = fcntl(descriptor, F_SETFL, 0)
      var byte: UInt8 = 0
      #expect(read(descriptor, &byte, 1) == 0)
    }
  }

  @Test func noProcessIsLeftUncleared() throws {
    let reactions = MonitorReactions([try MonitorReaction(argument: "dead_air_started=exit 3")])
    reactions.take(event)
    reactions.finish()
    #expect(!reactions.isBusy)
  }

  @Test func argumentsThatNameNoEventAreRefused() {
    for argument in ["", "=", "interruption", "interruption=", "=true", "nothing=true"] {
      #expect(throws: (any Error).self) { try MonitorReaction(argument: argument) }
    }
  }
}
