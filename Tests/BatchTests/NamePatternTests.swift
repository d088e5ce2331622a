import Batch
import Foundation
import Preferences
import Testing

/// What names of recordings and their folders say of a call.
@Suite struct NamePatternTests {
  private static let zone = LocalTime(secondsEast: 3600)

  private func read(_ pattern: String, _ path: String) throws -> [String]? {
    guard let reading = try NamePattern(pattern, at: "--name").reader(in: Self.zone).read(path)
    else {
      return nil
    }
    return [reading.started?.formatted(.iso8601) ?? "", reading.agent ?? "", reading.call ?? ""]
  }

  @Test(arguments: [
    (
      "{date}-{time}_{agent}_{call}", "in/20261102-091530_ada_17.wav", "2026-11-02T08:15:30Z",
      "ada", "17"
    ),
    ("{date}_{time}_{agent}", "2026-11-02_09.15.30_Ada L.wav", "2026-11-02T08:15:30Z", "Ada L", ""),
    ("{date}_{time}_{agent}", "2026-11-02_0915_ada_b.wav", "2026-11-02T08:15:00Z", "ada_b", ""),
    ("{date:dmy} {time} {call}", "2.11.2026 09-15 c1.wav", "2026-11-02T08:15:00Z", "", "c1"),
    ("{date:dmy}-{call}", "02112026-c1.wav", "2026-11-01T23:00:00Z", "", "c1"),
    ("{date:mdy}-{call}", "11-02-2026-c1.flac", "2026-11-01T23:00:00Z", "", "c1"),
    (
      "{agent}/{date}/{any}-{call}", "/a/b/ada/2026-11-02/x-17.wav", "2026-11-01T23:00:00Z", "ada",
      "17"
    ),
    ("{unix}_{call}", "1793607330_a.wav", "2026-11-02T08:15:30Z", "", "a"),
    ("{unix}_{call}", "1793607330500_a.wav", "2026-11-02T08:15:30Z", "", "a"),
    ("{agent}.({call})", "ada.(17).wav", "", "ada", "17"),
  ])
  func aNameThatFitsIsRead(
    pattern: String, path: String, started: String, agent: String, call: String
  ) throws {
    #expect(try read(pattern, path) == [started, agent, call])
  }

  @Test(arguments: [
    ("{date}_{agent}", "ada_20261102.wav"), ("{date}_{agent}", "20261302_ada.wav"),
    ("{date}_{time}_{agent}", "20261102_2515_ada.wav"), ("{agent}/{call}", "17.wav"),
    ("{date:dmy}-{call}", "31-02-2026-a.wav"), ("{agent}-{call}", "ada.wav"),
    ("{date}-{call}", "２０２６1102-a.wav"),
  ])
  func aNameThatDoesNotFitSaysNothing(pattern: String, path: String) throws {
    #expect(try read(pattern, path) == nil)
  }

  @Test(arguments: [
    "", "call", "{any}", "{agent}{agent}", "{date}{date:dmy}", "{date}{unix}", "{time}",
    "{unix}-{time}", "{name}", "{agent", "agent}", "{}",
  ])
  func aPatternThatCannotBeMeantIsRefused(pattern: String) {
    #expect { try NamePattern(pattern, at: "--name") } throws: { error in
      (error as? BatchError)?.code == .usage && "\(error)".contains("--name")
    }
  }
}
