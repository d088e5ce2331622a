import Conversation

/// The delays of a call that was played and heard through devices, whole and in parts.
struct LoopBackTimes {
  /// An event and when it was told, in monotonic nanoseconds.
  typealias Heard = (event: Event, time: Int)

  /// From the sound to the event, by the clock.
  let whole: DelayMatches
  /// Of that, the audio that was heard between the onset and the event.
  let algorithmic: DelayMatches
  /// The rest, of every event during the call: from when its last audio sounded.
  private(set) var capture = DelayHistogram()

  /// Sets the events of a stream beside a call that began to sound at a time, in nanoseconds.
  ///
  /// The stream began before the call. By how much follows, to some 50 ms, from the event that came
  /// soonest, and then to some 5 ms from where starts of speech are found in the stream and in the
  /// same call without devices.
  init(
    _ heard: [Heard], call: SyntheticCall, beginning: Int?, seconds: Double,
    configuration: Configuration
  ) {
    let reference = call.reference.prefix(seconds)
    let origin = heard.map { $0.time - Self.nanoseconds($0.event.at) }.min()
    guard let beginning, let origin else {
      whole = DelayMatches(events: [], reference: reference)
      algorithmic = whole
      return
    }
    var direct = LatencyBenchmark(configuration: configuration)
    _ = direct.run(call)
    var shift = Self.time(origin - beginning)
    let roughly = heard.compactMap { Self.moved($0.event, by: shift, at: $0.event.at) }
    let found = Self.offset(roughly, reference)
    if let found, let expected = Self.offset(direct.heard, reference) { shift += expected - found }
    var told: [Event] = []
    var consumed: [Event] = []
    for (event, time) in heard {
      let sounded = event.at + shift
      if sounded > .zero, sounded.seconds < seconds {
        capture.record(time - beginning - Self.nanoseconds(sounded))
      }
      if let event = Self.moved(event, by: shift, at: Self.time(time - beginning)) {
        told.append(event)
      }
      if let event = Self.moved(event, by: shift, at: sounded) { consumed.append(event) }
    }
    whole = DelayMatches(events: told, reference: reference)
    algorithmic = DelayMatches(events: consumed, reference: reference)
  }

  /// How much later than the true onsets speech is said to start: the median; nil without any.
  private static func offset(_ events: [Event], _ reference: CallReference) -> SampleTime? {
    let offsets = events.compactMap { event -> SampleTime? in
      guard case .speechStarted(let party, let start) = event.kind else { return nil }
      let distances = reference.starts(of: party).map { start - $0 }
      let nearest = distances.min { abs($0.ticks) < abs($1.ticks) }
      return nearest.flatMap { abs($0.ticks) <= LatencyBenchmark.tolerance.ticks ? $0 : nil }
    }
    return offsets.isEmpty ? nil : offsets.sorted()[offsets.count / 2]
  }

  /// An event whose delay is measured, its start moved and told at another time; nil for others.
  private static func moved(_ event: Event, by shift: SampleTime, at: SampleTime) -> Event? {
    switch event.kind {
    case .speechStarted(let party, let start):
      return Event(at: at, kind: .speechStarted(party, start: start + shift))
    case .overlapStarted(let party, let start):
      return Event(at: at, kind: .overlapStarted(by: party, start: start + shift))
    case .interruption(var flag):
      flag.start += shift
      return Event(at: at, kind: .interruption(flag))
    default: return nil
    }
  }

  private static func nanoseconds(_ time: SampleTime) -> Int {
    time.ticks * (1_000_000_000 / SampleTime.ticksPerSecond)
  }

  private static func time(_ nanoseconds: Int) -> SampleTime {
    SampleTime(ticks: nanoseconds / (1_000_000_000 / SampleTime.ticksPerSecond))
  }
}
