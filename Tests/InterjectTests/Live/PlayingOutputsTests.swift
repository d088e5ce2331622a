import SoundServer
import Testing

@testable import LiveCapture

@Suite struct PlayingOutputsTests {
  private static func state(players: [SoundStream]) -> SoundServerState {
    var state = SoundServerState()
    state.sinks = [
      SoundDevice(index: 0, name: "headset", description: "Headset"),
      SoundDevice(index: 1, name: "speakers", description: "Speakers"),
    ]
    state.players = players
    return state
  }

  @Test func outputsThatPlayAreNamedWithTheirPrograms() {
    let state = Self.state(players: [
      SoundStream(index: 1, device: 1, process: 4, program: "Softphone"),
      SoundStream(index: 2, device: 0, process: 5, program: "Interject"),
    ])
    #expect(PlayingOutputs.names(state, process: 5) == ["speakers (Softphone)"])
  }

  @Test func theOutputThatIsHeardIsNoOther() {
    var state = Self.state(players: [
      SoundStream(index: 1, device: 0, process: 4, program: "Softphone"),
      SoundStream(index: 2, device: 1, process: 4, program: "Music"),
    ])
    state.sources = [
      SoundDevice(index: 7, name: "headset.monitor", description: "Headset", monitored: 0),
      SoundDevice(index: 8, name: "speakers.monitor", description: "Speakers", monitored: 1),
    ]
    state.listeners = [
      SoundStream(index: 3, device: 7, process: 5), SoundStream(index: 4, device: 8, process: 6),
    ]
    #expect(PlayingOutputs.names(state, process: 5) == ["speakers (Music)"])
  }

  @Test func whereNothingPlaysThereAreNone() {
    #expect(PlayingOutputs.names(Self.state(players: []), process: 5) == [])
  }
}
