public import Conversation

/// Follows a call that goes on, with words that come meanwhile, late or not at all.
///
/// Its user gives it every event of the engine and takes what it tells: most events at once, those that
/// words bear on as soon as the words are known, and what the parties do with words.
public final class LiveListener {
  /// How many words it takes to look at their language and timing, to judge whether they fit, and to tell
  /// the user that they do not.
  private static let enough = (language: 20, fit: 40, telling: 80)

  private let source: String
  private let language: String?
  private let settings: TurnSettings
  private var speech = HeardSpeech()
  private var patience = WordPatience()
  private var placed = PlacedWords()
  private var running: RunningActs
  private var held = HeldJudgements()
  private var horizon = SampleTime.zero
  private var spoken = Language()
  private var isEnglish = true
  private var nextLook = enough.language
  private var hasMisfit = false
  private var hasSaidLate = false
  private var hasSaidOffset = false
  private var hasSaidMisfit = false
  private var total: CallWording?
  /// What the words of the call amount to that has ended last; nil where they were of no use.
  public private(set) var lastCall: CallWording?
  /// What guidance rests on: the agent's open questions and cuts in all calls.
  private var telling: [WordEvent] = []
  private var notices: [String] = []

  /// A step of the call, for those who hear its audio too.
  public enum Step {
    /// The engine has emitted an event.
    case event(Event)
    /// Time has passed.
    case time(SampleTime)
  }

  /// Called with every step before the listener takes it; a recognizer hears the call's progress this way.
  public var follow: ((Step) -> Void)?

  /// Creates a listener for words of a source, such as "transcript", in a language if one is named.
  public init(
    source: String, language: String? = nil, acts: ListeningActs, settings: TurnSettings
  ) {
    self.source = source
    self.language = language
    self.settings = settings
    running = RunningActs(acts)
  }

  /// Takes words of a party; all of its words up to `through` have come with them.
  public func hear(_ words: [Word], of party: Party, through time: SampleTime) {
    placed.add(words, of: party)
    noteLate()
    patience.hear(party, through: time + offset)
  }

  /// What is added to the times of words, as far as they have told.
  public var offset: SampleTime { placed.fit.offset }

  private func noteLate() {
    guard placed.late > 0, !hasSaidLate else { return }
    hasSaidLate = true
    notices.append(
      "words came more than \(Int(WordPatience.wait.seconds)) s after their speech and are left out"
    )
  }

  /// No more words will come.
  public func endWords() { patience.isOver = true }

  /// Whether words may still come.
  public var awaitsWords: Bool { !patience.isOver }

  /// Takes the engine's next event, and tells it again unless words bear on it.
  public func take(_ event: Event, emit: (Event) -> Void) {
    follow?(.event(event))
    speech.take(event.kind)
    if let event = held.take(event) { emit(event) }
  }

  /// Moves the time on and tells what is known by now.
  public func advance(to now: SampleTime, emit: (Event) -> Void) {
    follow?(.time(now))
    horizon = max(horizon, patience.horizon(at: now, speech))
    tell(to: horizon, at: now, emit: emit)
  }

  /// Tells everything that waits: a call is over, and at the end of the stream nothing more is heard.
  public func flush(at now: SampleTime, isEnd: Bool, emit: (Event) -> Void) {
    horizon = max(horizon, now)
    if isEnd { placed.finish(at: now, speech) }
    tell(to: nil, at: now, emit: emit)
    if isEnd { sayOffset() }
  }

  /// The earliest start of what waits for words; nil where nothing does.
  public var openSince: SampleTime? { held.openSince }

  /// What the user should know by now, each once.
  public func takeNotices() -> [String] {
    defer { notices = [] }
    return notices
  }

  /// What the words of the calls amount to; complete once the last call has ended.
  public var wording: CallWording {
    var wording = total ?? CallWording(source: source)
    wording.alignment = placed.alignment
    wording.offset = offset
    if let misfit {
      wording = CallWording(source: source)
      wording.refusal = misfit
    }
    if placed.late > 0 { wording.withheld.append("\(placed.late) words, which came too late") }
    if placed.unheard > 0 {
      wording.withheld.append("\(placed.unheard) words, which come after the end of the sound")
    }
    return wording
  }

  /// Adds what the words bring to the guidance of all calls.
  public func guidance(_ lines: [GuidanceLine]) -> [GuidanceLine] {
    let wording = wording
    guard wording.refusal == nil else { return lines }
    return WordGuidance.lines(lines, with: telling, isPunctuated: wording.isPunctuated)
  }

  /// Sums up the words of a call that is over, and forgets them.
  public func endCall() {
    lastCall = nil
    let counts = held.takeCounts()
    defer {
      running = RunningActs(running.acts)
      spoken = Language()
      placed.forgetPlaced()
      speech.forget(before: horizon)
    }
    guard total == nil || !placed.words.agent.isEmpty || !placed.words.customer.isEmpty else {
      return
    }
    var wording = CallWording(source: source)
    wording.language = language
    wording.offset = offset
    wording.hasActs = isEnglish
    let splitter = splitter
    running.acts.count(
      running.events, running.sentences, placed.words, speech.segments, splitter, into: &wording)
    for party in Party.allCases {
      wording.parties[party].coverage = placed.words[party].coverage(of: speech.segments[party])
      wording.parties[party].judged = counts[party]
    }
    lastCall = hasMisfit ? nil : wording
    telling += running.events.filter(\.bearsOnGuidance)
    total = total.map { $0.adding(wording) } ?? wording
  }

  private func tell(to known: SampleTime?, at now: SampleTime, emit: (Event) -> Void) {
    placed.settle(to: known ?? now, at: now, speech)
    look(at: now)
    held.release(
      to: known, at: now, judgement: { judgement(since: $0, at: now) },
      isHeard: { [patience] in patience.knows($0, from: $1) }, emit: emit)
    // Acts are reported only once the timing of the words is settled.
    guard !hasMisfit, known == nil || placed.fit.isSettled else { return }
    let found = running.advance(
      to: known.map { min($0, placed.complete) }, words: placed.words, splitter, speech,
      hasActs: isEnglish, at: now)
    for event in found { emit(Event(at: now, kind: .words(event))) }
  }

  /// Says by how much the words' times are off, once.
  private func sayOffset() {
    guard !hasSaidOffset, offset != .zero else { return }
    hasSaidOffset = true
    notices.append("the times of the words are off: \(offset.seconds) s are added to them")
  }

  /// Looks now and then whether the words are English and fit.
  private func look(at now: SampleTime) {
    guard placed.placed >= nextLook else { return }
    let step = placed.refit(at: now, speech)
    if step != .zero {
      patience.move(by: step)
      spoken = Language()
      // Acts found while the words were misplaced are looked for again.
      running = RunningActs(running.acts)
    }
    if placed.fit.isSettled { sayOffset() }
    noteLate()
    nextLook = placed.placed + Self.enough.language
    spoken.look(at: placed.words)
    isEnglish = spoken.isEnglish(named: language)
    guard placed.placed >= Self.enough.fit else { return }
    let misfit = misfit
    hasMisfit = misfit != nil
    // Words whose times are off may still find their place.
    guard
      placed.fit.isSettled || placed.fit.isSwapped || placed.placed >= Self.enough.telling
    else { return }
    if let misfit, !hasSaidMisfit { notices.append("words are not used: \(misfit)") }
    hasSaidMisfit = hasMisfit
  }

  /// Why the words are of no use, going by those so far; nil where they may be of use.
  private var misfit: TranscriptError? {
    guard let alignment = placed.alignment, alignment < TranscriptFit.leastAlignment else {
      return nil
    }
    let share = "only \(Int(alignment * 100)) % of the words lie where their party speaks"
    if placed.fit.isSwapped, placed.placed >= Self.enough.fit {
      return TranscriptError(
        .swappedParties, "\(share): the parties are swapped", remedy: "write each word's own party")
    }
    return TranscriptError(
      .notAligned, share, remedy: "write times in seconds of the stream and each word's own party")
  }

  private var splitter: SentenceSplitter {
    SentenceSplitter(
      marked: placed.marked, of: placed.words.agent.count + placed.words.customer.count)
  }

  /// A judgement of what began no earlier than a time, which looks no farther back.
  private func judgement(since time: SampleTime, at now: SampleTime) -> LastJudgement? {
    guard isEnglish, !hasMisfit, !placed.isDoubtful else { return nil }
    let waiting = placed.laidWaiting(at: now, speech)
    let splitter = splitter
    // What an onset is judged by may begin a little before it.
    let since = time - HeardSpeech.lag
    return LastJudgement(
      words: PartyPair(
        agent: placed.words.agent.since(since) + waiting.agent,
        customer: placed.words.customer.since(since) + waiting.customer),
      sentences: running.sentences(since: since, of: placed.words, then: waiting, splitter),
      splitter: splitter, table: running.acts.table, settings: settings)
  }
}

extension WordEvent {
  /// Whether guidance looks at it.
  fileprivate var bearsOnGuidance: Bool {
    switch self {
    case .question(.agent, _, isOpen: true, _, _), .cutInPause(.agent, _, _, _): true
    default: false
    }
  }
}
