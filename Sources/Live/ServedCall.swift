import CRealtime
import Calls
public import Conversation
import Listening
import Words

/// A live call without a thread of its own: its owner serves it when its audio has arrived.
///
/// Used from one thread at a time. `LiveCall` gives one a thread, `CallShelf` serves many on one.
public final class ServedCall<Source: LiveSource & ~Copyable> {
  private var source: Source
  private var hearing: ListeningSession
  private let recorder: CallRecorder?
  /// What takes the call's words; nil without words.
  private let words: WordIntake?
  private let statusInterval: SampleTime?
  private var nextStatus: SampleTime
  private var samplesLeft: Int
  private var steps: StepTimes?
  private var hasEnded = false
  /// The device that was lost at the end.
  private var goneDevice: String?
  private var wasMuted = false
  /// What is heard of an agent who is muted elsewhere.
  private var silence: [Float] = []

  /// What is heard, with the settings and what the caller knows.
  public let session: Session

  /// Whether audio is withheld from the engine: unknown time with the reason `paused`.
  public var isPaused: Bool = false

  /// Whether the customer does not hear the agent, who therefore counts as silent.
  public var isAgentMuted: Bool = false

  /// Creates a call that is heard from a source; `timesSteps` keeps how long each step takes.
  public init(
    _ source: consuming Source, settings: LiveSettings = LiveSettings(), timesSteps: Bool = false
  ) {
    let rate = source.rate
    var session = source.session
    session.settings = settings.configuration.fingerprint
    session.take(settings.identity)
    self.session = session
    let (waits, isRecording) = (source.waits, source.isRecording)
    words = settings.words.map {
      WordIntake(
        $0, settings: settings.configuration.turns, rate: rate, waits: waits,
        isRecording: isRecording)
    }
    hearing = ListeningSession(
      configuration: settings.configuration, rate: rate, kernels: settings.kernels,
      isRecording: source.isRecording, words: words?.listener)
    recorder = settings.recorder
    statusInterval = settings.statusInterval
    nextStatus = settings.statusInterval ?? .zero
    samplesLeft = settings.duration.map { rate.samples(in: $0) } ?? .max
    steps = timesSteps ? StepTimes() : nil
    self.source = source
  }

  /// Whether words may still come.
  var awaitsWords: Bool { words?.isOpen ?? false }

  /// Has the rest of the words come: the audio is over.
  func endAudio() { words?.endAudio() }

  /// Takes the words that have come.
  func takeWords(tell: (LiveItem) -> Void) {
    words?.take(at: hearing.consumed) { tell(.notice($0)) }
  }

  /// Whether nothing more will come: what is left is to `finish`.
  public var isOver: Bool { hasEnded || samplesLeft <= 0 }

  /// The measures of the call under way; nil where there is none.
  public var metrics: Metrics? { hearing.metrics }

  /// Starts fetching what the next step needs, one call ahead: see `Engine.prefetch`.
  public func prefetch() { hearing.prefetch() }

  /// Takes the next piece that its source has, waiting for it some milliseconds at most, and tells
  /// what it causes; false where none has come or the call is over.
  @discardableResult
  public func serve(milliseconds: Int = 0, tell: (LiveItem) -> Void) -> Bool {
    guard !isOver else { return false }
    let step = next(milliseconds: milliseconds)
    take(step, tell: tell)
    return step != .waiting
  }

  /// Waits for the next piece, but hardly longer than some milliseconds.
  func next(milliseconds: Int) -> LiveStep { source.next(milliseconds: milliseconds) }

  /// Takes a piece that has just come.
  func take(_ step: LiveStep, tell: (LiveItem) -> Void) {
    switch step {
    case .stretch(let stretch): take(stretch, tell)
    case .device(let party, let state, let name):
      hearing.note(device: name, of: party, is: state) { tell(.event($0)) }
    case .warning(let code, let party): hearing.warn(code, party) { tell(.event($0)) }
    case .notice(let text): tell(.notice(text))
    case .waiting: break
    case .ended(let gone):
      hasEnded = true
      goneDevice = gone
    }
  }

  /// Marks the moment.
  public func mark(tell: (LiveItem) -> Void) { hearing.mark { tell(.event($0)) } }

  /// Removes the latest interruption of the call under way from all figures.
  public func contest(tell: (LiveItem) -> Void) { hearing.contest { tell(.event($0)) } }

  /// Takes the last mark of the call under way back.
  public func withdrawContest(tell: (LiveItem) -> Void) {
    hearing.withdrawContest { tell(.event($0)) }
  }

  /// Begins a new call now; one that is under way is over.
  public func startNewCall(tell: (LiveItem) -> Void) {
    hearing.startNewCall { send($0, tell) }
  }

  /// Puts the call under way on hold, or resumes it.
  public func toggleHold(tell: (LiveItem) -> Void) { hearing.toggleHold { tell(.event($0)) } }

  /// Ends the call, with notes of its owner's for the summary; `ended` is reported last.
  public func finish(notes: [String] = [], tell: (LiveItem) -> Void) {
    finishRecording()
    for remark in source.remarks(stopped: !isOver) {
      hearing.add(note: remark.note, isDoubtful: remark.isDoubtful)
      if let code = remark.code { hearing.warn(code, remark.party) { tell(.event($0)) } }
    }
    if let goneDevice {
      hearing.add(note: "device \(goneDevice) was lost and has not come back")
    }
    takeWords(tell: tell)
    for note in notes + (words?.notes ?? []) { hearing.add(note: note) }
    hearing.finish { send($0, tell) }
    tell(
      .ended(
        LiveEnding(
          summary: hearing.summary, goneDevice: goneDevice, steps: steps ?? StepTimes())))
  }

  /// Puts a stretch through the engine; withheld audio never gets there.
  private func take(_ stretch: AudioStretch, _ tell: (LiveItem) -> Void) {
    let samples = min(stretch.samples, samplesLeft)
    samplesLeft -= samples
    let begun = steps == nil ? 0 : ij_clock_monotonic()
    noteMute(tell)
    takeWords(tell: tell)
    if isPaused {
      recorder?.addSilence(samples: samples, waits: source.waits)
      words?.addSilence(samples: samples)
      hearing.skip(samples: samples, unknown: PartyPair(repeating: .paused)) { send($0, tell) }
    } else {
      if isAgentMuted, silence.count < samples { silence = Array(repeating: 0, count: samples) }
      let agent = isAgentMuted ? silence : source.agent
      let customer = source.customer
      recorder?.add(
        agent: agent.span.extracting(first: samples),
        customer: customer.span.extracting(first: samples), waits: source.waits)
      words?.add(agent: agent, customer: customer, samples: samples)
      hearing.process(
        agent: agent.span.extracting(first: samples),
        customer: customer.span.extracting(first: samples), unknown: stretch.unknown
      ) { send($0, tell) }
    }
    if begun > 0 {
      steps?.add(
        nanoseconds: Int(ij_clock_monotonic() - begun),
        count: max(1, samples / source.rate.frameLength))
    }
    tellStatus(tell)
  }

  /// Tells an event; the end of a call comes after what its words amount to.
  private func send(_ event: Event, _ tell: (LiveItem) -> Void) {
    if let words, case .callEnded = event.kind, let wording = words.listener.lastCall {
      tell(.wording(wording))
    }
    tell(.event(event))
  }

  private func noteMute(_ tell: (LiveItem) -> Void) {
    guard isAgentMuted != wasMuted else { return }
    wasMuted = isAgentMuted
    if isAgentMuted {
      hearing.mute(.agent) { tell(.event($0)) }
    } else {
      hearing.unmute(.agent) { tell(.event($0)) }
    }
  }

  private func tellStatus(_ tell: (LiveItem) -> Void) {
    guard let statusInterval, hearing.state.consumed >= nextStatus else { return }
    nextStatus = hearing.state.consumed + statusInterval
    tell(.status(hearing.state))
  }

  /// Ends the recording, and notes what is missing in one that did not fail.
  private func finishRecording() {
    guard let recorder else { return }
    recorder.finish()
    guard recorder.failure == nil, recorder.leftOut > 0 else { return }
    let seconds = Double(recorder.leftOut) / Double(source.rate.rawValue)
    let tenths = Int((10 * seconds).rounded(.up))
    hearing.add(
      note: "\(tenths / 10).\(tenths % 10) s of the recording are silence: the disk was too slow")
  }
}
