import Testing

@testable import AlsaCapture

@Suite struct SoundServerTests {
  /// PipeWire takes the microphone where it is asked for `@DEFAULT_MONITOR@`.
  @Test func pipeWireIsAskedForTheDefaultOutputByItsName() throws {
    let info = """
      Server Name: PulseAudio (on PipeWire 0.3.65)
      Server Version: 15.0.0
      Default Sink: alsa_output.usb-Headset-00.analog-stereo
      Default Source: alsa_input.usb-Headset-00.mono-fallback
      """
    #expect(
      try SoundServer.playedDevice(information: info)
        == "pulse:DEVICE=alsa_output.usb-Headset-00.analog-stereo.monitor")
  }

  @Test func pulseAudioKnowsItsOwnWord() throws {
    let info = "Server Name: pulseaudio\nDefault Sink: headset\n"
    #expect(
      try SoundServer.playedDevice(information: info) == "pulse:DEVICE=@DEFAULT_MONITOR@")
  }

  /// A server that is still starting would give the microphone for the customer.
  @Test(
    arguments: [
      "", "Connection failure: Connection refused\n",
      "Server Name: PulseAudio (on PipeWire 1.2)\n",
      "Server Name: PulseAudio (on PipeWire 1.2)\nDefault Sink: \n",
      "Server Name: PulseAudio (on PipeWire 1.2)\nDefault Sink: @DEFAULT_SINK@\n",
    ])
  func anOutputThatNobodyNamesCannotBeReached(_ information: String) throws {
    let error = #expect(throws: CaptureError.self) {
      try SoundServer.playedDevice(information: information)
    }
    #expect(error?.code == .unreachable)
    #expect(error?.device == CaptureDeviceList.monitorName)
  }

  @Test func otherNamesAreOpenedAsTheyAre() throws {
    #expect(try SoundServer.resolved("plughw:1") == "plughw:1")
  }
}
