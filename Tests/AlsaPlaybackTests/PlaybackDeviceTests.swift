import Foundation
import Testing

@testable import AlsaPlayback

/// Outputs that need no sound card: one that takes everything at once, and one that writes a file.
@Suite struct PlaybackDeviceTests {
  private static let rate = 48_000

  /// What a file output was given: both sides of each sample.
  private static func played(
    _ play: (inout PlaybackDevice) -> Void
  ) throws -> [(left: Int16, right: Int16)] {
    let path = FileManager.default.temporaryDirectory
      .appendingPathComponent("interject-\(UUID().uuidString).raw").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    do {
      var device = try PlaybackDevice.open("file:FILE='\(path)',FORMAT=raw", rate: rate)
      device.start()
      play(&device)
      // A file is written a buffer at a time.
      for _ in 0..<100 { device.write([]) }
    }
    let samples = try Data(contentsOf: URL(fileURLWithPath: path)).withUnsafeBytes {
      Array($0.bindMemory(to: Int16.self))
    }
    return stride(from: 0, to: samples.count - 1, by: 2).map { (samples[$0], samples[$0 + 1]) }
  }

  @Test func aFrameIsHeardOnBothSidesBehindTheSilenceThatIsKeptAhead() throws {
    let frame = [Float](repeating: 0.25, count: Self.rate / 100)
    let samples = try Self.played { device in
      for _ in 0..<10 { device.write(frame) }
    }
    #expect(samples.allSatisfy { $0.left == $0.right })
    #expect(samples.count { $0.left == 8192 } == 10 * frame.count)
    let lead = try #require(samples.firstIndex { $0.left != 0 })
    #expect(lead >= PlaybackPace.usual * frame.count)
  }

  @Test func tooLoudSamplesAreClippedAndNotWrapped() throws {
    let samples = try Self.played { device in
      device.write([Float](repeating: 1.5, count: 100) + [Float](repeating: -1.5, count: 100))
    }
    #expect(samples.count { $0.left == .max } == 100)
    #expect(samples.count { $0.left == .min } == 100)
  }

  @Test func aFrameThatIsTooShortEndsInSilence() throws {
    let samples = try Self.played { $0.write([0.5]) }
    #expect(samples.count { $0.left != 0 } == 1)
  }

  @Test func anOutputThatHasFetchedAllHasRunDryAndIsKeptFurtherAhead() throws {
    var device = try PlaybackDevice.open("null", rate: 16_000)
    device.start()
    let faultsAtStart = device.faults
    for _ in 0..<5 { device.write([]) }
    let (name, faults, isGone, delay) = (device.name, device.faults, device.isGone, device.delay)
    #expect(name == "null" && !isGone)
    #expect(faultsAtStart == 0 && faults == 5)
    #expect(delay == 0)
  }

  @Test func anOutputThatIsNotThereIsUnknown() throws {
    let error = #expect(throws: PlaybackError.self) {
      _ = try PlaybackDevice.open("nowhere", rate: Self.rate)
    }
    #expect(error?.code == .unknown)
  }

  @Test func anOutputThatCannotPlayTheRateIsRefused() {
    #expect(throws: PlaybackError.self) { _ = try PlaybackDevice.open("null", rate: 0) }
  }

  @Test(arguments: [
    (ENODEV, PlaybackError.Code.unknown, "there is no such output"),
    (EBUSY, .busy, "another program is using it"), (EAGAIN, .busy, "another program is using it"),
    (EACCES, .forbidden, "you may not open it"),
    (ECONNREFUSED, .unreachable, "the sound server does not answer"),
    (EINVAL, .failed, "Invalid argument"),
  ])
  func aFailureSaysWhatIsWrong(_ number: Int32, _ code: PlaybackError.Code, _ reason: String) {
    let error = PlaybackError(device: "hw:0", systemError: number)
    #expect(error.code == code)
    #expect(error.description == "opening output 'hw:0' failed: \(reason)")
  }
}
