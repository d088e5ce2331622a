import Foundation
import SoundServer
import Testing

@testable import AlsaCapture

/// What a name leads to, by ALSA's configuration alone.
@Suite struct AlsaDefinitionTests {
  private func definition(_ name: String) throws -> AlsaLibrary.Definition? {
    let file = FileManager.default.temporaryDirectory
      .appendingPathComponent("interject-\(UUID().uuidString).conf")
    defer { try? FileManager.default.removeItem(at: file) }
    try """
    pcm.headset { type pulse device "headset.monitor" }
    pcm.plain { type pulse device "" }
    pcm.far { type pulse server "tcp:desk" }
    pcm.native { type pipewire capture_node "-1" }
    pcm.converted { type plug slave.pcm "headset" }
    pcm.inline { type plug slave.pcm { type pulse device "mic" } }
    pcm.both { type asym capture.pcm "converted" playback.pcm "card" }
    pcm.circle { type plug slave.pcm "circle" }
    pcm.card { type hw card 3 }
    pcm.output { @args [ DEVICE ] @args.DEVICE { type string default "" } type pulse device $DEVICE }
    """.write(to: file, atomically: true, encoding: .utf8)
    return AlsaLibrary.definition(of: name, configurationFile: file.path)
  }

  @Test(arguments: [
    ("headset", SourceChoice.named("headset.monitor")), ("plain", .defaultSource),
    ("native", .defaultSource), ("converted", .named("headset.monitor")),
    ("inline", .named("mic")), ("both", .named("headset.monitor")),
    ("output:DEVICE=@DEFAULT_MONITOR@", .defaultMonitor), ("output:DEVICE='a b'", .named("a b")),
  ])
  func aDeviceOfTheSoundServersAsksForASource(name: String, choice: SourceChoice) throws {
    #expect(try definition(name)?.choice == choice)
  }

  @Test(arguments: ["card", "circle", "missing"])
  func othersDoNot(_ name: String) throws {
    #expect(try definition(name)?.choice == nil)
  }

  @Test func aServerOfItsOwnIsToldAndNotAsked() throws {
    let far = try #require(try definition("far"))
    #expect(far.server == "tcp:desk")
    #expect(far.choice == nil)
  }
}
