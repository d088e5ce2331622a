public import AlsaCapture
public import Conversation

/// Measures the delay from a sound to its event: plays a call of known timing into an output and
/// hears it through a device, such as the monitor of a null sink.
public struct LoopBackBenchmark {
  /// How much of the built-in call is played, in seconds.
  public var seconds: Double
  private let configuration: Configuration

  private struct Heard {
    var event: Event
    /// When it was told, in monotonic nanoseconds.
    var time: Int
  }

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
    let heard = listen(to: &live, until: player, isStopped)
    player.stop()
    var report = MeasurementReport(title: "From sound to event")
    report.setting = [("output", output), ("device", request.device)]
    let events = player.beginning.map { Self.onTimeOfCall(heard, beginning: Int($0)) } ?? []
    let matches = DelayMatches(events: events, reference: call.reference.prefix(seconds))
    for (key, label, match) in [
      ("speech_started", "speech starts", matches.starts),
      ("overlap_started", "overlaps", matches.overlaps),
      ("interruption", "interruptions", matches.interruptions),
    ] {
      report.add(key, label, match.delays, missed: match.missed, spurious: match.spurious)
    }
    return report
  }

  /// Takes events until the call has been played and what it causes must have come.
  private func listen(
    to live: inout LiveCall, until player: CallPlayer, _ isStopped: () -> Bool
  ) -> [Heard] {
    var heard: [Heard] = []
    var end: Int?
    while true {
      while let item = live.next() {
        if case .event(let event) = item { heard.append(Heard(event: event, time: Stopwatch.wall)) }
        if case .ended = item { return heard }
      }
      if player.isOver || isStopped() {
        let limit = end ?? Stopwatch.wall + 1_500_000_000
        end = limit
        if Stopwatch.wall >= limit { live.stop() }
      }
      live.wait(milliseconds: 100)
    }
  }

  /// The events as if the stream had begun with the call, each told when it truly came.
  ///
  /// Where the stream began is known to some 50 ms, from what came soonest; that is enough to tell
  /// which onset an event means, and the delays do not depend on it.
  private static func onTimeOfCall(_ heard: [Heard], beginning: Int) -> [Event] {
    guard let origin = heard.map({ $0.time - nanoseconds($0.event.at) }).min() else { return [] }
    let shift = time(origin - beginning)
    return heard.compactMap { heard in
      let kind: Event.Kind
      switch heard.event.kind {
      case .speechStarted(let party, let start): kind = .speechStarted(party, start: start + shift)
      case .overlapStarted(let party, let start):
        kind = .overlapStarted(by: party, start: start + shift)
      case .interruption(var flag):
        flag.start += shift
        kind = .interruption(flag)
      default: return nil
      }
      return Event(at: time(heard.time - beginning), kind: kind)
    }
  }

  private static func nanoseconds(_ time: SampleTime) -> Int {
    time.ticks * (1_000_000_000 / SampleTime.ticksPerSecond)
  }

  private static func time(_ nanoseconds: Int) -> SampleTime {
    SampleTime(ticks: nanoseconds / (1_000_000_000 / SampleTime.ticksPerSecond))
  }
}
