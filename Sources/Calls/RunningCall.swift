import Conversation
import Measures
import VoiceActivity

/// The call under way: its measures, and what tells when it is over.
struct RunningCall: Sendable {
  /// The end of the last words that belong to the call for certain.
  private(set) var lastWords: SampleTime
  private(set) var speakingSince = PartyPair<SampleTime?>(repeating: nil)
  private let limits: CallLimits
  private var ending: CallEnding
  private var holds = CallHolds()
  private var measures: CallMeasures
  /// The advice to the agent, from the call's own events.
  private(set) var guidance: GuidanceTracker
  private var unheardSince = PartyPair<SampleTime?>(repeating: nil)
  private var isMusic = false
  /// The tones that silences may be made of: keys, ringing, redactions.
  private var tones = CallTones()
  /// The start of the newest silence that was told of while it lasted.
  private var toldSilence: SampleTime?
  /// A long silence that nobody has ended: with the call it may have been its end.
  private(set) var openSilence: Interval?
  /// The newest interruptions, and which of them a person has marked as wrong.
  private(set) var flags = CallFlags()

  /// What to do with an event.
  struct Answer {
    /// Whether the event is passed on; what does not count is not told either.
    var isTold: Bool
    /// The word to the agent that it calls for.
    var nudge: Nudge?
  }

  init(
    start: SampleTime, at now: SampleTime, limits: CallLimits, guidance: GuidanceTracker,
    sound: SoundSums
  ) {
    self.guidance = guidance
    measures = CallMeasures(from: start, sound: sound)
    self.limits = limits
    lastWords = start
    ending = CallEnding(limits: limits, at: max(start, now))
  }

  var start: SampleTime { measures.start }

  /// Whether it is on hold, and why.
  var hold: CallHolds.State { holds.state }

  private var isOnHold: Bool { hold.since != nil }

  /// The sums of the events that count.
  var fold: MetricsFold { measures.fold }

  /// Whether the parties cannot be told apart, so that no judgement counts.
  private var isSameAudio: Bool { measures.isSameAudio }

  /// Takes an event if it belongs to the call.
  ///
  /// What is heard during a hold is passed on; conclusions from it are not.
  mutating func take(_ event: Event) -> Answer {
    switch event.kind {
    case .speechStarted(let party, let start): speakingSince[party] = max(start, self.start)
    case .speechCancelled(let party, _): speakingSince[party] = nil
    case .speech(let party, let interval): take(speech: interval, of: party)
    case .unknown(let party, let interval, _):
      unheardSince[party] = nil
      if let inside = inside(interval) { measures.times.add(unknown: inside, of: party) }
    case .overlapStarted, .overlap:
      guard !isSameAudio else { return Answer(isTold: false) }
    case .deadAirStarted(let start):
      let isTold =
        !isOnHold && !isMusic && !isSameAudio
        && !tones.explain(Interval(start: start, end: event.at), but: limits.deadAir)
      if isTold { toldSilence = start }
      return Answer(isTold: isTold)
    case .deadAir(let interval, let party): return take(deadAir: interval, party, at: event.at)
    default:
      if let judged = event.kind.judged, judged.start < start || isSameAudio || holds.touch(judged)
      {
        return Answer(isTold: false)
      }
    }
    return count(event)
  }

  /// The long silence that speech has shown to lie inside the call, which is emitted before it.
  ///
  /// Time that was not heard has ended it, and not a party.
  mutating func takeSilence(before event: Event) -> Event? {
    guard let silence = openSilence, case .speech(_, let interval) = event.kind,
      interval.start >= silence.end
    else { return nil }
    openSilence = nil
    let told = Event(at: event.at, kind: .deadAir(silence, endedBy: nil))
    _ = count(told)
    return told
  }

  private mutating func count(_ event: Event) -> Answer {
    flags.take(event.kind)
    measures.fold.add(event)
    return Answer(isTold: true, nudge: guidance.add(event))
  }

  /// Moves the time on; returns the end of the call once it is over.
  mutating func advance(
    to now: SampleTime, line: LineState, sound: SessionSound
  ) -> SampleTime? {
    for party in Party.allCases where speakingSince[party] != nil {
      ending.hear(party, until: now)
    }
    follow(line, at: now)
    follow(sound)
    settle(to: now)
    guard !hold.isAsked, ending.isOver(at: now, isOnHold: isOnHold) else { return nil }
    return end
  }

  /// Takes what the session's sound adds up to by now.
  mutating func follow(_ sound: SessionSound) {
    let isSpeaking = Party.allCases.contains { speakingSince[$0] != nil }
    measures.sound.follow(
      sound, isSpeaking: isSpeaking, lastWords: lastWords, isOnHold: isOnHold)
  }

  /// Where a call ends that turns out to be over.
  var end: SampleTime { max(start, lastWords) }

  /// Begins a hold; what is said from here on is not measured.
  mutating func beginHold(at now: SampleTime, isAsked: Bool) {
    for party in Party.allCases {
      if let since = speakingSince[party], since < now {
        measures.times.add(speech: Interval(start: since, end: now), of: party)
        lastWords = max(lastWords, now)
      }
    }
    holds.begin(at: now, isAsked: isAsked)
  }

  /// Ends the hold and returns it.
  ///
  /// A hold that was asked for is a part of the call even if nobody speaks after it.
  mutating func endHold(at end: SampleTime) -> Interval? {
    let isAsked = hold.isAsked
    guard let interval = holds.end(at: end) else { return nil }
    let end = interval.end
    measures.times.add(hold: interval)
    _ = guidance.add(Event(at: end, kind: .hold(interval)))
    if isAsked {
      lastWords = max(lastWords, end)
      for party in Party.allCases { ending.hear(party, until: end) }
    }
    for party in Party.allCases {
      if let since = speakingSince[party] { speakingSince[party] = max(since, end) }
    }
    return interval
  }

  /// The measures up to a time, with what is under way.
  func metrics(at now: SampleTime) -> Metrics {
    var open = CallTimes.Open()
    open.hold = hold.since
    if !isOnHold { open.speech = speakingSince }
    return measures.metrics(at: now, open: open)
  }

  /// Ends the call and returns its figures.
  mutating func finish(to end: SampleTime) -> CallFigures { measures.finish(to: end) }

  private mutating func take(speech interval: Interval, of party: Party) {
    speakingSince[party] = nil
    guard !isOnHold, let inside = inside(interval) else { return }
    // What came before a hold has been counted when it began.
    let from = holds.firstOutside(from: inside.start)
    guard from < inside.end else { return }
    measures.times.add(speech: Interval(start: from, end: inside.end), of: party)
    ending.hear(party, until: inside.end)
    if party == .customer || from - lastWords <= limits.edgeGap {
      lastWords = max(lastWords, inside.end)
    }
  }

  /// Dead air counts as far as it lies outside a hold and is still long enough.
  private mutating func take(
    deadAir interval: Interval, _ party: Party?, at now: SampleTime
  ) -> Answer {
    let start = holds.firstOutside(from: max(interval.start, self.start))
    let rest = Interval(start: start, end: max(start, interval.end))
    // A silence that was told of had been long enough before a tone broke it.
    let isExplained =
      toldSilence == start
      ? tones.takeHalf(of: rest) : tones.explain(rest, but: limits.deadAir)
    guard !isOnHold, !isSameAudio, rest.length >= limits.deadAir, !isExplained else {
      return Answer(isTold: false)
    }
    guard party != nil else {
      openSilence = rest
      return Answer(isTold: false)
    }
    return count(Event(at: now, kind: .deadAir(rest, endedBy: party)))
  }

  private mutating func follow(_ line: LineState, at now: SampleTime) {
    ending.follow(line, at: now)
    measures.isSameAudio = line.isSameAudio
    isMusic = line.sound == .music || line.sound == .notes
    if line.sound == .tone || line.hasTone { tones.add(at: now) }
    if speakingSince.agent != nil || speakingSince.customer != nil { tones.end() }
    for party in Party.allCases where !line.isHeard[party] {
      unheardSince[party] = unheardSince[party] ?? now
    }
  }

  private mutating func settle(to now: SampleTime) {
    // An end of speech or of unknown time is told a little after it.
    let lag = SampleTime(seconds: 2)
    var limit = min(lastWords, now - lag)
    for party in Party.allCases {
      limit = min(limit, speakingSince[party] ?? limit, (unheardSince[party] ?? now) - lag)
    }
    if let since = hold.since { limit = min(limit, since) }
    measures.times.settle(to: limit)
  }

  /// The part of a stretch that lies in the call.
  private func inside(_ interval: Interval) -> Interval? {
    interval.end > start
      ? Interval(start: max(interval.start, start), end: interval.end) : nil
  }
}
