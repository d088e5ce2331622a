import Conversation

/// The last judgements of a call that goes on, held back until the words that bear on them are known.
///
/// Everything else passes at once. Flags are numbered anew, since words find some that timing does not.
struct HeldJudgements {
  /// How long an end of a flag waits for the overlap that tells how it began.
  private static let longestWait = SampleTime(seconds: 10)
  /// The same for a flag that is taken back, which is mostly done before.
  private static let shortestWait = SampleTime(seconds: 1)
  /// What is remembered of the past.
  private static let memory = SampleTime(seconds: 60)

  private enum State {
    /// It has been told.
    case told
    /// It waits for words.
    case held
  }

  /// The engine's events of the last minute.
  private var events: [Event] = []
  private var states: [State] = []
  private var numbers: [Int: Int] = [:]
  private var nextID = 1
  private(set) var counts = PartyPair(repeating: JudgedOnsets())

  /// Whether something waits.
  private(set) var heldCount = 0

  /// Takes the engine's next event and tells it again unless it waits for words.
  mutating func take(_ event: Event) -> Event? {
    let event = numbered(event)
    // Turns come in their order with what is judged of them: measures depend on it.
    let isHeld = event.kind.waitsForWords || heldCount > 0 && event.kind.followsJudgements
    events.append(event)
    states.append(isHeld ? .held : .told)
    if isHeld { heldCount += 1 }
    return isHeld ? nil : event
  }

  /// Tells what waits no longer, judged anew; `horizon` is up to when words are known, nil for all.
  ///
  /// Without a judgement everything stays as timing has it, and so does an onset of whose words nothing
  /// is known: `isHeard` says whether a party's are from a time on. `judgement` is given the earliest
  /// start of what is to be judged.
  mutating func release(
    to horizon: SampleTime?, at now: SampleTime, judgement: (SampleTime) -> LastJudgement?,
    isHeard: (Party, SampleTime) -> Bool, emit: (Event) -> Void
  ) {
    defer { forget(before: now - Self.memory) }
    guard heldCount > 0 else { return }
    var due: Set<Int> = []
    var judged: Set<Int> = []
    let end = endOfDue(horizon, at: now)
    for index in events.indices.prefix(upTo: end) where states[index] == .held {
      due.insert(index)
      if events[index].kind.isJudged(isHeard) { judged.insert(index) }
    }
    guard !due.isEmpty else { return }
    var changes: [Int: [Event]] = [:]
    if !judged.isEmpty, let first = due.map({ start(of: events[$0]) }).min(),
      let judgement = judgement(first)
    {
      let sheet = judgement.judged(events, numberedFrom: nextID) { judged.contains($0) }
      changes = sheet.changes
      nextID = max(nextID, sheet.nextID)
      for party in Party.allCases { counts[party].add(sheet.counts[party]) }
    }
    tell(due, changes, at: now, emit: emit)
  }

  private mutating func tell(
    _ due: Set<Int>, _ changes: [Int: [Event]], at now: SampleTime, emit: (Event) -> Void
  ) {
    for index in events.indices {
      let old = events[index]
      let isDue = due.contains(index)
      guard isDue || changes[index] != nil else { continue }
      let new = changes[index] ?? [old]
      // An event that was emitted before, or is still held, is not repeated: only what changed.
      for event in new where isDue || event != old {
        emit(Event(at: max(now, event.at), kind: event.kind))
      }
      guard states[index] == .held, isDue || !new.contains(old) else { continue }
      states[index] = .told
      heldCount -= 1
      forgetOnset(endedBy: old)
    }
  }

  /// Forgets what has been told of an onset before its overlap has come: it is not told twice.
  private mutating func forgetOnset(endedBy event: Event) {
    if case .resumption(let resumption) = event.kind,
      !hasOverlap(of: (resumption.party, resumption.start), nil)
    {
      for index in events.indices where events[index] == event { events[index].kind = .mark }
    }
    guard let id = event.kind.endedFlag, let start = flag(id), !hasOverlap(of: start, nil) else {
      return
    }
    for index in events.indices {
      if case .interruption(let flag) = events[index].kind, flag.id == id {
        events[index].kind = .mark
      }
      if events[index].kind.endedFlag == id { events[index].kind = .mark }
    }
  }

  /// The earliest start of what waits; nil where nothing does.
  var openSince: SampleTime? {
    guard heldCount > 0 else { return nil }
    var open: SampleTime?
    for index in events.indices where states[index] == .held {
      let start = start(of: events[index])
      open = min(open ?? start, start)
    }
    return open
  }

  private func start(of event: Event) -> SampleTime {
    switch event.kind {
    case .overlap(let overlap):
      overlap.interval.start - max(overlap.onset?.lead ?? .zero, .zero)
    case .backchannel(_, let interval), .turn(_, let interval), .monologue(_, let interval):
      interval.start
    case .transition(_, _, let offset, let start): start - max(offset, .zero)
    case .resumption(let resumption): resumption.overStart
    case .prematureAnswer(_, let start, _): start
    case .interruptionResolved(let end): flag(end.id)?.start ?? event.at
    case .retraction(let id, _): flag(id)?.start ?? event.at
    default: event.at
    }
  }

  /// The index up to which what waits is due.
  private func endOfDue(_ horizon: SampleTime?, at now: SampleTime) -> Int {
    let waiting = events.indices.lazy.filter { states[$0] == .held }
    guard let first = waiting.first(where: { !isDue(events[$0], horizon, at: now) }) else {
      return events.endIndex
    }
    var end = first
    // A flag has one end: it waits with its overlap, of which words may make another one.
    while let early = waiting.prefix(while: { $0 < end }).first(where: { index in
      onset(endedBy: events[index]).map { onset in
        events[end...].contains { $0.isOverlap(of: onset) }
      } ?? false
    }) {
      end = early
    }
    return end
  }

  /// The onset of the flag, or of the return, that an event concludes.
  private func onset(endedBy event: Event) -> (party: Party, start: SampleTime)? {
    if case .resumption(let resumption) = event.kind {
      return (resumption.party, resumption.start)
    }
    return event.kind.endedFlag.flatMap(flag)
  }

  private func isDue(_ event: Event, _ horizon: SampleTime?, at now: SampleTime) -> Bool {
    guard let horizon else { return true }
    let isKnown = event.at - LastJudgement.delay <= horizon
    switch event.kind {
    case .interruptionResolved, .retraction:
      var longest = Self.longestWait
      if case .retraction = event.kind { longest = Self.shortestWait }
      guard let id = event.kind.endedFlag, let flag = flag(id) else { return isKnown }
      return isKnown && (hasOverlap(of: flag, horizon) || now - event.at > longest)
    case .resumption(let resumption):
      return isKnown
        && (hasOverlap(of: (resumption.party, resumption.start), horizon)
          || now - event.at > Self.longestWait)
    case .turn, .transition, .monologue: return true
    default: return isKnown
    }
  }

  private func flag(_ id: Int) -> (party: Party, start: SampleTime)? {
    for event in events.reversed() {
      if case .interruption(let flag) = event.kind, flag.id == id {
        return (flag.party, flag.start)
      }
    }
    return nil
  }

  private func hasOverlap(
    of onset: (party: Party, start: SampleTime), _ horizon: SampleTime?
  ) -> Bool {
    events.contains { event in
      event.isOverlap(of: onset)
        && (horizon.map { event.at - LastJudgement.delay <= $0 } ?? true)
    }
  }

  private mutating func forget(before time: SampleTime) {
    var count = 0
    while count < events.count, states[count] == .told, events[count].at < time { count += 1 }
    // Dropped in large pieces, so that the rest seldom moves.
    guard count >= 256 else { return }
    events.removeFirst(count)
    states.removeFirst(count)
    if numbers.count > 1024 { numbers = numbers.filter { $0.value + 512 > nextID } }
  }

  private mutating func numbered(_ event: Event) -> Event {
    var event = event
    switch event.kind {
    case .interruption(var flag):
      numbers[flag.id] = nextID
      flag.id = nextID
      nextID += 1
      event.kind = .interruption(flag)
    case .interruptionResolved(var end):
      end.id = numbers[end.id] ?? end.id
      event.kind = .interruptionResolved(end)
    case .retraction(let id, let reason):
      event.kind = .retraction(id: numbers[id] ?? id, reason)
    case .overlap(var overlap):
      if let old = overlap.onset?.supersedes, let new = numbers[old] {
        overlap.onset?.supersedes = new
      }
      event.kind = .overlap(overlap)
    default: break
    }
    return event
  }

  /// Begins to count anew, as for another call.
  mutating func takeCounts() -> PartyPair<JudgedOnsets> {
    defer { counts = PartyPair(repeating: JudgedOnsets()) }
    return counts
  }
}

extension Event {
  /// Whether it is the overlap that an onset began.
  fileprivate func isOverlap(of onset: (party: Party, start: SampleTime)) -> Bool {
    guard case .overlap(let overlap) = kind else { return false }
    return overlap.by == onset.party && overlap.interval.start == onset.start
  }
}

extension Event.Kind {
  /// Whether words may bear on it.
  fileprivate var waitsForWords: Bool {
    switch self {
    case .overlap, .resumption, .interruptionResolved, .retraction, .backchannel, .prematureAnswer:
      true
    default: false
    }
  }

  /// Whether it is judged anew, where what the parties said then is known.
  fileprivate func isJudged(_ isHeard: (Party, SampleTime) -> Bool) -> Bool {
    switch self {
    case .overlap(let overlap):
      guard let onset = overlap.onset else { return false }
      let start = overlap.interval.start
      return isHeard(overlap.by, start)
        && (onset.kind != .resumption || isHeard(overlap.by.other, start - onset.lead))
    case .backchannel(let party, let interval): return isHeard(party, interval.start)
    default: return false
    }
  }

  /// Whether it has its place among judgements.
  fileprivate var followsJudgements: Bool {
    switch self {
    case .turn, .transition, .monologue: true
    default: false
    }
  }

  fileprivate var endedFlag: Int? {
    switch self {
    case .interruptionResolved(let end): end.id
    case .retraction(let id, _): id
    default: nil
    }
  }
}

extension JudgedOnsets {
  /// Adds the counts of another stretch.
  mutating func add(_ other: JudgedOnsets) {
    acknowledgements += other.acknowledgements
    takenBack += other.takenBack
    added += other.added
  }
}
