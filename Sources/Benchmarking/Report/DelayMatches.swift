import Conversation

/// The events of a call set beside what truly happened.
struct DelayMatches {
  /// The delays of one kind of event.
  struct Match {
    var delays = DelayHistogram()
    var missed = 0
    var spurious = 0
  }

  private struct Told {
    var onset: CallReference.Onset
    var at: SampleTime
  }

  let starts: Match
  let overlaps: Match
  let interruptions: Match

  init(events: [Event], reference: CallReference) {
    var started: [Told] = []
    var overlapping: [Told] = []
    var flagged: [Told] = []
    for event in events {
      switch event.kind {
      case .speechStarted(let party, let start):
        started.append(Told(onset: .init(by: party, start: start), at: event.at))
      case .overlapStarted(let party, let start):
        overlapping.append(Told(onset: .init(by: party, start: start), at: event.at))
      case .interruption(let flag):
        flagged.append(Told(onset: .init(by: flag.party, start: flag.start), at: event.at))
      default: break
      }
    }
    let trueStarts = Party.allCases.flatMap { party in
      reference.starts(of: party).map { CallReference.Onset(by: party, start: $0) }
    }
    starts = Self.match(started, trueStarts) { told in
      Self.isNear(told.onset.start, reference.speech[told.onset.by])
    }
    overlaps = Self.match(overlapping, reference.overlaps) { told in
      Party.allCases.allSatisfy { Self.isNear(told.onset.start, reference.speech[$0]) }
    }
    interruptions = Self.match(flagged, reference.interruptions) { told in
      reference.unjudged.contains { Self.isMatch(told.onset, $0) }
    }
  }

  /// Finds for each true onset the first event that tells of it.
  ///
  /// An event that tells of none is spurious unless it is excused.
  private static func match(
    _ told: [Told], _ onsets: [CallReference.Onset], isExcused: (Told) -> Bool
  ) -> Match {
    var match = Match()
    var isUsed = Array(repeating: false, count: told.count)
    for onset in onsets {
      let first = told.indices.first { !isUsed[$0] && isMatch(told[$0].onset, onset) }
      guard let first else {
        match.missed += 1
        continue
      }
      isUsed[first] = true
      let ticks = (told[first].at - onset.start).ticks
      match.delays.record(ticks * (1_000_000_000 / SampleTime.ticksPerSecond))
    }
    for index in told.indices where !isUsed[index] && !isExcused(told[index]) {
      match.spurious += 1
    }
    return match
  }

  private static func isMatch(_ one: CallReference.Onset, _ other: CallReference.Onset) -> Bool {
    let distance = one.start - other.start
    return one.by == other.by && distance <= LatencyBenchmark.tolerance
      && SampleTime.zero - distance <= LatencyBenchmark.tolerance
  }

  private static func isNear(_ time: SampleTime, _ speech: [Interval]) -> Bool {
    speech.contains {
      $0.start - LatencyBenchmark.margin <= time && time <= $0.end + LatencyBenchmark.margin
    }
  }
}
