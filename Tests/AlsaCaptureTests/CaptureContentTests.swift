import AlsaCapture
import Conversation
import Foundation
import Testing

@Suite(.timeLimit(.minutes(60))) struct CaptureContentTests {
  @Test(arguments: ["S16_LE", "S24_3LE", "S24_LE", "S32_LE", "FLOAT_LE"])
  func everyFormatArrivesExactly(format: String) throws {
    let length = 4800
    let device = try SimulatedDevice(
      frames: Ramp.data(frames: length, channels: 2, format: format), format: format)
    let captured = try Captured(device, channels: [1, 2], frames: length)
    let expected = (0..<length * 2).map { Ramp.sample(frame: $0 / 2, channel: $0 % 2) }
    #expect(captured.samples == expected)
    #expect(captured.gaps.isEmpty)
    #expect(captured.counters.isBalanced)
    #expect(captured.counters.captured == length)
  }

  @Test(arguments: [8_000, 11_025, 16_000, 22_050, 32_000, 44_100, 48_000, 96_000, 192_000])
  func everyRateIsTakenAsItIs(rate: Int) throws {
    let length = rate / 10
    let device = try SimulatedDevice(
      frames: Ramp.data(frames: length, channels: 1), rate: rate, channels: 1)
    let opened = try CaptureDevice.open(device.request())
    #expect(opened.format.rate == rate)
    #expect(opened.engineRate == (rate == 8000 ? .narrow : .wide))
    let captured = try Captured(device, frames: length)
    #expect(captured.samples == (0..<length).map { Ramp.sample(frame: $0, channel: 0) })
  }

  @Test(arguments: [1, 2, 3, 8, 32])
  func theChosenChannelsArriveInTheirOrder(channels: Int) throws {
    let length = 960
    let device = try SimulatedDevice(
      frames: Ramp.data(frames: length, channels: channels), channels: channels)
    let captured = try Captured(device, channels: [channels, 1], frames: length)
    let expected = (0..<length).flatMap { frame in
      [Ramp.sample(frame: frame, channel: channels - 1), Ramp.sample(frame: frame, channel: 0)]
    }
    #expect(captured.samples == expected)
  }

  @Test func aFullRingDropsTheNewestAndSaysSo() throws {
    let length = 48_000
    let device = try SimulatedDevice(frames: Ramp.data(frames: length, channels: 1), channels: 1)
    var request = device.request()
    request.settings.fullRing = .dropNewest
    request.settings.ringMilliseconds = 100
    let captured = try Captured(device, request: request, frames: length - 4800)
    #expect(captured.counters.isBalanced)
    #expect(captured.gaps.allSatisfy { $0.reason == .overrun })
    #expect(captured.counters.dropped >= captured.counters.unknown)
  }
}
