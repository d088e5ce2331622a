import AlsaCapture
import Foundation
import SimulatedCapture
import Testing

@Suite struct CaptureErrorTests {
  private func error(_ device: SimulatedDevice, _ change: (inout CaptureRequest) -> Void)
    -> CaptureError?
  {
    var request = device.request()
    change(&request)
    do throws(CaptureError) {
      _ = try CaptureDevice.open(request)
      return nil
    } catch {
      return error
    }
  }

  @Test func anUnknownNameIsNamed() throws {
    let device = try SimulatedDevice(frames: Data(count: 960))
    let error = try #require(error(device) { $0.device = "nonsense" })
    #expect(error.code == .unknownDevice)
    #expect(
      error.description
        == "opening capture device 'nonsense' failed: there is no such capture device; "
        + "name another device")
  }

  @Test func aChannelThatTheDeviceLacksIsNamed() throws {
    let device = try SimulatedDevice(frames: Data(count: 960), channels: 2)
    let error = try #require(error(device) { $0.channels = [1, 3] })
    #expect(error.code == .unsupported)
    #expect(
      error.description.hasPrefix(
        "choosing channel 3 of 'microphone' failed: the device does not have it; "))
  }

  @Test(arguments: [0, -1, 33]) func aChannelThatCannotBeIsRefused(channel: Int) throws {
    let device = try SimulatedDevice(frames: Data(count: 960))
    #expect(try #require(error(device) { $0.channels = [channel] }).code == .unsupported)
  }

  @Test(arguments: [4000, 384_000]) func aRateOutsideTheRangeIsRefused(rate: Int) throws {
    let device = try SimulatedDevice(frames: Data(count: 960), rate: rate)
    #expect(try #require(error(device) { _ in }).code == .unsupported)
  }

  @Test func anUnpluggedDeviceIsGone() throws {
    let device = try SimulatedDevice(frames: Data(count: 960))
    device.world.pointee.absent_until = .max
    #expect(try #require(error(device) { _ in }).code == .gone)
  }

  @Test func aFormatThatIsNotUnderstoodIsRefused() throws {
    let device = try SimulatedDevice(frames: Data(count: 960), format: "MU_LAW")
    #expect(try #require(error(device) { _ in }).code == .unsupported)
  }

  @Test func aDeniedPriorityIsReportedAndCaptureWorks() throws {
    let device = try SimulatedDevice(frames: Data(count: 9600))
    var request = device.request()
    // No system grants it, not even to the superuser.
    request.settings.realtimePriority = 1000
    let opened = try CaptureDevice.open(request)
    var stream = try CaptureStream.start(opened)
    var patience = 3000
    while stream.position < 480 && patience > 0 {
      guard stream.next() == nil else { continue }
      stream.wait(milliseconds: 10)
      patience -= 1
    }
    let scheduling = stream.scheduling
    #expect(scheduling == .denied(22))
    let position = stream.position
    #expect(position >= 480)
  }

  @Test func onlyADenialOfPriorityIsNoticed() {
    #expect(CaptureScheduling.denied(1).notice?.contains("rtprio") == true)
    #expect(CaptureScheduling.realtime.notice == nil)
    #expect(CaptureScheduling.ordinary.notice == nil)
  }
}
