public import Conversation

/// What happened in a call, folded from its events: the basis of every report.
///
/// Early announcements (`speech_started`, `overlap_started`, …) leave no trace once the finished
/// stretch has come; ten hours of talk need a few MB.
public struct CallRecord: Equatable, Sendable {
  /// The amount of audio consumed at the last event.
  public private(set) var end: SampleTime = .zero
  /// Each party's speech segments, by end.
  public private(set) var segments: PartyPair<[Interval]> = PartyPair(repeating: [])
  /// Each party's turns, by end.
  public private(set) var turns: PartyPair<[Interval]> = PartyPair(repeating: [])
  /// The stretches in which both spoke.
  public private(set) var overlaps: [Overlap] = []
  /// The returns of the holder of the floor to its own turn.
  public private(set) var resumptions: [Resumption] = []
  /// The interruptions that stand, by the time of their flag.
  public private(set) var interruptions: [RecordedInterruption] = []
  /// Those that are marked as wrong.
  private var wrong: [RecordedInterruption] = []
  /// The flags that were taken back.
  public private(set) var retracted: [RetractedInterruption] = []
  /// Each party's backchannels.
  public private(set) var backchannels: PartyPair<[Interval]> = PartyPair(repeating: [])
  /// The changes of who speaks.
  public private(set) var transitions: [RecordedTransition] = []
  /// The mutual silences that were too long.
  public private(set) var deadAir: [RecordedDeadAir] = []
  /// Each party's turns that were monologues.
  public private(set) var monologues: PartyPair<[Interval]> = PartyPair(repeating: [])
  /// The answers that came before the other had finished; experimental.
  public private(set) var prematureAnswers: [RecordedAnswer] = []
  /// The marked changes of the parties' voices.
  public private(set) var toneChanges: [ToneChange] = []
  /// The words to the agent during the call.
  public private(set) var nudges: [RecordedNudge] = []
  /// What words made known; nothing without words.
  public private(set) var words: [WordEvent] = []
  /// The stretches in which a party was not heard.
  public private(set) var unknown: [RecordedUnknown] = []
  /// The conditions that make figures doubtful.
  public private(set) var warnings: [RecordedWarning] = []

  /// Creates the record of no events.
  public init() {}

  /// What it says of the input only.
  var withoutSpeech: CallRecord {
    var input = CallRecord()
    input.end = end
    input.unknown = unknown
    input.warnings = warnings
    return input
  }

  /// Takes the next event of the stream.
  public mutating func add(_ event: Event) {
    end = max(end, event.at)
    switch event.kind {
    case .speech(let party, let interval): segments[party].append(interval)
    case .turn(let party, let interval): turns[party].append(interval)
    case .transition(let from, let to, let offset, let start):
      transitions.append(RecordedTransition(from: from, to: to, offset: offset, start: start))
    case .overlap(let overlap): overlaps.append(overlap)
    case .resumption(let resumption): resumptions.append(resumption)
    case .interruption(let flag):
      interruptions.append(RecordedInterruption(flag: flag, at: event.at))
    case .interruptionResolved(let resolution): resolve(resolution)
    case .retraction(let id, let reason): retract(id, reason)
    case .contest(let id): contest(id)
    case .contestWithdrawn(let id): withdrawContest(id)
    case .backchannel(let party, let interval): backchannels[party].append(interval)
    case .prematureAnswer(let party, let start, let confidence):
      prematureAnswers.append(RecordedAnswer(party: party, start: start, confidence: confidence))
    case .deadAir(let interval, let endedBy):
      deadAir.append(RecordedDeadAir(interval: interval, endedBy: endedBy))
    case .monologue(let party, let interval): monologues[party].append(interval)
    case .unknown(let party, let interval, let reason):
      unknown.append(RecordedUnknown(party: party, interval: interval, reason: reason))
    case .warning(let code, let party):
      warnings.append(RecordedWarning(code: code, party: party, at: event.at))
    case .toneChange(let change): toneChanges.append(change)
    case .words(let event): words.append(event)
    case .guidance(let nudge): nudges.append(RecordedNudge(nudge: nudge, at: event.at))
    case .speechStarted, .speechCancelled, .overlapStarted, .deadAirStarted, .monologueStarted,
      .device, .muteStarted, .mute, .nothingHeard, .callStarted, .callEnded, .lesson, .holdStarted,
      .hold, .mark, .settled, .metrics:
      break
    }
  }

  private mutating func resolve(_ resolution: InterruptionResolution) {
    if let index = interruptions.lastIndex(where: { $0.flag.id == resolution.id }) {
      interruptions[index].resolution = resolution
    } else if let index = wrong.lastIndex(where: { $0.flag.id == resolution.id }) {
      wrong[index].resolution = resolution
    }
  }

  private mutating func contest(_ id: Int) {
    guard let index = interruptions.lastIndex(where: { $0.flag.id == id }) else { return }
    wrong.append(interruptions.remove(at: index))
  }

  private mutating func withdrawContest(_ id: Int) {
    guard let index = wrong.lastIndex(where: { $0.flag.id == id }) else { return }
    let one = wrong.remove(at: index)
    let place = interruptions.firstIndex { $0.at > one.at } ?? interruptions.endIndex
    interruptions.insert(one, at: place)
  }

  private mutating func retract(_ id: Int, _ reason: RetractionReason) {
    guard let index = interruptions.lastIndex(where: { $0.flag.id == id }) else { return }
    let taken = interruptions.remove(at: index)
    retracted.append(RetractedInterruption(flag: taken.flag, at: taken.at, reason: reason))
  }
}
