public import Conversation
import Wording

extension DashboardState {
  /// Takes the next event.
  public mutating func add(_ event: Event) {
    now = max(now, event.at)
    let entries = log.entries.count
    clock.follow(event)
    take(event)
    turn.follow(
      event.kind,
      speaking: PartyPair(
        agent: parties.agent.speakingSince, customer: parties.customer.speakingSince))
    if log.entries.count > entries { keepScrolled() }
  }

  private mutating func take(_ event: Event) {
    switch event.kind {
    case .speechStarted(let party, let start): parties[party].speakingSince = start
    case .speechCancelled(let party, _): parties[party].speakingSince = nil
    case .speech(let party, let interval):
      parties[party].speakingSince = nil
      if unheard == party { unheard = nil }
      past.add(speech: interval, of: party)
      sketch?.add(interval, of: party)
    case .overlapStarted(_, let start): overlapSince = start
    case .overlap(let overlap):
      // It is told once its onset is understood: another may have begun by then.
      if let since = overlapSince, since <= overlap.interval.start { overlapSince = nil }
      past.add(overlap: overlap.interval)
    case .interruption(let flag): take(flag, at: event.at)
    case .interruptionResolved(let resolution): take(resolution)
    case .retraction(let id, let reason): take(retraction: id, reason)
    case .backchannel(let party, let interval):
      past.add(.backchannel, of: party, at: interval.start)
      log.add(.backchannel(party), at: interval.start, clock)
    case .prematureAnswer(let party, let start, _):
      past.add(.answer, of: party, at: start)
      log.add(.prematureAnswer(party), at: start, clock)
    case .deadAirStarted(let start):
      deadAirSince = start
      log.add(.deadAir(length: nil, endedBy: nil), at: start, clock)
    case .deadAir(let interval, let party): take(deadAir: interval, endedBy: party)
    case .monologueStarted(let party, let start):
      log.add(.monologue(party, length: nil), at: start, clock)
    case .monologue(let party, let interval): take(monologue: interval, of: party)
    case .unknown(let party, let interval, let reason): take(unknown: interval, of: party, reason)
    case .device(let party, let state, let name): take(device: name, of: party, state, event.at)
    case .warning(let code, let party): log.add(.warning(code, party), at: event.at, clock)
    case .contest(let id): contest(id)
    case .contestWithdrawn(let id): withdrawContest(id)
    case .nothingHeard(let party, _):
      unheard = party
      log.add(.nothingHeard(party), at: event.at, clock)
    case .lesson(let line):
      lessons.append(line)
      day.add(lesson: line)
    case .callStarted(let start): startCall(at: start)
    case .callEnded(let interval, let metrics): endCall(interval, metrics)
    case .holdStarted(let start):
      holdSince = start
      deadAirSince = nil
      log.add(.hold(length: nil), at: start, clock)
    case .hold(let interval):
      holdSince = nil
      past.add(hold: interval)
      log.update { $0 == .hold(length: nil) ? .hold(length: interval.length) : nil }
    case .mark:
      past.add(mark: event.at)
      log.add(.mark, at: event.at, clock)
    case .guidance(let nudge): said = SaidWord(nudge: nudge, at: event.at)
    case .metrics(let metrics): self.metrics = metrics
    // Not shown: measures say it better, or the user has just done it.
    case .turn, .transition, .resumption, .toneChange, .muteStarted, .mute, .settled: break
    case .words(let event):
      var acts = words ?? SpokenActs()
      if let line = acts.add(event) { log.add(.notice(line), at: event.interval.start, clock) }
      words = acts
    }
  }

  private mutating func take(_ flag: Interruption, at time: SampleTime) {
    parties[flag.party].interruption = flag.id
    // A word about what was before would look like one about this.
    said = nil
    lastInterruptionAt = time
    past.add(.floorUnclear, of: flag.party, at: flag.start, id: flag.id)
    log.add(.interruption(flag, .open), at: flag.start, clock)
  }

  private mutating func take(_ resolution: InterruptionResolution) {
    endInterruption(resolution.id)
    log.end(interruption: resolution.id, .resolved(resolution))
    switch resolution.outcome {
    case .floorTaken: past.settle(id: resolution.id, as: .floorTaken)
    case .floorKept: past.settle(id: resolution.id, as: .floorKept)
    case .unknown: break
    }
  }

  private mutating func take(retraction id: Int, _ reason: RetractionReason) {
    endInterruption(id)
    if reason == .backchannel {
      // The backchannel has its own line.
      log.removeOpenInterruption(id)
    } else {
      log.end(interruption: id, .retracted(reason))
    }
    past.settle(id: id, as: nil)
  }

  private mutating func contest(_ id: Int) {
    endInterruption(id)
    log.contest(interruption: id)
    past.settle(id: id, as: nil)
    said = nil
  }

  private mutating func withdrawContest(_ id: Int) {
    guard let (flag, ending) = log.withdrawContest(interruption: id) else { return }
    switch ending {
    case .open:
      parties[flag.party].interruption = id
      past.add(.floorUnclear, of: flag.party, at: flag.start, id: id)
    case .resolved(let resolution):
      let sign: TimelineMark =
        switch resolution.outcome {
        case .floorTaken: .floorTaken
        case .floorKept: .floorKept
        case .unknown: .floorUnclear
        }
      past.add(sign, of: flag.party, at: flag.start, id: id)
    case .retracted, .markedWrong: break
    }
  }

  private mutating func endInterruption(_ id: Int) {
    for party in Party.allCases where parties[party].interruption == id {
      parties[party].interruption = nil
    }
  }

  private mutating func take(deadAir interval: Interval, endedBy party: Party?) {
    deadAirSince = nil
    past.add(deadAir: interval)
    let ended = LogEntry.Kind.deadAir(length: interval.length, endedBy: party)
    let isKnown = log.update { $0 == .deadAir(length: nil, endedBy: nil) ? ended : nil }
    if !isKnown { log.add(ended, at: interval.start, clock) }
  }

  private mutating func take(monologue interval: Interval, of party: Party) {
    let ended = LogEntry.Kind.monologue(party, length: interval.length)
    let isKnown = log.update { $0 == .monologue(party, length: nil) ? ended : nil }
    if !isKnown { log.add(ended, at: interval.start, clock) }
  }

  private mutating func take(unknown interval: Interval, of party: Party, _ reason: UnknownReason) {
    past.add(unheard: interval, of: party)
    parties[party].speakingSince = nil
    // A pause is both parties', and one line.
    let both = LogEntry.Kind.paused(length: interval.length)
    let isKnown =
      reason == .paused
      && log.update { $0 == .unknown(party.other, length: interval.length, .paused) ? both : nil }
    if !isKnown {
      log.add(.unknown(party, length: interval.length, reason), at: interval.start, clock)
    }
    if reason == .overrun { parties[party].health.overruns += 1 }
    if reason != .paused { parties[party].health.unknown += interval.length }
  }

  /// A device of no party is that of both.
  private mutating func take(
    device name: String, of party: Party?, _ state: DeviceState, _ time: SampleTime
  ) {
    for one in Party.allCases where party == nil || party == one {
      parties[one].health.isLost = state == .lost
      if state != .lost { parties[one].device = name }
    }
    log.add(.device(party, state, name: name), at: time, clock)
  }

  private mutating func startCall(at start: SampleTime) {
    call = .running(since: start)
    metrics = Metrics()
    if words != nil { words = SpokenActs() }
    (said, unheard) = (nil, nil)
    lessons = []
    sketch = CallSketch(from: start)
    for party in Party.allCases {
      for interval in past.speech[party] where interval.end > start {
        sketch?.add(interval, of: party)
      }
    }
    log.reread(from: start, clock)
    log.add(
      .callStarted(minuteOfDay: clock.timeOfDay(start).map { $0.hour * 60 + $0.minute }), at: start,
      clock)
  }

  private mutating func endCall(_ interval: Interval, _ metrics: Metrics) {
    log.remove { $0 == .deadAir(length: nil, endedBy: nil) }
    log.add(.callEnded(length: interval.length), at: interval.end, clock)
    call = .ended(interval)
    self.metrics = metrics
    keep(interval, metrics)
    (holdSince, deadAirSince, said) = (nil, nil, nil)
  }

  /// Puts a call that is over among those of the day; what nobody answered is none.
  private mutating func keep(_ interval: Interval, _ metrics: Metrics) {
    defer { sketch = nil }
    let talk = PartyPair(
      agent: metrics.parties.agent.talk, customer: metrics.parties.customer.talk)
    guard talk.agent > .zero, talk.customer > .zero else { return }
    let isJudged = !metrics.withheld.union(withheld).contains(.interruptions)
    var call = DayCall(
      minuteOfDay: clock.timeOfDay(interval.start).map { $0.hour * 60 + $0.minute },
      length: interval.length, talk: talk,
      interruptions: isJudged ? metrics.parties.agent.interruptions.floorTaken : nil)
    call.start = interval.start
    call.sketch = sketch
    let moments = log.entries.filter { entry in
      entry.time >= interval.start && entry.time <= interval.end && entry.kind.isMoment
    }
    call.moments = Array(moments.suffix(DayCall.mostMoments))
    if day.calls.count == CallDay.most { page = page.withoutTheFirstCall }
    day.add(call)
  }
}
