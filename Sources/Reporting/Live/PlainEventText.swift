public import Conversation
import Wording

/// Events as plain lines for `monitor --plain`: `0:12.3  both speak: agent over customer (0.83)`.
///
/// The time is the amount of audio consumed, so lines come in order. It remembers who raised a flag
/// until its outcome is said.
public struct PlainEventText: Sendable {
  private var flags: [Interruption] = []

  /// Creates a writer at the start of a stream.
  public init() {}

  /// The line of an event; nil for announcements that a later event repeats, and for metrics.
  public mutating func line(_ event: Event) -> String? {
    clause(event.kind).map { FigureText.clock(event.at) + "  " + $0 }
  }

  private mutating func clause(_ kind: Event.Kind) -> String? {
    switch kind {
    case .interruption(let flag):
      flags.append(flag)
      let sure = FigureText.decimal(flag.confidence, places: 2)
      return "\(EventWords.bothSpeak(flag.party)) (\(sure))"
    case .interruptionResolved(let resolution): return clause(resolution)
    case .retraction(let id, let reason):
      let who = takeFlag(id).map { " by the \($0.party.name)" } ?? ""
      return "no interruption\(who): \(reason.words)"
    case .turn(let party, let interval):
      return "\(party.name) had a turn of \(FigureText.seconds(interval.length))"
    case .transition(_, let party, let offset, _):
      return offset < .zero
        ? "\(party.name) starts \(FigureText.seconds(.zero - offset)) before \(party.other.name) stops"
        : "\(party.name) answers after \(FigureText.seconds(offset))"
    case .monologueStarted(let party, _): return EventWords.talksLong(party)
    case .monologue(let party, let interval):
      return "\(party.name) ends a monologue of \(FigureText.clock(interval.length))"
    case .overlap(let overlap):
      return "both spoke for \(FigureText.seconds(overlap.interval.length))"
    case .resumption(let resumption):
      return "\(resumption.party.name) comes back to the own turn"
        + (resumption.isContested ? ", over the other's words" : "")
    case .backchannel(let party, _): return EventWords.shortWord(party)
    case .prematureAnswer(let party, _, let confidence):
      return "\(EventWords.answersEarly(party)) (\(FigureText.decimal(confidence, places: 2)))"
    case .deadAirStarted: return "both are silent"
    case .deadAir(let interval, let endedBy):
      return "dead air of \(FigureText.seconds(interval.length)) is over"
        + (endedBy.map { ", \($0.name) speaks" } ?? "")
    case .unknown(let party, let interval, let reason):
      return EventWords.notHeard(party, for: interval.length, reason)
    case .device(let party, let state, let name):
      return EventWords.device(party, state, name: name)
    case .muteStarted(let party, _): return "\(party.name) is muted, counts as silent"
    case .mute(let party, let interval):
      return "\(party.name) is no longer muted, after \(FigureText.seconds(interval.length))"
    case .warning(let code, let party):
      return "warning: \(EventWords.condition(code.words, of: party))"
    case .contest(let id):
      let who = takeFlag(id).map { " by the \($0.party.name)" } ?? ""
      return "marked as wrong: the newest interruption\(who)"
    case .nothingHeard(let party, _): return EventWords.nothingHeard(party)
    case .lesson(let line): return "lesson: \(line.sentence())"
    case .callStarted: return "call begins"
    case .callEnded(let interval, _):
      return "call of \(FigureText.clock(interval.length)) is over"
    case .holdStarted: return "on hold"
    case .hold(let interval): return "on hold for \(FigureText.seconds(interval.length))"
    case .mark: return "marked"
    case .toneChange(let change): return "\(change.party.name)'s \(change.words)"
    case .guidance(let nudge): return "guidance: \(nudge.words)"
    case .words(let event): return event.words
    // A later event says it, or it is no news to somebody who reads along.
    case .speechStarted, .speechCancelled, .speech, .overlapStarted, .settled, .metrics:
      return nil
    }
  }

  private mutating func clause(_ resolution: InterruptionResolution) -> String {
    let overlap = "after \(FigureText.seconds(resolution.overlap)) of overlap"
    guard let flag = takeFlag(resolution.id) else {
      return "interruption settled \(overlap): \(resolution.outcome.words)"
    }
    if let agreement = resolution.agreement {
      return "\(EventWords.mayAgree(flag.party)) "
        + "(\(FigureText.decimal(agreement, places: 2)))"
    }
    return "\(EventWords.interrupts(flag.party)), \(resolution.outcome.words) \(overlap)"
  }

  private mutating func takeFlag(_ id: Int) -> Interruption? {
    flags.lastIndex { $0.id == id }.map { flags.remove(at: $0) }
  }
}
