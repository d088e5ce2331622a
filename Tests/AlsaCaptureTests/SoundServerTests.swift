import Testing

@testable import AlsaCapture

@Suite struct SoundServerTests {
  /// PipeWire takes the microphone where it is asked for `@DEFAULT_MONITOR@`.
  @Test func pipeWireIsAskedForTheDefaultOutputByItsName() {
    let info = """
      Server Name: PulseAudio (on PipeWire 0.3.65)
      Server Version: 15.0.0
      Default Sink: alsa_output.usb-Headset-00.analog-stereo
      Default Source: alsa_input.usb-Headset-00.mono-fallback
      """
    #expect(
      SoundServer.playedSource(info: info) == "alsa_output.usb-Headset-00.analog-stereo.monitor")
  }

  @Test func pulseAudioKnowsItsOwnWord() {
    let info = "Server Name: pulseaudio\nDefault Sink: headset\n"
    #expect(SoundServer.playedSource(info: info) == nil)
    #expect(SoundServer.playedSource(info: "") == nil)
    #expect(SoundServer.playedSource(info: "Server Name: PulseAudio (on PipeWire 1.2)") == nil)
  }

  @Test func otherNamesAreOpenedAsTheyAre() {
    #expect(SoundServer.resolved("plughw:1") == "plughw:1")
  }
}
