import SoundServer
import Testing

@testable import AlsaCapture

@Suite struct PlayedOutputTests {
  private static func state(_ software: String, sink: String? = "headset") -> SoundServerState {
    var state = SoundServerState()
    state.software = software
    state.defaultSink = sink
    state.sinks = [SoundDevice(index: 4, name: "headset", description: "")]
    state.sources = [
      SoundDevice(index: 5, name: "headset.monitor", description: "", monitored: 4)
    ]
    return state
  }

  /// PipeWire takes the microphone where it is asked for `@DEFAULT_MONITOR@`.
  @Test func pipeWireIsAskedForTheDefaultOutputByItsName() throws {
    let state = Self.state("PulseAudio (on PipeWire 0.3.65)")
    #expect(try PlayedOutput.name(in: state) == "pulse:DEVICE=headset.monitor")
  }

  @Test func pulseAudioKnowsItsOwnWord() throws {
    let state = Self.state("pulseaudio")
    #expect(try PlayedOutput.name(in: state) == "pulse:DEVICE=@DEFAULT_MONITOR@")
  }

  /// A server that is still starting would give the microphone for the customer.
  @Test(arguments: [nil, "other"])
  func anOutputThatNobodyNamesCannotBeReached(_ sink: String?) {
    let error = #expect(throws: CaptureError.self) {
      try PlayedOutput.name(in: Self.state("PulseAudio (on PipeWire 1.2)", sink: sink))
    }
    #expect(error?.code == .unreachable)
    #expect(error?.device == CaptureDeviceList.monitorName)
  }

  @Test func otherNamesAreOpenedAsTheyAre() throws {
    #expect(try PlayedOutput.resolved("plughw:1") == "plughw:1")
  }

  @Test func namesWithOddSignsAreQuoted() {
    #expect(CaptureRequest.device(hearing: "a.b-c_1") == "pulse:DEVICE=a.b-c_1")
    #expect(CaptureRequest.device(hearing: "My mic, 2") == "pulse:DEVICE='My mic, 2'")
  }
}
