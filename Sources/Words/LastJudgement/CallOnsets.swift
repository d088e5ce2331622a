import Conversation

/// Where a call's events tell of an onset over the other's speech.
struct CallOnsets {
  /// An onset, by the indices of its events.
  struct Found {
    let overlap: Overlap
    let onset: Onset
    let evidence: OnsetEvidence
    /// Its overlap, which has its class.
    let overlapIndex: Int
    /// The first event that comes no earlier than its judgement.
    let settledIndex: Int
    /// When it was judged.
    let settledAt: SampleTime
    /// The flag, and the event that ended it.
    let flag: Interruption?
    let endIndex: Int?
    /// The return of the holder that it is.
    let resumptionIndex: Int?
    /// The early answer that the holder came back into.
    let answerIndex: Int?
    /// The backchannel that it was credited as.
    let backchannelIndex: Int?

    var party: Party { overlap.by }
    var start: SampleTime { overlap.interval.start }
    /// How long the other went on.
    var rest: SampleTime { .zero - onset.offset }
  }

  private(set) var all: [Found] = []
  /// Backchannels in the other's pauses, by index.
  private(set) var lone: [(index: Int, party: Party, interval: Interval)] = []
  /// The first number that no flag has.
  private(set) var nextID = 1

  init(_ events: [Event]) {
    var flags = PartyPair<[SampleTime: Interruption]>(repeating: [:])
    var ends: [Int: Int] = [:]
    var resumptions = PartyPair<[SampleTime: Int]>(repeating: [:])
    var answers = PartyPair<[SampleTime: Int]>(repeating: [:])
    var credits = PartyPair<[(index: Int, interval: Interval)]>(repeating: [])
    for (index, event) in events.enumerated() {
      switch event.kind {
      case .interruption(let flag):
        flags[flag.party][flag.start] = flag
        nextID = max(nextID, flag.id + 1)
      case .interruptionResolved(let end): ends[end.id] = index
      case .retraction(let id, _): ends[id] = index
      case .resumption(let resumption): resumptions[resumption.party][resumption.start] = index
      case .prematureAnswer(let party, let start, _): answers[party][start] = index
      case .backchannel(let party, let interval): credits[party].append((index, interval))
      default: break
      }
    }
    var used: Set<Int> = []
    for (index, event) in events.enumerated() {
      guard case .overlap(let overlap) = event.kind, let onset = overlap.onset,
        let evidence = onset.evidence
      else { continue }
      let (party, start) = (overlap.by, overlap.interval.start)
      let flag = flags[party][start]
      let end = flag.flatMap { ends[$0.id] }
      let resumption = resumptions[party][start]
      let settled = Self.settled(
        end, resumption, by: start + evidence.elapsed, before: index, in: events)
      let credit = credits[party].partition { $0.interval.end > start }
      let credited = credit.flatMap { found in
        found.interval.start <= start ? found.index : nil
      }
      if let credited { used.insert(credited) }
      all.append(
        Found(
          overlap: overlap, onset: onset, evidence: evidence, overlapIndex: index,
          settledIndex: settled, settledAt: events[settled].at, flag: flag, endIndex: end,
          resumptionIndex: resumption, answerIndex: answers[party.other][start - onset.lead],
          backchannelIndex: credited))
    }
    for party in Party.allCases {
      for (index, interval) in credits[party] where !used.contains(index) {
        lone.append((index, party, interval))
      }
    }
  }

  /// The index of the event with which an onset was judged.
  private static func settled(
    _ end: Int?, _ resumption: Int?, by time: SampleTime, before overlap: Int, in events: [Event]
  ) -> Int {
    if let resumption { return resumption }
    // The end of a flag that was given up early is before the judgement.
    if let end, events[end].at >= time { return end }
    var low = 0
    var high = overlap
    while low < high {
      let middle = (low + high) / 2
      if events[middle].at < time { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

extension Array {
  /// The first element of those behind, where all that hold lie behind those that do not.
  fileprivate func partition(_ holds: (Element) -> Bool) -> Element? {
    var low = startIndex
    var high = endIndex
    while low < high {
      let middle = (low + high) / 2
      if holds(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low < endIndex ? self[low] : nil
  }
}
