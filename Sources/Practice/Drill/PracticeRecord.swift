public import Conversation

/// What has happened in a practice, as far as the drills count it.
public struct PracticeRecord: Sendable {
  /// What the customer has told, in order.
  public private(set) var tellings: [Telling] = []
  /// Where it has waited for an answer.
  public private(set) var places: [AnswerPlace] = []
  /// The trainee's speech.
  public private(set) var speech: [Interval] = []
  /// The trainee's short words and acknowledgements.
  public private(set) var encouragements: [Interval] = []
  /// The trainee's flagged interruptions that still stand.
  public private(set) var flags: [Interruption] = []
  /// What came of flags, by their number.
  public private(set) var resolutions: [Int: InterruptionResolution] = [:]
  /// When the customer stopped, after the onset of what it stopped for.
  public private(set) var stops: [(onset: SampleTime, at: SampleTime)] = []

  /// The onsets of words for which the customer had stopped and then gone on.
  private(set) var words: [SampleTime] = []

  /// Creates an empty record.
  public init() {}

  /// Takes an event of the engine.
  mutating func take(_ event: Event) {
    switch event.kind {
    case .speech(.agent, let interval): speech.append(interval)
    case .backchannel(.agent, let interval): encouragements.append(interval)
    case .overlap(let overlap)
    where overlap.by == .agent && overlap.onset?.kind == .acknowledgement:
      encouragements.append(overlap.interval)
    case .interruption(let flag) where flag.party == .agent: flags.append(flag)
    case .interruptionResolved(let resolution): resolutions[resolution.id] = resolution
    case .retraction(let id, _): flags.removeAll { $0.id == id }
    default: break
    }
  }

  /// The customer begins a piece.
  mutating func begin(piece: Int, at now: SampleTime) {
    leavePlace(at: now)
    tellings.append(Telling(piece: piece, interval: Interval(start: now, end: now)))
  }

  /// The sound of the piece under way is over.
  mutating func end(at now: SampleTime, _ ending: Telling.Ending) {
    guard let last = tellings.indices.last else { return }
    tellings[last].interval.end = now
    tellings[last].ending = ending
    if case .cut(let onset) = ending { stops.append((onset, now)) }
  }

  /// The customer goes on with the piece: what it had stopped for was a short word.
  mutating func goOn() {
    guard let last = tellings.indices.last, let word = tellings[last].cut else { return }
    tellings[last].ending = nil
    words.append(word)
  }

  /// The trainee came into the pause after the last piece.
  mutating func cutPause(by onset: SampleTime) {
    guard let last = tellings.indices.last else { return }
    tellings[last].ending = .cutInPause(by: onset)
  }

  /// The customer waits for an answer from here on.
  mutating func wait(piece: Int, at now: SampleTime, isLast: Bool) {
    places.append(AnswerPlace(piece: piece, at: now, isLast: isLast))
  }

  /// The trainee answers, with speech that began at a time.
  mutating func answer(from onset: SampleTime) {
    guard let last = places.indices.last, places[last].answered == nil else { return }
    places[last].answered = onset
  }

  /// The customer asks whether anybody is there.
  mutating func ask(at now: SampleTime) {
    guard let last = places.indices.last, places[last].asked == nil else { return }
    places[last].asked = now
  }

  /// The customer goes on, or hangs up.
  mutating func leavePlace(at now: SampleTime) {
    guard let last = places.indices.last, places[last].until == nil else { return }
    places[last].until = now
  }
}
