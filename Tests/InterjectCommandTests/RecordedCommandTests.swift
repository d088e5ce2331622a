import Foundation
import LiveFixtures
import Testing

/// Commands that hear a recording where they would hear a headset, and what they keep of it.
@Suite struct RecordedCommandTests {
  private let interject: CommandRun
  private let sample = LiveSamples.path("support-call.wav")

  init() throws { interject = try CommandRun() }

  @Test func aRecordingIsCheckedLikeASetUp() throws {
    let right = try interject(["check", "--replay", sample])
    #expect(right.code == 0, "\(right.errors)\(right.text)")
    #expect(right.text.contains("The set-up is right."))
    let same = try SampleSound.write([0, 0], to: interject.path("same.wav"))
    let wrong = try interject(["check", "--replay", same, "--json"])
    #expect(wrong.code == 1, "\(wrong.errors)\(wrong.text)")
    #expect(wrong.text.contains(#""code""#))
  }

  @Test func aRecordedTraineeIsScoredAndTheScoresAreKept() throws {
    let trainee = try SampleSound.write([0], to: interject.path("trainee.wav"))
    let run = try interject([
      "practice", "--trainee", trainee, "--save", "--all", "--record", interject.path("p.wav"),
      "--difficulty", "easy",
    ])
    #expect(run.code == 0, "\(run.errors)")
    #expect(run.lines.count > 8, "\(run.text)")
    #expect(try Data(contentsOf: URL(fileURLWithPath: interject.path("p.wav"))).count > 100_000)
    let progress = try interject(["practice", "--progress"])
    #expect(progress.code == 0 && progress.text.contains("easy"), "\(progress.text)")
    let list = try interject(["practice", "--list"])
    #expect(list.code == 0 && list.lines.count >= 3)
  }

  @Test func theTraineesWordsBringTheDrillThatNeedsThem() throws {
    let times = [(0.7, 1.0), (4.2, 4.8), (10.0, 10.4)]
    let words = try interject.write(
      "words.jsonl",
      times.map { "{\"start\":\($0.0),\"end\":\($0.1),\"word\":\"well\"}\n" }.joined())
    let trainee = try SampleSound.write([0], to: interject.path("trainee.wav"))
    let without = try interject(["practice", "--trainee", trainee])
    let need = "needs your words: --transcript or --recognize"
    #expect(without.code == 0 && without.text.contains(need), "\(without.text)")
    let run = try interject(["practice", "--trainee", trainee, "--transcript", words])
    #expect(run.code == 0 && !run.text.contains("needs your words"), "\(run.errors)\(run.text)")
  }

  @Test func aSavedCallIsListedShownAndForgotten() throws {
    #expect(try interject(["history"]).text.hasPrefix("No calls are saved yet"))
    for _ in 0..<2 {
      let saved = try interject([
        "monitor", "--replay", sample, "--speed", "0", "--line", "--save", "--keep", "10000",
        "--started", "2026-11-02T09:15:30Z", "--marks", interject.path(UUID().uuidString),
      ])
      #expect(saved.code == 0, "\(saved.errors)")
    }
    let listed = try interject(["history", "list"])
    #expect(listed.lines.count == 2 && listed.text.contains("2026-11-02 09:15"), "\(listed.text)")
    #expect(try interject(["history", "--format", "json"]).text.contains("20261102T091530Z"))
    #expect(try interject(["history", "show", "1"]).text.contains("Listening"))
    #expect(try interject(["history", "show", "1", "--format", "json"]).text.hasPrefix("{"))
    #expect(try interject(["trends"]).code == 0)
    #expect(try interject(["history", "forget", "1"]).code == 64)
    #expect(try interject(["history", "forget", "--force", "1"]).code == 0)
    #expect(try interject(["history", "show", "1"]).code == 66)
  }

  @Test func theSpeedOfARecordingIsMeasured() throws {
    let run = try interject([
      "bench", "throughput", sample, "--rounds", "1", "--jobs", "2", "--json",
    ])
    #expect(run.code == 0, "\(run.errors)")
    #expect(run.text.contains(#""speed_up""#))
    let live = try interject(["bench", "throughput", "--live", "2", "--duration", "0.1"])
    #expect(live.code == 0 && live.text.contains("calls at full load"), "\(live.text)")
  }

  @Test func theDelaysOfARecordingAreMeasuredAgainstItsReference() throws {
    let reference = LiveSamples.path("support-call.reference.json")
    let run = try interject(["bench", "latency", sample, "--reference", reference])
    #expect(run.code == 0, "\(run.errors)")
    #expect(run.text.contains("interruptions"))
    let mono = try interject(["bench", "latency", "--reference", reference, reference])
    #expect(mono.code == 65 && !mono.errors.contains("--raw"), "\(mono.errors)")
    let labels = try interject.write("labels.txt", "500\t501\tagent\n")
    #expect(try interject(["bench", "latency", sample, "--reference", labels]).code == 65)
  }

  @Test func aManifestNamesCallsAndTheirKinds() throws {
    let other = LiveSamples.path("noisy-line.wav")
    let list = try interject.write(
      "calls.csv",
      "path,call,agent,queue,transcript\n\(sample),one,Ann,billing,"
        + "\(LiveSamples.path("support-call.vtt"))\n\(other),two,Ben,sales,\n/nowhere.wav,three,,,\n"
    )
    let arguments = [
      "analyze", "--manifest", list, "--output", interject.path("o"), "--format", "json,csv",
      "--jobs", "2",
    ]
    let run = try interject(arguments)
    #expect(run.code == 66 || run.code == 65, "\(run.errors)")
    #expect(run.errors.contains("2 analyzed, 1 failed"), "\(run.errors)")
    #expect(try interject.read("o/one.json").contains("billing"))
    let again = try interject(arguments + ["--resume"])
    #expect(again.errors.contains("2 already done"), "\(again.errors)")
    let team = try interject(["team", interject.path("o"), "--by", "queue"])
    #expect(team.code == 0, "\(team.errors)")
  }

  @Test func aNameSaysWhoseCallItIs() throws {
    let folder = interject.path("calls")
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    for name in ["Ann-17.wav", "odd.wav"] {
      try FileManager.default.copyItem(atPath: sample, toPath: "\(folder)/\(name)")
    }
    let run = try interject([
      "analyze", folder, "--name", "{agent}-{call}", "--format", "csv", "--jobs", "1",
    ])
    #expect(run.code == 64 || run.code == 65, "\(run.errors)")
    #expect(run.text.contains("Ann") && run.errors.contains("odd.wav"), "\(run.errors)")
  }
}
