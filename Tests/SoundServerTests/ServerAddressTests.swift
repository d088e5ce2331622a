import Testing

@testable import SoundServer

@Suite struct ServerAddressTests {
  @Test(arguments: ["tcp:10.0.0.1:4713", "tcp6:host", "desk", "{1b2c}tcp:host"])
  func anotherMachineIsRemote(_ address: String) {
    #expect(ServerAddress(address).isRemote)
  }

  @Test(arguments: ["", "unix:/run/user/1000/native", "/run/pulse/native", "{1b2c}unix:/tmp/n"])
  func aSocketIsNot(_ address: String) {
    #expect(!ServerAddress(address).isRemote)
  }

  @Test func programsThatPlayAreKnownByOutput() {
    var server = ServerScript()
    server.state.players = [
      SoundStream(index: 1, device: 0, process: 5, program: "Firefox"),
      SoundStream(index: 2, device: 0, process: 5, program: "Firefox"),
      SoundStream(index: 3, device: 0, process: 6, program: "Music", isPaused: true),
      SoundStream(index: 4, device: 1, process: 7, program: "Interject"),
    ]
    #expect(server.state.programs(playingOn: server.state.sinks[0]) == ["Firefox"])
    #expect(server.state.programs(playingOn: server.state.sinks[1], besides: 7) == [])
  }

  @Test func aWordOfTheServersIsAChoice() {
    let state = ServerScript().state
    #expect(SourceChoice(word: "").source(in: state)?.name == "headset-mic")
    #expect(SourceChoice(word: "@DEFAULT_MONITOR@").source(in: state)?.name == "headset.monitor")
    #expect(SourceChoice(word: "speakers").source(in: state)?.name == "speakers.monitor")
    #expect(SourceChoice(word: "mic").source(in: state)?.name == "mic")
    #expect(SourceChoice(word: "other").source(in: state) == nil)
  }
}
