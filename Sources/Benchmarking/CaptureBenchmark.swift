public import AlsaCapture
import Conversation
import Glibc

/// Measures a capture device: its periods, what wakes us how late, what is lost, how its clock runs.
public struct CaptureBenchmark {
  /// How long to listen, in seconds.
  public var seconds: Double

  /// Creates a benchmark.
  public init(seconds: Double = 10) {
    self.seconds = seconds
  }

  /// Listens to a device; `isStopped` ends it early.
  public func run(
    _ request: CaptureRequest, isStopped: () -> Bool = { false }
  ) throws(CaptureError) -> MeasurementReport {
    var stream = try CaptureStream.start(try CaptureDevice.open(request))
    var intervals = DelayHistogram()
    var deviations = DelayHistogram()
    var wakes = DelayHistogram()
    var clock = ClockFit()
    var last: Int64?
    let begun = Stopwatch.wall
    while Stopwatch.wall - begun < Int(seconds * 1e9), !isStopped() {
      stream.wait(milliseconds: 100)
      while let piece = stream.next() {
        guard case .frames(let frames, let rate, let end) = piece else {
          // What is unknown has no period, and the clock may have changed with the device.
          last = nil
          clock = ClockFit()
          continue
        }
        wakes.record(Stopwatch.wall - Int(end))
        let nominal = Double(frames) * 1e9 / Double(rate)
        clock.add(length: nominal, end: end)
        if let last {
          intervals.record(Int(end - last))
          deviations.record(Int(abs(Double(end - last) - nominal)))
        }
        last = end
      }
    }
    let counters = stream.counters
    let format = stream.format
    stream.stop()
    var report = MeasurementReport(title: "Capture")
    report.setting = [
      ("device", request.device), ("priority", Self.name(stream.scheduling)),
    ]
    report.add("rate", "sample rate", Double(format.rate), "Hz")
    report.add("period_frames", "period", Double(format.periodFrames), "frames")
    report.add("buffer_frames", "buffer", Double(format.bufferFrames), "frames")
    report.add("captured", "captured", Double(counters.captured), "frames")
    report.add("unknown", "unknown", Double(counters.unknown), "frames")
    report.add("overruns", "overruns", Double(counters.overruns))
    report.add("stalls", "stalls", Double(counters.stalls))
    report.add("io_errors", "input errors", Double(counters.ioErrors))
    report.add("losses", "losses of the device", Double(counters.losses))
    report.add("drift_ppm", "drift against the machine", clock.drift, "ppm", places: 1)
    report.add("period", "period", intervals)
    report.add("jitter", "jitter", deviations)
    report.add("wake_up", "capture to reader", wakes)
    return report
  }

  private static func name(_ scheduling: CaptureScheduling) -> String {
    switch scheduling {
    case .undecided: "undecided"
    case .ordinary: "ordinary"
    case .realtime: "real-time"
    case .denied(let error): "real-time denied (error \(error))"
    }
  }
}
