import Conversation

/// What comes in the place of a call's events, by their indices.
struct CorrectionSheet {
  let events: [Event]
  private(set) var changes: [Int: [Event]] = [:]
  private(set) var counts = PartyPair(repeating: JudgedOnsets())
  /// The number that the next flag gets.
  private(set) var nextID: Int

  init(_ events: [Event], nextID: Int) {
    self.events = events
    self.nextID = nextID
  }

  /// Puts others in the place of an event, at its time.
  mutating func replace(_ index: Int, by kinds: [Event.Kind]) {
    // What has been put before the event stays.
    let before = changes[index]?.filter { $0 != events[index] } ?? []
    changes[index] = before + kinds.map { Event(at: events[index].at, kind: $0) }
  }

  private mutating func insert(_ kinds: [Event.Kind], before index: Int) {
    let new = kinds.map { Event(at: events[index].at, kind: $0) }
    changes[index] = new + (changes[index] ?? [events[index]])
  }

  /// Notes the class of an onset, and what had been said.
  mutating func note(_ found: CallOnsets.Found, _ kind: OnsetClass, _ said: SpokenWords) {
    var overlap = found.overlap
    var onset = found.onset
    onset.kind = kind
    onset.supersedes = kind == .interruption ? nil : found.flag?.id ?? onset.supersedes
    onset.words = OnsetWords(said: said.said, listed: said.listedCount)
    overlap.onset = onset
    replace(found.overlapIndex, by: [.overlap(overlap)])
    if kind == .acknowledgement, said.onlyAcknowledges {
      counts[found.party].acknowledgements += 1
    }
  }

  /// Has an interruption stand: its flag ends in a resolution, or comes into being.
  mutating func stand(
    _ found: CallOnsets.Found, _ resolution: InterruptionResolution, confidence: Double
  ) {
    var resolution = resolution
    if let flag = found.flag {
      resolution.id = flag.id
      if found.endIndex == found.settledIndex, let end = found.endIndex {
        if case .retraction = events[end].kind { counts[found.party].added += 1 }
        replace(end, by: [.interruptionResolved(resolution)])
      } else {
        // It was given up early.
        if let end = found.endIndex { replace(end, by: []) }
        counts[found.party].added += 1
        insert([.interruptionResolved(resolution)], before: found.settledIndex)
      }
      return
    }
    counts[found.party].added += 1
    resolution.id = nextID
    nextID += 1
    let flag = Interruption(
      id: resolution.id, party: found.party, start: found.start, confidence: confidence,
      salience: resolution.salience)
    insert([.interruption(flag), .interruptionResolved(resolution)], before: found.settledIndex)
  }

  /// Takes the flag of an onset back.
  mutating func takeBack(_ found: CallOnsets.Found, _ reason: RetractionReason) {
    guard let flag = found.flag, let end = found.endIndex else { return }
    if case .interruptionResolved = events[end].kind { counts[found.party].takenBack += 1 }
    replace(end, by: [.retraction(id: flag.id, reason)])
  }
}
