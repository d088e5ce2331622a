import Foundation
import Glibc
import LiveFixtures
import Testing

/// What the commands do with devices, run as the program that it is; a second of sound is enough.
@Suite(.timeLimit(.minutes(60))) struct DeviceCommandTests {
  private let interject: CommandRun
  private let headset: SimulatedHeadset

  init() throws {
    interject = try CommandRun()
    headset = try SimulatedHeadset(in: interject)
  }

  private func run(_ arguments: [String]) throws -> CommandRun.Ending {
    try interject(arguments, variables: headset.variables)
  }

  private static let both = ["--agent", "headset", "--customer", "headset"]

  @Test func twoChannelsOfADeviceAreTheParties() throws {
    let record = interject.path("call.wav")
    let run = try run(
      ["monitor", "--jsonl", "--duration", "1", "--record", record, "--timing"] + Self.both)
    #expect(run.code == 0, "\(run.errors)")
    #expect(run.text.contains(#""parties":{"agent":"channel 1","customer":"channel 2"}"#))
    #expect(run.lines.last?.hasPrefix(#"{"event":"summary""#) == true)
    #expect(run.errors.contains("decides what device names mean"), "\(run.errors)")
    #expect(run.errors.contains("engine: "))
    #expect(try Data(contentsOf: URL(fileURLWithPath: record)).count > 30_000)
  }

  @Test(arguments: ["--line", "--plain"])
  func whatIsHeardIsNamedForPeople(_ mode: String) throws {
    let run = try run(
      ["monitor", mode, "--duration", "1", "--customer-channel", "1", "--agent-channel", "right"]
        + Self.both)
    #expect(run.code == 0)
    let heard = "agent = channel 2, customer = channel 1 of headset"
    #expect((run.text + run.errors).contains(heard), "\(run.text)\(run.errors)")
  }

  @Test func oneChannelForBothPartiesIsRefused() throws {
    let run = try run(["monitor", "--customer-channel", "1"] + Self.both)
    #expect(run.code == 64 && run.errors.contains("channel 1"), "\(run.errors)")
  }

  @Test func theDevicesOfTheSettingsAreHeard() throws {
    let settings = try interject.write(
      "config.toml",
      "[monitor]\nagent = \"headset\"\nagent_channel = \"2\"\ncustomer = \"headset\"\n"
        + "customer_channel = \"left\"\n")
    let run = try run(["monitor", "--jsonl", "--duration", "1", "--config", settings])
    #expect(run.code == 0, "\(run.errors)")
    #expect(run.text.contains(#""parties":{"agent":"channel 2","customer":"channel 1"}"#))
  }

  @Test func devicesAreListed() throws {
    let text = try run(["devices"])
    #expect(text.code == 0, "\(text.errors)")
    #expect(text.text.contains("agent by default:") && text.text.contains("customer by default:"))
    let json = try run(["devices", "--json"])
    let list = try #require(
      JSONSerialization.jsonObject(with: Data(json.text.utf8)) as? [String: Any])
    #expect(list["devices"] is [Any] && list["server"] is NSNull)
  }

  @Test func aCaptureDeviceIsMeasured() throws {
    let run = try run(["bench", "capture", "--agent", "headset", "--duration", "0.3", "--json"])
    #expect(run.code == 0, "\(run.errors)")
    #expect(run.text.contains(#""rate""#) && run.text.contains(#""jitter""#))
  }

  @Test func theDelayFromSoundToEventIsMeasuredAlsoWhereNothingIsHeard() throws {
    let run = try run([
      "bench", "capture", "--agent", "headset", "--play", "out", "--duration", "0.3",
    ])
    #expect(run.code == 0, "\(run.errors)")
    #expect(run.text.contains("From sound to event"), "\(run.text)")
    #expect(run.text.contains("speech starts"))
  }

  @Test func aSetUpIsChecked() throws {
    let run = try run(["check", "--duration", "1", "--json"] + Self.both)
    #expect(run.code == 1, "nobody can be judged in a second: \(run.errors)")
    #expect(run.text.contains(#""findings""#))
    let written = try self.run(
      ["check", "--duration", "1", "--write", "--config", interject.path("new.toml")] + Self.both)
    #expect(written.code == 1)
    #expect(written.errors.contains("nothing was saved: the set-up is not right"))
    #expect(!FileManager.default.fileExists(atPath: interject.path("new.toml")))
  }

  @Test func aPracticeThatIsInterruptedSumsUp() throws {
    let program = try MonitorProcess(
      ["practice", "--agent", "headset", "--output", "out", "--record", interject.path("p.wav")],
      after: "export \(headset.variables) PULSE_SERVER=unix:/nowhere; exec </dev/null")
    // The title, the story, nothing, and then what happens, with its time.
    for _ in 0..<3 { _ = try program.firstLine() }
    #expect(try program.firstLine().contains(":"))
    program.send(SIGINT)
    let rest = try program.rest()
    let end = try program.end()
    #expect(end.code == 130, "\(end.errors)")
    #expect(end.errors.contains("microphone headset, output out"), "\(end.errors)")
    let ending = "you ended it before the customer had finished the story"
    #expect(rest.contains { $0.contains(ending) })
    #expect(try Data(contentsOf: URL(fileURLWithPath: interject.path("p.wav"))).count > 10_000)
  }

  @Test func aDeviceThatIsNotThereIsNamed() throws {
    let output = try run(["practice", "--agent", "headset", "--output", "nowhere"])
    #expect(output.code == 69)
    #expect(
      output.errors.hasSuffix(
        "opening output 'nowhere' failed: there is no such output; 'interject devices' lists the "
          + "outputs\n"), "\(output.errors)")
    let microphone = try run(["practice", "--agent", "nowhere"])
    #expect(microphone.code == 69 && microphone.errors.contains("nowhere"), "\(microphone.errors)")
  }
}
