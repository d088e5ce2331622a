public import AudioFiles
public import Conversation
import Listening
public import VoiceActivity

/// Measures how late events come after what they tell of truly began.
///
/// The algorithmic delay is counted in audio and is the same on every machine; the compute delay is
/// the time from the call that brings the deciding samples to the event.
public struct LatencyBenchmark {
  /// How far an event's start may lie from the true one, as scorers of interruptions allow.
  static let tolerance = SampleTime(seconds: 0.3)
  /// How far outside true speech a start is false.
  static let margin = SampleTime(seconds: 0.2)

  private let configuration: Configuration
  private let kernels: KernelSet
  /// How much audio has been heard.
  public private(set) var length = SampleTime.zero
  private(set) var heard: [Event] = []
  private var compute = DelayHistogram()

  /// Creates a benchmark.
  public init(configuration: Configuration = Configuration(), kernels: KernelSet = .best) {
    self.configuration = configuration
    self.kernels = kernels
  }

  /// Measures on the built-in call, in steps of 10 ms as from a device.
  public mutating func run(_ call: SyntheticCall) -> MeasurementReport {
    var engine = Engine(configuration: configuration, rate: call.rate, kernels: kernels)
    let step = call.rate.frameLength
    var begun = 0
    while begun < call.samples.agent.count {
      let end = min(begun + step, call.samples.agent.count)
      Self.hear(
        &engine, call.samples.agent.span.extracting(begun..<end),
        call.samples.customer.span.extracting(begun..<end), &compute, &heard)
      begun = end
    }
    engine.finish { heard.append($0) }
    return report(of: "the built-in call", call.reference)
  }

  /// Measures on a recording with a reference, in steps of 10 ms as from a device.
  public mutating func run(
    _ source: CallSource, reference: CallReference
  ) throws(AudioFileError) -> MeasurementReport {
    var audio = try CallAudio.open(source)
    var engine = Engine(configuration: configuration, rate: audio.rate, kernels: kernels)
    let step = audio.rate.frameLength
    let samples = UnsafeMutableBufferPointer<Float>.allocate(capacity: 2 * step)
    defer { samples.deallocate() }
    let agent = UnsafeMutableBufferPointer(rebasing: samples[..<step])
    let customer = UnsafeMutableBufferPointer(rebasing: samples[step...])
    while true {
      let portion = try audio.read(agent: agent, customer: customer)
      if portion.isEnd { break }
      let ticks = SampleTime.ticksPerSecond / audio.rate.rawValue
      length += SampleTime(ticks: portion.samples * ticks)
      Self.hear(
        &engine, UnsafeBufferPointer(rebasing: agent[..<portion.samples]).span,
        UnsafeBufferPointer(rebasing: customer[..<portion.samples]).span, &compute, &heard)
    }
    engine.finish { heard.append($0) }
    return report(of: audio.name, reference)
  }

  /// Records in place: a copy of the histogram would fall into the time that is measured.
  private static func hear(
    _ engine: inout Engine, _ agent: Span<Float>, _ customer: Span<Float>,
    _ compute: inout DelayHistogram, _ heard: inout [Event]
  ) {
    let begun = Stopwatch.wall
    engine.process(agent: agent, customer: customer) { event in
      compute.record(Stopwatch.wall - begun)
      heard.append(event)
    }
  }

  private func report(of name: String, _ reference: CallReference) -> MeasurementReport {
    var report = MeasurementReport(title: "Detection delay")
    report.setting = [("source", name), ("kernels", kernels.name)]
    let matches = DelayMatches(events: heard, reference: reference)
    for (key, label, match) in [
      ("speech_started", "speech starts", matches.starts),
      ("overlap_started", "overlaps", matches.overlaps),
      ("interruption", "interruptions", matches.interruptions),
    ] {
      report.add(key, label, match.delays, missed: match.missed, spurious: match.spurious)
    }
    report.add("compute", "compute", compute, unit: .microseconds)
    return report
  }
}
