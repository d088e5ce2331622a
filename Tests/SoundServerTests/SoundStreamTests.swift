import Testing

@testable import SoundServer

@Suite struct SoundStreamTests {
  @Test(arguments: [
    ("Firefox", "Firefox"), ("ALSA plug-in [baresip]", "baresip"), ("ALSA plug-in", "ALSA plug-in"),
    ("", ""),
  ])
  func aProgramThatPlaysThroughAlsaHasItsOwnName(told: String, shown: String) {
    #expect(SoundStream(index: 1, device: 0, program: told).program == shown)
  }
}
