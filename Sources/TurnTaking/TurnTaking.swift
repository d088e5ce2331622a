public import Conversation

/// Turns what both parties' speech looks like, frame by frame, into conversation events.
///
/// A pure value: the same frames give the same events. Decisions that cannot wait (interruption
/// flags) use the newest knowledge; everything else uses the timeline of frames that nothing can
/// change any more.
public struct TurnTaking: Sendable {
  private var histories = PartyPair(repeating: PartyHistory())
  private var timeline = ActivityTimeline()
  private var rises = PartyPair(repeating: VoiceRise())
  private var floor: FloorTracker
  private var overlaps = OverlapTracker()
  private var silences: SilenceTracker
  private var interruptions: InterruptionTracker
  private var backchannels: BackchannelTracker
  private let newcomerSilent: Int
  private let customerDelay: Int

  /// Creates the state at the start of a stream.
  public init(settings: TurnSettings) {
    floor = FloorTracker(settings: settings)
    silences = SilenceTracker(settings: settings)
    interruptions = InterruptionTracker(settings: settings)
    backchannels = BackchannelTracker(settings: settings)
    newcomerSilent = SampleTime(seconds: settings.newcomerSilent).frames
    customerDelay = abs(SampleTime(seconds: settings.customerDelay).frames)
  }

  /// Whether there is so much noise that it is less certain who speaks when.
  public var isNoisy: Bool {
    get { interruptions.isNoisy }
    set { interruptions.isNoisy = newValue }
  }

  /// How well the parties are heard, as far as known; it bears on the confidence of flags alone.
  public var conditions: HearingConditions {
    get { interruptions.conditions }
    set { interruptions.conditions = newValue }
  }

  /// Takes what the newest settled frame sounds like: salience looks at it, nothing else does.
  public mutating func hear(
    _ voices: PartyPair<VoiceFrame>, probabilities: PartyPair<Double>
  ) {
    rises.agent.add(voices.agent, isSpeech: probabilities.agent >= 0.8)
    rises.customer.add(voices.customer, isSpeech: probabilities.customer >= 0.8)
    if interruptions.isFollowing {
      interruptions.rises = PartyPair(agent: rises.agent.share, customer: rises.customer.share)
    }
  }

  /// Takes what one more frame made known and emits what it causes.
  public mutating func advance(
    _ activities: PartyPair<PartyActivity>, emit: (Event.Kind) -> Void
  ) {
    for party in Party.allCases {
      histories[party].update(activities[party])
      timeline.update(party, activities[party])
    }
    for party in Party.allCases { follow(party, activities[party].edge, emit: emit) }
    // Handing over the histories costs more than the answer in most frames: that nothing is open.
    for party in Party.allCases where backchannels.isOpen[party] {
      decideBackchannel(party, emit: emit)
    }
    releaseFrames(emit: emit)
    if interruptions.isFollowing { interruptions.weigh(histories: &histories, emit: emit) }
  }

  /// Notes that a party, silent while it was muted, is heard again from a frame on.
  ///
  /// What it says there has begun before: nobody knows when, and it interrupts nobody.
  public mutating func unmute(_ party: Party, from frame: Int) {
    histories[party].unmutedFrom = frame
  }

  /// Ends the stream at a frame; both gates must have been finished, and their reports taken, before.
  public mutating func finish(at frame: Int, emit: (Event.Kind) -> Void) {
    releaseFrames(emit: emit)
    overlaps.finish(at: frame) { interruptions.add($0, emit: emit) }
    interruptions.finish(emit: emit)
    silences.finish(at: frame, emit: emit)
    floor.finish(emit: emit)
  }

  /// The earliest start that an event to come may still have: nothing before it will change.
  public var openSince: SampleTime {
    // As the customer's ears have it, an onset may be earlier by the delay of its channel.
    var open = timeline.released - customerDelay
    for party in Party.allCases where histories[party].isSpeaking {
      open = min(open, histories[party].segmentStart ?? open)
    }
    for start in [
      floor.openSince, overlaps.openSince, silences.start, interruptions.openSince,
      backchannels.openSince,
    ] {
      open = min(open, start ?? open)
    }
    return SampleTime(frames: max(0, open))
  }

  private mutating func follow(
    _ party: Party, _ edge: PartyActivity.Edge?, emit: (Event.Kind) -> Void
  ) {
    switch edge {
    case nil: break
    case .started(let start): emit(.speechStarted(party, start: start))
    case .cancelled(let start): emit(.speechCancelled(party, start: start))
    case .confirmed:
      backchannels.begin(party, histories: histories)
      guard !histories[party].hasBegunMuted(within: newcomerSilent) else { break }
      interruptions.begin(party, histories: histories, floor: floor)
    case .ended(let interval):
      emit(.speech(party, interval))
      backchannels.end(party, interval, histories: histories)
    }
  }

  private mutating func decideBackchannel(_ party: Party, emit: (Event.Kind) -> Void) {
    guard
      let interval = backchannels.decide(party, histories: &histories, holder: floor.holder)
    else { return }
    emit(.backchannel(party, interval))
    interruptions.credit(party, within: interval, emit: emit)
    floor.dismiss(party, within: interval)
  }

  private mutating func releaseFrames(emit: (Event.Kind) -> Void) {
    var frame = timeline.released
    while let states = timeline.next() {
      if let by = overlaps.advance(frame, states, ended: { interruptions.add($0, emit: emit) }) {
        emit(.overlapStarted(by: by, start: SampleTime(frames: frame)))
      }
      silences.advance(frame, states, emit: emit)
      interruptions.advance(frame, states, floor: floor)
      floor.advance(frame, states, emit: emit)
      frame = timeline.released
    }
  }
}
