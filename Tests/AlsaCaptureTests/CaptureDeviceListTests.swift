import AlsaCapture
import Foundation
import Testing

@Suite struct CaptureDeviceListTests {
  @Test func aDeviceIsListedWithWhatItOffers() throws {
    let device = try SimulatedDevice(
      frames: Data(count: 9600), format: "S32_LE", rate: 44_100, channels: 6)
    let list = try CaptureDeviceList.current(configurationFile: device.configuration.path)
    #expect(list.devices.map(\.name) == ["microphone"])
    #expect(list.devices.first?.channels == 6...6)
    #expect(list.devices.first?.rates == 44_100...44_100)
    #expect(list.defaultName == nil)
    #expect(list.playedName == nil)
  }

  @Test func anUnpluggedDeviceIsNotListed() throws {
    let device = try SimulatedDevice(frames: Data(count: 9600), end: "unplug")
    try Self.define(
      """
      pcm.gone { type hw card 31 }
      pcm.null { type null }
      pcm.default { type null }
      """, in: device)
    let list = try CaptureDeviceList.current(configurationFile: device.configuration.path)
    #expect(list.devices.map(\.name) == ["microphone", "default"])
    #expect(list.defaultName == "default")
  }

  @Test func whatTheHeadsetPlaysIsFoundUnderTheServersName() throws {
    let device = try SimulatedDevice(frames: Data(count: 9600))
    try Self.define(
      """
      pcm.pulse {
        @args [ DEVICE ]
        @args.DEVICE { type string default "" }
        type null
      }
      """, in: device)
    let list = try CaptureDeviceList.current(configurationFile: device.configuration.path)
    #expect(list.playedName == "pulse:DEVICE=@DEFAULT_MONITOR@")
  }

  private static func define(_ text: String, in device: SimulatedDevice) throws {
    let defined = try String(contentsOf: device.configuration, encoding: .utf8)
    try (defined + "\n" + text + "\n")
      .write(to: device.configuration, atomically: true, encoding: .utf8)
  }
}
