import Conversation
import Foundation
import Testing

@testable import InterjectCommand

/// What becomes of an event stream whose reader is slow.
@Suite(.timeLimit(.minutes(60))) struct EventLinesTests {
  /// The last lines that a reader sees who begins when more than a megabyte has come.
  private func lastLines(of events: [Event], _ count: Int) throws -> [Substring] {
    let path = FileManager.default.temporaryDirectory
      .appending(path: "interject-lines-\(UUID().uuidString)").path
    try #require(mkfifo(path, 0o600) == 0)
    defer { unlink(path) }
    let read = DispatchSemaphore(value: 0)
    nonisolated(unsafe) var seen = Data()
    let reader = open(path, O_RDONLY | O_NONBLOCK)
    _ = fcntl(reader, F_SETFL, 0)
    let handle = FileHandle(fileDescriptor: reader, closeOnDealloc: true)
    do {
      var lines = EventLines(try .live(path, option: "--events", .drops))
      let name = String(repeating: "x", count: 1000)
      let noise = Event(at: .zero, kind: .device(.agent, .lost, name: name))
      for _ in 0..<1500 { try lines.take(noise) }
      for event in events { try lines.take(event) }
      Thread.detachNewThread {
        seen = (try? handle.readToEnd()) ?? Data()
        read.signal()
      }
      var metrics = Metrics()
      metrics.duration = SampleTime(seconds: 60)
      try lines.finish(Summary(metrics: metrics, reliable: true))
    }
    read.wait()
    return String(decoding: seen, as: UTF8.self).split(separator: "\n").suffix(count)
  }

  @Test func whatWasLeftOutIsSaidBeforeTheSummary() throws {
    let lines = try lastLines(of: [], 2)
    #expect(
      lines.first?.contains("events_dropped") == true
        && lines.first?.contains(#""at":60"#) == true, "\(lines)")
    #expect(lines.last?.hasPrefix(#"{"event":"summary""#) == true)
  }

  @Test func theEndOfACallIsNotLeftOut() throws {
    let call = Interval(start: .zero, end: SampleTime(seconds: 60))
    let end = Event(at: SampleTime(seconds: 60), kind: .callEnded(call, Metrics()))
    let lines = try lastLines(of: [end], 3)
    #expect(lines.first?.contains("events_dropped") == true, "\(lines)")
    #expect(lines.dropFirst().first?.hasPrefix(#"{"event":"call_ended""#) == true)
    #expect(lines.last?.hasPrefix(#"{"event":"summary""#) == true)
  }
}
