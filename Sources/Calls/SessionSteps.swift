import Conversation
import Listening
import VoiceActivity

/// What a session's engine has told, and what was known of the line meanwhile, to be followed once more.
///
/// It is kept where judgements are made again with words, which are complete at the end only. An hour of
/// talk takes some 5 MB.
///
/// A class, since the session that has it cannot be copied, and every value in it costs the compiler.
final class SessionSteps {
  /// A look at the line, without what has been counted of the voices.
  private struct Look {
    let now: SampleTime
    let level: Double?
    let sound: LineSound
    let powers: PartyPair<PowerSums>
    let isHeard: PartyPair<Bool>
    let doubts: InputDoubts
    let hasSignal: PartyPair<Bool>
    let hasTone: Bool
    let openSince: SampleTime?

    init(_ now: SampleTime, _ line: LineState) {
      self.now = now
      level = line.level
      sound = line.sound
      powers = line.counts.powers
      isHeard = line.isHeard
      doubts = line.doubts
      hasSignal = line.hasSignal
      hasTone = line.hasTone
      openSince = line.openSince
    }

    var line: LineState {
      var line = LineState(
        level: level, sound: sound, counts: SoundCounts(powers: powers), isHeard: isHeard,
        doubts: doubts, hasSignal: hasSignal)
      line.hasTone = hasTone
      line.openSince = openSince
      return line
    }
  }

  private enum Step {
    /// The engine has reported on the conversation.
    case event(Event)
    /// The line was looked at.
    case look(Look)
    /// Something was reported that no judgement affects.
    case told(Event)
    /// The stream was over.
    case end(SampleTime, PartyPair<PowerSums>)
  }

  private var steps: [Step] = []
  /// The measures that were told on the way, in their order.
  private var measures: [Metrics] = []
  private let configuration: Configuration
  /// The figures and the guidance, once everything has been followed again.
  private var judged: (metrics: Metrics, guidance: [GuidanceLine])?

  init(_ configuration: Configuration) { self.configuration = configuration }

  func add(_ event: Event) { steps.append(.event(event)) }

  func add(told event: Event) { steps.append(.told(event)) }

  func finish(at end: SampleTime, _ counts: SoundCounts) {
    steps.append(.end(end, counts.powers))
  }

  func add(_ now: SampleTime, _ line: LineState) { steps.append(.look(Look(now, line))) }

  /// Notes measures that were told, which have in them how it sounded.
  func note(_ event: Event) {
    switch event.kind {
    case .metrics(let metrics), .callEnded(_, let metrics): measures.append(metrics)
    default: break
    }
  }

  /// Follows everything once more; `judge` gives what comes in the place of some of the engine's events.
  func follow(judge: ([Event]) -> [Int: [Event]], emit: (Event) -> Void) {
    var calls = CallTracker(configuration)
    var measures = measures.makeIterator()
    func tell(_ event: Event) {
      var event = event
      switch event.kind {
      case .metrics(let metrics):
        if var heard = measures.next() {
          heard.takeJudgements(of: metrics)
          event.kind = .metrics(heard)
        }
      case .callEnded(let interval, let metrics):
        if var heard = measures.next() {
          heard.takeJudgements(of: metrics)
          event.kind = .callEnded(interval, heard)
        }
      default: break
      }
      emit(event)
    }
    let changes = judge(
      steps.compactMap { step in if case .event(let event) = step { event } else { nil } })
    var number = 0
    for step in steps {
      switch step {
      case .event(let event):
        for event in changes[number] ?? [event] { calls.take(event, emit: tell) }
        number += 1
      case .told(let event): tell(event)
      case .look(let look): calls.advance(to: look.now, line: look.line, emit: tell)
      case .end(let end, let powers):
        calls.finish(at: end, counts: SoundCounts(powers: powers), emit: tell)
        judged = calls.uncalled(at: end) ?? (calls.total, calls.guidanceLines)
      }
    }
  }

  /// The figures and the guidance by the judgements; nil where there were no new ones.
  ///
  /// How it sounded stays as it was heard.
  func judged(
    _ heard: Metrics
  ) -> (metrics: Metrics, guidance: [GuidanceLine])? {
    guard let judged else { return nil }
    var metrics = heard
    metrics.takeJudgements(of: judged.metrics)
    return (metrics, judged.guidance)
  }
}

extension Metrics {
  /// Takes from other measures of the same stretch what judgements bear on.
  mutating func takeJudgements(of other: Metrics) {
    for party in Party.allCases {
      let judged = other.parties[party]
      parties[party].interruptions = judged.interruptions
      parties[party].resumptions = judged.resumptions
      parties[party].backchannels = judged.backchannels
      parties[party].credit = judged.credit
      parties[party].yielding = judged.yielding
      parties[party].prematureAnswers = judged.prematureAnswers
    }
    openingStatement = other.openingStatement
  }
}
