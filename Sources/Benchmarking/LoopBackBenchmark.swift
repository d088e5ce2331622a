public import AlsaCapture
public import Conversation
import Live
import LiveCapture

/// Measures the delay from a sound to its event: plays a call of known timing into an output and
/// hears it through a device, such as the monitor of a null sink.
///
/// The delay is reported as a whole and in its parts: algorithmic, in audio heard after the onset; capture
/// and compute, from when the last of that audio sounded to the event; and compute alone.
public struct LoopBackBenchmark {
  /// How much of the built-in call is played, in seconds.
  public var seconds: Double
  private let configuration: Configuration

  /// Creates a benchmark.
  public init(seconds: Double = 30, configuration: Configuration = Configuration()) {
    self.seconds = seconds
    self.configuration = configuration
  }

  /// Plays to one device and listens to another; `isStopped` ends it early.
  ///
  /// - Throws: `PlaybackError`, `CaptureError` or `LiveCallError`.
  public func run(
    playing output: String, hearing request: CaptureRequest, isStopped: () -> Bool = { false }
  ) throws -> MeasurementReport {
    let call = SyntheticCall(rate: .wide, seconds: seconds)
    let player = try CallPlayer(call, seconds: seconds, output: output)
    var live = try LiveCall.start(
      try CaptureSource.start(.oneDevice(request)),
      settings: LiveSettings(configuration: configuration))
    player.start()
    let (heard, steps) = listen(to: &live, until: player, isStopped)
    player.stop()
    var report = MeasurementReport(title: "From sound to event")
    report.setting = [("output", output), ("device", request.device)]
    for (key, label, share) in [("p50", "compute, median", 0.5), ("p99_9", "99.9 %", 0.999)] {
      let time = steps?.quantile(share).map(Double.init)
      report.add("compute_us_\(key)", label, time, "us a step of 10 ms")
    }
    let times = LoopBackTimes(
      heard, call: call, beginning: player.beginning.map { Int($0) }, seconds: seconds,
      configuration: configuration)
    add("", "", times.whole, to: &report)
    add("algorithmic_", ", algorithmic", times.algorithmic, to: &report)
    report.add("capture", "capture and compute", times.capture)
    return report
  }

  private func add(
    _ prefix: String, _ suffix: String, _ matches: DelayMatches, to report: inout MeasurementReport
  ) {
    for (key, label, match) in [
      ("speech_started", "speech starts", matches.starts),
      ("overlap_started", "overlaps", matches.overlaps),
      ("interruption", "interruptions", matches.interruptions),
    ] {
      report.add(
        prefix + key, label + suffix, match.delays, missed: match.missed, spurious: match.spurious)
    }
  }

  /// Takes events until the call has been played and what it causes must have come.
  private func listen(
    to live: inout LiveCall, until player: CallPlayer, _ isStopped: () -> Bool
  ) -> (heard: [LoopBackTimes.Heard], steps: StepTimes?) {
    var heard: [LoopBackTimes.Heard] = []
    var end: Int?
    while true {
      while let item = live.next() {
        switch item {
        case .event(let event): heard.append((event, Stopwatch.wall))
        case .ended(let ending): return (heard, ending.steps)
        case .status, .notice, .wording: break
        }
      }
      if player.isOver || isStopped() {
        let limit = end ?? Stopwatch.wall + 1_500_000_000
        end = limit
        if Stopwatch.wall >= limit { live.stop() }
      }
      live.wait(milliseconds: 100)
    }
  }
}
