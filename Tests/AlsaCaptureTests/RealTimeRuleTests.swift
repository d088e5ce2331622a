import AllocationMeter
import Realtime
import Testing

@testable import AlsaCapture

@Suite(.timeLimit(.minutes(60))) struct RealTimeRuleTests {
  /// The compiler proves the absence of locks; this counts what the running loop allocates.
  @Test(.enabled(if: ij_allocation_meter_works()), arguments: ["S16_LE", "S24_3LE", "FLOAT_LE"])
  func theCaptureLoopNeverAllocates(format: String) throws {
    let simulated = try SimulatedDevice(
      frames: Ramp.data(frames: 96_000, channels: 2, format: format), format: format,
      faults: "xrun@0.2:0.1 suspend@0.4:0.1 skip@0.6:0.2 eio@1.2:0.1 short@1.5:0.05")
    let request = simulated.request(channels: [2, 1])
    let device = try CaptureDevice.open(request)
    let control = CaptureControl(clock: simulated.clock)
    let samples = Ring<Float>(minimumCapacity: 192_000, filledWith: 0)
    let records = Ring<CaptureRecord>(
      minimumCapacity: 4096,
      filledWith: CaptureRecord(kind: .gap, reason: .lost, rate: 0, frames: 0, end: 0))
    let sampleReader = samples.reader
    var recordReader = records.reader
    var loop = CaptureLoop(
      settings: request.settings, channels: request.channels, samples: samples.writer,
      records: records.writer, control: control)
    loop.attach(device)
    let failure = loop.start(device.handle)
    #expect(failure == nil)
    var lost = 0
    let before = ij_allocations()
    for _ in 0..<600 where loop.step(device.handle) != nil { lost += 1 }
    let after = ij_allocations()
    #expect(after == before)
    #expect(lost == 0)
    var frames = 0
    var gaps = 0
    while let record = recordReader.take() {
      if record.kind == .block { frames += record.frames } else { gaps += 1 }
    }
    #expect(gaps == 4)
    let waiting = sampleReader.count
    #expect(frames * 2 == waiting)
    #expect(frames > 48_000)
    loop.detach()
  }
}
