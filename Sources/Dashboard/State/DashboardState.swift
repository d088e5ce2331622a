public import Conversation

/// Everything that the dashboard shows, folded from events and from what only the caller knows.
///
/// A value of bounded size: hours of events leave counts, minutes of timeline and a short list.
public struct DashboardState: Equatable, Sendable {
  /// The amount of audio consumed; `advance` moves it on.
  public internal(set) var now: SampleTime = .zero
  /// The measures of the call under way, or of the last one; set from the engine before a redraw.
  public var metrics: Metrics = Metrics()
  /// Whether a call is under way; follows `call_started` and `call_ended`.
  public var call: CallPhase
  /// What is known of each party.
  public var parties: PartyPair<PartyStatus>
  /// The last word to the agent, and when it was said.
  var said: SaidWord?
  /// How long a word to the agent stays; what is older says nothing of now.
  public var wordsStay: SampleTime = SampleTime(seconds: GuidanceSettings().shownFor)
  /// The party of whom nothing is heard, though the other talks.
  var unheard: Party?
  /// Whether audio is written to a file.
  public var recording: Recording = .off
  /// Whether the figures of finished calls are kept.
  public var saving: Saving = .off
  /// Whether the agent has muted the microphone elsewhere, so that the customer does not hear it.
  public var isAgentMuted: Bool = false
  /// False where the input forbids the figures.
  public var isReliable: Bool = true
  /// The figures that the input forbids.
  public var withheld: Withheld = []
  /// Whether an interruption lights up the header for a moment.
  public var flashes: Bool = false
  /// Whether the keys and signs are explained over the rest.
  public var showsHelp: Bool = false
  /// Whether the user has stopped the listening for a while.
  public private(set) var isPaused: Bool = false
  /// The beginning of the hold under way.
  public internal(set) var holdSince: SampleTime?
  /// The day so far: its calls, what is usual, and the goal.
  public var day: CallDay = CallDay()
  /// What fills the screen.
  var page = DashboardPage.call
  /// Whose turn it is.
  var turn = RunningTurn()
  /// Who has spoken when in the call under way.
  var sketch: CallSketch?
  /// The events between the newest and the lowest that is shown.
  public private(set) var scroll: Int = 0

  /// Whether audio is written to a file.
  public enum Recording: String, Equatable, Sendable {
    /// It is not.
    case off = "not recording"
    /// It is.
    case on = "recording"
    /// It was, until that failed.
    case failing = "recording failed"
  }

  /// Whether the figures of finished calls are kept.
  public enum Saving: String, Equatable, Sendable {
    /// They are not.
    case off = "not saving"
    /// They are.
    case on = "saving"
    /// The last ones could not be kept.
    case failing = "saving fails"
  }

  /// The condition named by the newest warning.
  var warning: (code: WarningCode, party: Party?)? {
    for entry in log.entries.reversed() {
      if case .warning(let code, let party) = entry.kind { return (code, party) }
    }
    return nil
  }

  /// What the agent has done with words; nil where no words have come.
  var words: SpokenActs?
  /// What can be learnt from the call that has just ended.
  var lessons: [GuidanceLine] = []
  /// The newest interruption's flag, for a moment's attention.
  var lastInterruptionAt: SampleTime?
  var overlapSince: SampleTime?
  var deadAirSince: SampleTime?
  /// The times that events are given.
  var clock: EventClock
  var log = EventLog()
  var past = RecentPast()

  /// The fall of a level meter, in dB a second, as on studio meters.
  private static let meterFall = 20.0

  /// Creates the state before the first event; a recording is one call from its start.
  public init(
    devices: PartyPair<String> = PartyPair(repeating: ""), call: CallPhase = .waiting,
    clock: EventClock = EventClock()
  ) {
    parties = PartyPair(
      agent: PartyStatus(device: devices.agent), customer: PartyStatus(device: devices.customer))
    self.call = call
    self.clock = clock
  }

  /// Moves the time on and takes the level in dBFS of each party's newest audio; nil for none.
  ///
  /// A meter rises at once and falls slowly, so that it can be read.
  public mutating func advance(to time: SampleTime, levels: PartyPair<Double?>) {
    let fall = Self.meterFall * max(0, (time - now).seconds)
    now = max(now, time)
    for party in Party.allCases {
      let faded = parties[party].level.map { $0 - fall }
      parties[party].level = levels[party].map { max($0, faded ?? $0) }
    }
  }

  /// Notes that a party is heard or not from now on, before the event says so.
  public mutating func setHeard(_ isHeard: Bool, _ party: Party) {
    if isHeard {
      parties[party].unheardSince = nil
    } else if parties[party].unheardSince == nil {
      parties[party].unheardSince = now
      parties[party].level = nil
    }
  }

  /// Stops the listening, or goes on with it.
  public mutating func setPaused(_ isPaused: Bool) {
    self.isPaused = isPaused
    for party in Party.allCases { setHeard(!isPaused, party) }
  }

  /// Whether an interruption of the call under way can be marked as wrong.
  public var hasContestable: Bool { log.hasContestable }
  /// Whether an interruption of the call under way is marked as wrong.
  public var hasMarkedWrong: Bool { log.hasMarkedWrong }

  /// The word to the agent that still says something of now; nil where there is none.
  var guidance: Nudge? { said.flatMap { now - $0.at < wordsStay ? $0.nudge : nil } }

  /// Adds a line of the caller's own to the list of events, as of a key that was pressed.
  public mutating func add(notice text: String) {
    log.add(.notice(text), at: now, clock)
    keepScrolled()
  }

  /// Moves the list of events by some lines, upwards to older ones for positive counts.
  public mutating func scroll(by lines: Int) {
    scroll = min(max(0, scroll + lines), max(0, log.entries.count - 1))
  }

  /// Keeps what the user reads in place when a line is added below.
  mutating func keepScrolled() {
    if scroll > 0 { scroll(by: 1) }
  }
}
