public import Conversation
import Wording

/// Events as plain lines for `monitor --plain`: `0:18.3  agent interrupts customer, took the turn (0.9 s)`.
///
/// The time is that at which it began, as in the report and on the dashboard. An interruption is one
/// line, once its outcome is known; later lines wait for it, so that they come in order: at most 6.5 s,
/// and longer where words are waited for.
public struct PlainEventText: Sendable {
  private let detail: PlainDetail
  private var clock: EventClock
  /// The flags whose outcome is not known.
  private var flags: [Interruption] = []
  /// Those of them that are marked as wrong.
  private var marked: [Interruption] = []
  /// The lines that wait for the outcome of an earlier flag, by their times.
  private var waiting: [(time: SampleTime, line: String)] = []

  /// Creates a writer at the start of a stream.
  public init(_ detail: PlainDetail = .news, clock: EventClock = EventClock(.stream)) {
    self.detail = detail
    self.clock = clock
  }

  /// The lines that can be written after an event.
  public mutating func lines(_ event: Event) -> [String] {
    clock.follow(event)
    forget(event.kind)
    var moment = clock.moment(of: event)
    if let flag = flagEnded(by: event.kind) { moment = flag.start }
    if let words = clause(event.kind) {
      let line = FigureText.clock(clock.reading(moment)) + "  " + words
      guard detail == .news else { return [line] }
      let index = waiting.firstIndex { $0.time > moment } ?? waiting.endIndex
      waiting.insert((moment, line), at: index)
    }
    // A call's result waits for nothing.
    if case .callEnded = event.kind { flags.removeAll() }
    return release()
  }

  /// Forgets what is marked as wrong once it has an outcome: it has been told.
  private mutating func forget(_ kind: Event.Kind) {
    switch kind {
    case .interruptionResolved(let end): marked.removeAll { $0.id == end.id }
    case .retraction(let id, _): marked.removeAll { $0.id == id }
    case .callEnded: marked.removeAll()
    default: break
    }
  }

  /// The lines that still wait at the end of the stream.
  public mutating func finish() -> [String] {
    flags.removeAll()
    return release()
  }

  private mutating func release() -> [String] {
    let limit = flags.map(\.start).min()
    let count = waiting.firstIndex { line in limit.map { line.time > $0 } ?? false }
    defer { waiting.removeFirst(count ?? waiting.count) }
    return waiting.prefix(count ?? waiting.count).map(\.line)
  }

  private mutating func clause(_ kind: Event.Kind) -> String? {
    switch detail {
    case .news: news(kind)
    case .everything: news(kind) ?? detail(kind)
    }
  }

  /// What is printed without `--verbose`.
  private mutating func news(_ kind: Event.Kind) -> String? {
    switch kind {
    case .interruption(let flag):
      flags.append(flag)
      return nil
    case .interruptionResolved(let resolution):
      // What may be agreement is for whoever asks for everything.
      if resolution.agreement != nil, detail == .everything { return nil }
      guard let flag = takeFlag(resolution.id), resolution.agreement == nil else { return nil }
      return EventWords.interruption(flag.party, resolution)
    case .retraction(let id, _) where detail == .news:
      _ = takeFlag(id)
      return nil
    case .contest(let id):
      let flag = takeFlag(id)
      if let flag { marked.append(flag) }
      let who = flag.map { " by the \($0.party.name)" } ?? ""
      return "marked as wrong: the newest interruption\(who)"
    case .contestWithdrawn(let id):
      if let index = marked.lastIndex(where: { $0.id == id }) {
        flags.append(marked.remove(at: index))
      }
      return "no longer marked as wrong: that interruption"
    case .deadAir(let interval, let party):
      return EventWords.deadAir(interval.length, endedBy: party)
    case .unknown(let party, let interval, let reason):
      return EventWords.notHeard(party, for: interval.length, reason)
    case .device(let party, let state, let name):
      return EventWords.device(party, state, name: name)
    case .warning(let code, let party):
      return "warning: \(EventWords.condition(code.words, of: party))"
    case .nothingHeard(let party, _): return EventWords.nothingHeard(party)
    case .guidance(let nudge): return "guidance: \(nudge.words(at: clock.reading(nudge.start)))"
    case .callStarted(let start): return EventWords.callBegins(clock.timeOfDay(start))
    case .callEnded(let interval, _): return EventWords.callEnds(interval.length)
    case .lesson(let line): return "lesson: \(line.sentence(clock.origin))"
    case .hold(let interval): return "on hold for \(FigureText.length(interval.length))"
    case .mark: return "marked"
    default: return nil
    }
  }

  /// What else there is to tell.
  private mutating func detail(_ kind: Event.Kind) -> String? {
    switch kind {
    case .interruption(let flag):
      let sure = FigureText.decimal(flag.confidence, places: 2)
      return "\(EventWords.bothSpeak(flag.party)) (\(sure))"
    case .interruptionResolved(let resolution):
      guard let flag = takeFlag(resolution.id), let agreement = resolution.agreement else {
        return "an interruption is settled: \(resolution.outcome.words)"
      }
      return "\(EventWords.mayAgree(flag.party)) (\(FigureText.decimal(agreement, places: 2)))"
    case .retraction(let id, let reason):
      let who = takeFlag(id).map { " by the \($0.party.name)" } ?? ""
      return "no interruption\(who): \(reason.words)"
    case .turn(let party, let interval):
      return "\(party.name) has a turn of \(FigureText.seconds(interval.length))"
    case .transition(_, let party, let offset, _):
      return offset < .zero
        ? "\(party.name) starts \(FigureText.seconds(.zero - offset)) before \(party.other.name) stops"
        : "\(party.name) answers after \(FigureText.seconds(offset))"
    case .monologueStarted(let party, _): return EventWords.talksLong(party)
    case .monologue(let party, let interval):
      return "\(party.name) talks for \(FigureText.length(interval.length))"
    case .overlap(let overlap):
      return "both speak for \(FigureText.seconds(overlap.interval.length))"
    case .resumption(let resumption):
      return "\(resumption.party.name) comes back to its own turn"
        + (resumption.isContested ? ", over the other's words" : "")
    case .backchannel(let party, _): return EventWords.shortWord(party)
    case .prematureAnswer(let party, _, let confidence):
      return "\(EventWords.answersEarly(party)) (\(FigureText.decimal(confidence, places: 2)))"
    case .deadAirStarted: return "both are silent"
    case .muteStarted(let party, _): return "\(party.name) is muted, counts as silent"
    case .mute(let party, let interval):
      return "\(party.name) was muted for \(FigureText.seconds(interval.length))"
    case .holdStarted: return "on hold"
    case .toneChange(let change): return "\(change.party.name)'s \(change.words)"
    case .words(let event): return event.words
    // Another event says it.
    case .speechStarted, .speechCancelled, .speech, .overlapStarted, .settled, .metrics, .contest,
      .contestWithdrawn, .deadAir,
      .unknown, .device, .warning, .nothingHeard, .guidance, .callStarted, .callEnded, .lesson,
      .hold, .mark:
      return nil
    }
  }

  /// The flag that an event is about, still kept.
  private func flagEnded(by kind: Event.Kind) -> Interruption? {
    switch kind {
    case .interruptionResolved(let end): flags.last { $0.id == end.id }
    case .retraction(let id, _), .contest(let id): flags.last { $0.id == id }
    default: nil
    }
  }

  private mutating func takeFlag(_ id: Int) -> Interruption? {
    flags.lastIndex { $0.id == id }.map { flags.remove(at: $0) }
  }
}
