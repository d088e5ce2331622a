import ArgumentParser
import Conversation
import Preferences
import Setup
import SoundServer
import Testing

@testable import InterjectCommand

/// Which devices a check says that it hears, and what it keeps of the choice.
@Suite struct CheckDeviceTests {
  /// A sound server with a headset, whose output and microphone are the defaults, and loudspeakers.
  private static let server = {
    var state = SoundServerState()
    for (index, name) in ["headset", "speakers"].enumerated() {
      state.sinks.append(SoundDevice(index: index, name: name, description: "The \(name)"))
      state.sources.append(
        SoundDevice(
          index: 10 + index, name: "\(name).monitor", description: "Monitor of the \(name)",
          monitored: index))
    }
    state.sources.append(SoundDevice(index: 20, name: "mic", description: "Microphone"))
    state.sources.append(SoundDevice(index: 21, name: "line", description: "", isMuted: true))
    state.players = [
      SoundStream(index: 1, device: 1, process: 4, program: "Softphone"),
      SoundStream(index: 2, device: 1, process: nil, program: "loopback"),
    ]
    (state.defaultSink, state.defaultSource) = ("headset", "mic")
    return state
  }()

  private func names(_ arguments: [String] = []) throws -> MonitorNames {
    let options = try MonitorDevices.parse(arguments)
    return try MonitorNames(agent: options.agent, customer: options.customer)
  }

  @Test func withoutAServerDevicesHaveTheNamesThatWereGiven() throws {
    let around = CheckDevices(try names(["--agent", "hw:0", "--customer", "hw:1"]))
      .surroundings(in: nil, moved: PartyPair(repeating: nil))
    #expect(around.heard.agent.name == "hw:0" && around.heard.customer.name == "hw:1")
    #expect(around.outputs.isEmpty)
  }

  @Test func aStreamThatTheServerHasMovedIsWhereItWasMoved() throws {
    let around = CheckDevices(try names(["--agent", "hw:0", "--customer", "hw:1"])).surroundings(
      in: Self.server, moved: PartyPair(agent: "line", customer: "speakers.monitor"))
    #expect(around.heard.agent == SetupDevice(name: "line", description: "", isMuted: true))
    // What an output plays has the output's name, with the programs that play there.
    #expect(around.heard.customer.name == "speakers")
    #expect(around.heard.customer.programs == ["Softphone"])
    #expect(around.microphones.map(\.name) == ["mic"])
    #expect(around.outputs.map(\.name) == ["headset"])
  }

  @Test func anInputMayBeTheCustomer() throws {
    let around = CheckDevices(try names(["--agent", "hw:0", "--customer", "hw:1"])).surroundings(
      in: Self.server, moved: PartyPair(agent: nil, customer: "line"))
    #expect(around.heard.agent.name == "hw:0")
    #expect(around.heard.customer.name == "line")
  }

  private static let around = SetupSurroundings(
    heard: PartyPair(agent: SetupDevice(name: "mic"), customer: SetupDevice(name: "headset")))

  @Test func whatIsKeptIsWhatWasNamed() throws {
    let run = try CommandRun()
    let path = run.path("config.toml")
    let choice = CheckChoice(try SettingsOptions.parse(["--config", path]))
    #expect(try choice.path() == path)
    #expect(try choice.preference().devices.agent == nil)
    let none = choice.texts(of: try MonitorDevices.parse([]), Self.around)
    #expect(none.isEmpty)
    let options = try MonitorDevices.parse(["--customer", "head", "--agent-channel", "2"])
    let texts = choice.texts(of: options, Self.around)
    #expect(texts.map { "\($0.name)=\($0.value)" } == ["agent_channel=2", "customer=headset"])
    #expect(try choice.isNew(texts))
    try choice.keep(texts)
    #expect(try !choice.isNew(texts))
    #expect(try choice.preference().devices.customer?.value == "headset")
  }

  @Test func aChannelOfAnotherDeviceIsNotKept() throws {
    let run = try CommandRun()
    let path = try run.write(
      "config.toml", "[monitor]\ncustomer = \"old\"\ncustomer_channel = \"3\"\n")
    let choice = CheckChoice(try SettingsOptions.parse(["--config", path]))
    let named = choice.texts(of: try MonitorDevices.parse(["--customer", "head"]), Self.around)
    #expect(named.map { "\($0.name)=\($0.value)" } == ["customer=headset", "customer_channel=1"])
    #expect(try choice.isNew(named))
    let shared = choice.texts(
      of: try MonitorDevices.parse(["--agent", "head", "--customer", "head"]), Self.around)
    #expect(shared.last?.value == "2")
  }

  @Test func anAddressLeadsFromTheFolderOfAPageToAFile() {
    #expect(RelativeAddress.of("/a/b/call.html", from: "/a/b") == "call.html")
    #expect(
      RelativeAddress.of("/a/calls/call 1.html", from: "/a/team/x") == "../../calls/call%201.html")
    #expect(RelativeAddress.of("/a/caf\u{E9}.html", from: "/") == "a/caf%C3%A9.html")
  }
}
