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

  @Test func whereNothingPlaysThereAreNone() {
    #expect(PlayingOutputs.names(Self.state(players: []), process: 5) == [])
  }
}
