import Foundation
import LiveFixtures
import Testing

/// What is shown on a terminal, and that it is given back.
@Suite(.timeLimit(.minutes(60))) struct TerminalCommandTests {
  private let sample = LiveSamples.path("support-call.wav")

  private let place: CommandRun

  init() throws { place = try CommandRun() }

  /// Whether the event stream that is written beside the dashboard has something.
  private func tells(_ text: String?) -> Bool {
    guard let text else { return true }
    return (try? place.read("events.jsonl"))?.contains(text) == true
  }

  @Test func keysAreObeyedAndTheTerminalIsGivenBack() throws {
    let run = try TerminalRun([
      "monitor", "--replay", sample, "--speed", "4", "--alert", "flash", "--events",
      place.path("events.jsonl"), "--marks", place.path("marks.json"),
    ])
    #expect(run.follow { tells(#""event":"interruption""#) })
    // Each is pressed once what the one before does has been told.
    let keys: [(String, String?)] = [
      ("m", #""event":"mark""#), ("w", #""event":"contest""#),
      ("z", #""event":"contest_withdrawn""#),
      ("p", nil), ("p", #""reason":"paused""#), ("u", nil), ("u", nil), ("?", nil), ("?", nil),
      ("n", #""event":"call_ended""#),
    ]
    for (key, told) in keys {
      run.press(key)
      if key == "p", told == nil { #expect(run.shows("paused")) }
      #expect(run.follow { tells(told) }, "\(key): \(told ?? "")")
    }
    run.press("q")
    #expect(run.end() == 0)
    #expect(run.shown.contains("\u{1B}[?1049h") && run.shown.contains("\u{1B}[?1049l"))
    #expect(run.isGivenBack)
    #expect(try place.read("marks.json").contains("answers"))
  }

  @Test func aDayIsOpenedBesideTheCall() throws {
    let run = try TerminalRun(
      [
        "monitor", "--replay", sample, "--speed", "4", "--alert", "bell", "--events",
        place.path("events.jsonl"),
      ], columns: 80, rows: 24)
    #expect(run.follow { tells(#""event":"interruption_resolved""#) })
    #expect(run.shown.contains("\u{07}"))
    run.press("n")
    #expect(run.follow { tells(#""event":"call_ended""#) })
    run.press("\r")
    #expect(run.shows("Today"))
    run.press("q")
    #expect(run.end() == 0)
  }

  @Test func aReplayEndsByItselfWithASummary() throws {
    let run = try TerminalRun(["monitor", "--replay", sample, "--speed", "0", "--dashboard"])
    #expect(run.end() == 0)
    #expect(run.shown.contains("a call of 1:0") && run.isGivenBack)
  }

  @Test func aStatusLineIsDrawnOverItself() throws {
    let run = try TerminalRun(["monitor", "--replay", sample, "--speed", "0", "--line"])
    #expect(run.end() == 0)
    #expect(run.shown.contains("\r\u{1B}[?7l") && run.shown.contains("a call of 1:0"))
  }

  @Test func aTerminalThatCannotShowADashboardGetsPlainLines() throws {
    let run = try TerminalRun(
      ["monitor", "--replay", sample, "--speed", "0", "--dashboard"], environment: ["TERM": "dumb"])
    #expect(run.end() == 0)
    #expect(run.shown.contains("showing plain lines instead"))
    #expect(!run.shown.contains("\u{1B}[?1049h"))
  }

  @Test func aTerminalThatIsTooSmallForPagesShowsTheCall() throws {
    let run = try TerminalRun(
      ["monitor", "--replay", sample, "--speed", "20"], columns: 40, rows: 12)
    #expect(run.shows("0:"))
    run.press("\r")
    run.press("q")
    #expect(run.end() == 0)
  }
}
