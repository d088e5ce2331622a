import Foundation
import LiveFixtures
import Testing

/// Words on the command line, run as the program that it is.
@Suite final class WordCommandTests {
  private let folder: URL
  private let call = LiveSamples.path("support-call.wav")
  private let other = LiveSamples.path("monologue.wav")
  private let transcript = LiveSamples.path("support-call.vtt")

  init() throws {
    folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("interject-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  private func run(
    _ arguments: [String]
  ) throws -> (text: String, code: Int32, errors: String) {
    let program = try MonitorProcess(arguments)
    let lines = try program.rest()
    let end = try program.end()
    return (lines.joined(separator: "\n"), end.code, end.errors)
  }

  private func file(_ name: String, _ text: String) throws -> String {
    let place = folder.appendingPathComponent(name)
    try Data(text.utf8).write(to: place)
    return place.path
  }

  @Test func aTranscriptAddsItsSectionAndQuotesOnlyWhenAsked() throws {
    let plain = try run(["analyze", call, "--transcript", transcript])
    #expect(plain.code == 0)
    #expect(plain.text.contains("words a minute"))
    #expect(!plain.text.contains("How can I help"))
    let quoted = try run(["analyze", call, "--transcript", transcript, "--words-in-reports"])
    #expect(quoted.text.contains("How can I help"))
  }

  @Test func whatIsRefusedIsOneLineAndItsExitCode() throws {
    let swapped = try run([
      "analyze", call, "--transcript", transcript, "--transcript-agent", "customer",
    ])
    #expect(swapped.code == 65)
    #expect(swapped.errors.contains("swapped"))
    #expect(swapped.text.contains("Not used"))
    for (arguments, code, words) in [
      (["--transcript", try file("a.json", "{}")], 65, "not in a known"),
      (["--transcript", folder.path + "/none"], 66, "No such file"),
      (["--transcript", transcript, "--recognize"], 64, "--transcript"),
      (["--transcript", transcript, "--transcript-format", "paper"], 64, "paper"),
      (["--transcript-agent", "Anna"], 64, "--transcript"),
      (["--words-in-reports"], 64, "words"),
      (["--transcript", transcript, "--phrases", try file("t", "[manners]\n")], 65, "line 1"),
      (["--transcript", transcript, other], 64, "one recording"),
      (["--transcript", transcript, "--segments", "a.rttm"], 64, "--segments"),
    ] {
      let found = try run(["analyze", call] + arguments)
      #expect(found.code == code, "\(arguments)")
      #expect(found.errors.contains(words), "\(found.errors)")
      #expect(found.errors.split(separator: "\n").count == 1)
      #expect(found.text.isEmpty)
    }
  }

  @Test func aTranscriptForEachPartyIsTakenAsTheirs() throws {
    func words(_ times: [(Double, Double)]) -> String {
      times.map { "{\"start\":\($0.0),\"end\":\($0.1),\"word\":\"well\"}" }
        .joined(separator: "\n")
    }
    let agent = try file("a.jsonl", words([(0.7, 1), (4.2, 4.8)]))
    let customer = try file("c.jsonl", words([(7, 7.5)]))
    let found = try run([
      "analyze", call, "--agent-transcript", agent, "--customer-transcript", customer,
      "--format", "json",
    ])
    #expect(found.code == 0)
    #expect(found.text.contains("\"words\":2") && found.text.contains("\"words\":1"))
  }

  /// The sample's captions as lines, with some that are none between them.
  private func lines(_ others: [String] = []) throws -> String {
    let text = try String(contentsOf: URL(fileURLWithPath: transcript), encoding: .utf8)
    func seconds(_ time: Substring) -> Double {
      time.split(separator: ":").reduce(0) { $0 * 60 + (Double($1) ?? 0) }
    }
    var lines: [String] = []
    for cue in text.components(separatedBy: "\n\n") {
      let parts = cue.split(separator: "\n")
      guard let place = parts.firstIndex(where: { $0.contains("-->") }) else { continue }
      let times = parts[place].split(separator: " ")
      let said = parts[(place + 1)...].joined(separator: " ").replacing("</v>", with: "")
      let end = try #require(said.firstIndex(of: ">"))
      let party = said[..<end].lowercased().contains("agent") ? "agent" : "customer"
      lines.append(
        "{\"party\":\"\(party)\",\"start\":\(seconds(times[0])),\"end\":\(seconds(times[2])),"
          + "\"text\":\"\(said[said.index(after: end)...])\"}")
    }
    lines.insert(contentsOf: others, at: 2)
    return lines.joined(separator: "\n")
  }

  /// What words tell, without when that was known.
  private func acts(_ text: String) -> [String] {
    text.split(separator: "\n").filter { line in
      ["utterance", "question", "playback", "phrase", "cut_in_pause"].contains {
        line.hasPrefix("{\"event\":\"\($0)\"")
      }
    }.map { String($0.replacing(/"at":[0-9.]+/, with: "")) }.sorted()
  }

  @Test func linesOfWordsBesideAReplayGiveWhatTheirTranscriptGives() throws {
    let analyzed = try run(["analyze", call, "--transcript", transcript, "--format", "jsonl"])
    let file = try file("live.jsonl", try lines(["hello", "", "{\"party\":\"agent\"}"]))
    let heard = try run([
      "monitor", "--replay", call, "--speed", "0", "--jsonl", "--transcript", file,
    ])
    #expect(heard.code == 0)
    #expect(!acts(heard.text).isEmpty && acts(heard.text) == acts(analyzed.text))
    let warnings = heard.errors.split(separator: "\n").filter { $0.contains("words:") }
    #expect(warnings.count == 1 && warnings[0].contains("line 3"), "\(heard.errors)")
    #expect(heard.text.contains("2 lines of words were left out"))
    #expect(!heard.text.contains("Brightline"))
    let quoted = try run([
      "monitor", "--replay", call, "--speed", "0", "--jsonl", "--transcript", file,
      "--words-in-reports",
    ])
    #expect(quoted.text.contains("Brightline"))
  }

  @Test func aSavedCallKeepsCountsOfItsWordsAndNoneOfThem() throws {
    let lines = try file("said.jsonl", try lines())
    let place = folder.appendingPathComponent("data")
    let program = try MonitorProcess(
      [
        "monitor", "--replay", call, "--speed", "0", "--jsonl", "--transcript", lines, "--save",
        "--words-in-reports",
      ], after: "export XDG_DATA_HOME='\(place.path)'")
    _ = try program.rest()
    #expect(try program.end().code == 0)
    let kept = place.appendingPathComponent("interject/calls")
    let names = try FileManager.default.contentsOfDirectory(atPath: kept.path)
    let name = try #require(names.first { $0.hasSuffix(".json") })
    let text = try String(contentsOf: kept.appendingPathComponent(name), encoding: .utf8)
    #expect(text.contains("\"questions\"") && text.contains("\"wording\""))
    #expect(!text.contains("Brightline") && !text.contains("connection"))
  }

  @Test func linesThatCannotBeHadAreSaidInOne() throws {
    for (arguments, code, words) in [
      (["--transcript", folder.path + "/none"], 66, "No such file"),
      (["--transcript", folder.path], 66, "folder"),
      (["--transcript-agent", "2"], 64, "--transcript"),
      (["--words-in-reports"], 64, "--transcript"), (["--phrases", "a"], 64, "--transcript"),
      (["--transcript", call], 64, "--replay"),
    ] {
      let found = try run(["monitor", "--replay", call, "--speed", "0", "--plain"] + arguments)
      #expect(found.code == code, "\(arguments)")
      #expect(found.errors.contains(words), "\(found.errors)")
    }
  }

  @Test func theTableIsPrintedAndTried() throws {
    let table = try run(["phrases"])
    #expect(table.code == 0 && table.text.contains("[open question]"))
    let own = try file("own.txt", "[thanks]\nbrightline\n")
    let found = try run(["phrases", "--phrases", own, "--test", transcript])
    #expect(found.code == 0)
    #expect(found.text.contains("agent: thanks: Thank you for calling Brightline"))
    #expect(!found.text.contains("goodbye") && !found.text.contains("closing"))
    #expect(try run(["phrases", "--phrases", own]).text == "[thanks]\nbrightline")
  }
}
