public import Conversation

/// Finds the speech of both parties: samples in, one report a frame out.
///
/// Works in steps of 20 ms and allocates nothing after it has been made. Any chunking of the same
/// samples gives the same reports, bit for bit.
public struct VoiceActivity: ~Copyable {
  /// The rate of the samples.
  public let rate: EngineRate
  // What every block needs comes first and lies together.
  private var filling = StepFilling()
  private let spectrum: Spectrum
  private let network: SpeechNetwork
  private var leaks: LeakFilter
  private var gates: PartyPair<ActivityGate>
  private var meters = PartyPair(repeating: LevelMeter())
  private var input: InputInspector
  private var line: CustomerLine
  private var tones = PartyPair(repeating: ToneSteps())
  private var signals = PartyPair(repeating: SignalTones())
  /// Whether a tone of the network was heard since that was last asked for.
  private var hasHeardTone = false
  private var announcement = Announcement()
  private let measuresVoices: Bool
  private var voices: VoiceFinder
  /// The level in dB of the other's voice in a party's channel, looked up once a second.
  private var leakLevels = PartyPair<Double?>(repeating: nil)
  /// Whether the customer speaks in the frame under way after a long silence.
  private var beginsAnew = false
  /// The frames before the step under way.
  private var frame = 0

  /// Creates a detector at the start of a stream.
  ///
  /// A stream may hold many calls: levels are measured anew after half a minute without the customer.
  /// Measuring voices costs a tenth.
  public init(
    rate: EngineRate, settings: ActivitySettings, kernels: KernelSet, measuresVoices: Bool = true
  ) {
    self.rate = rate
    self.measuresVoices = measuresVoices
    voices = VoiceFinder(rate: rate, kernels: kernels.kernels)
    spectrum = Spectrum(rate: rate, kernels: kernels.kernels)
    network = SpeechNetwork(kernels: kernels.kernels)
    leaks = LeakFilter(kernels: kernels.kernels)
    line = CustomerLine(kernels: kernels.kernels, windowLength: spectrum.windowLength)
    input = InputInspector(frameLength: spectrum.frameLength, kernels: kernels.kernels)
    gates = PartyPair(repeating: ActivityGate(settings: settings))
  }

  /// What is known about the quality of a party's input.
  public func health(of party: Party) -> InputHealth { input.healths[party] }

  // Mutating below, so that the detector is asked where it lies and not copied.

  /// Whether both channels have carried the same audio so far.
  public var isSameAudio: Bool { mutating get { input.identity.isSame || leaks.isSameAudio } }

  /// The speech at the start that was on both channels alike and taken for an announcement.
  public var announced: SampleTime { SampleTime(frames: announcement.frames) }

  /// Whether that may still go on: the call has not begun.
  public var isAnnouncing: Bool { announcement.isUndecided }

  /// Whether what was taken for an announcement went on for too long to be one.
  public var isAnnouncementDoubtful: Bool { mutating get { announcement.isTooLong } }

  /// What the customer's line carries besides speech.
  public var customerSound: LineSound { mutating get { line.sound } }

  /// Tells whether either channel has carried a key or another tone of the network since last asked.
  public mutating func takeTone() -> Bool {
    defer { hasHeardTone = false }
    return hasHeardTone
  }

  /// Gives the mean square of each party's frames since it was last asked for; nil for none.
  public mutating func takePowers() -> PartyPair<Double?> {
    PartyPair(agent: meters.agent.takeNewest(), customer: meters.customer.takeNewest())
  }

  /// The level in dB and the delay of the other party's voice in a party's channel; nil where there
  /// is none, or none that is certain.
  public mutating func leak(into party: Party) -> (level: Double, delay: SampleTime)? {
    leaks.leak(into: party)
  }

  /// Whether some of the other party's voice in a party's channel could not be taken away.
  public mutating func isLeakLeft(in party: Party) -> Bool { leaks.isLeft(in: party) }

  /// Whether a second voice is in a party's channel, far below its own, and counts as its speech.
  public mutating func hasFaintVoice(_ party: Party) -> Bool { meters[party].faint.isHeard }

  /// Whether so many more samples fill a step.
  public func isStepDue(after samples: Int) -> Bool {
    filling.samples + samples >= spectrum.stepLength
  }

  /// Takes the next samples of both parties, equally many, in [-1, 1].
  ///
  /// A party that is not heard delivers zeros; the frames that hold any are unknown.
  public mutating func process(
    agent: Span<Float>, customer: Span<Float>,
    heard: PartyPair<Bool> = PartyPair(repeating: true), report: (FrameReport) -> Void
  ) {
    precondition(agent.count == customer.count, "the parties' samples differ in number")
    var taken = 0
    while taken < agent.count {
      let count = min(agent.count - taken, spectrum.stepLength - filling.samples)
      copy(agent.extracting(taken..<taken + count), of: .agent)
      copy(customer.extracting(taken..<taken + count), of: .customer)
      filling.add(count, heard: heard, frameLength: spectrum.frameLength)
      taken += count
      guard filling.samples == spectrum.stepLength else { continue }
      // What comes at once after another step finds everything still there.
      if taken == count { prefetch() }
      step(frames: Spectrum.framesPerStep, report: report)
    }
  }

  private func copy(_ samples: Span<Float>, of party: Party) {
    samples.withUnsafeBufferPointer { source in
      guard let first = source.baseAddress else { return }
      (spectrum.samples(of: party) + filling.samples).update(from: first, count: source.count)
    }
  }

  /// Ends the stream.
  ///
  /// Silence is put behind it until every frame is settled, then both gates are closed. What it
  /// reports became known at the end of the stream.
  public mutating func finish(report: (FrameReport) -> Void) {
    let filled = filling.samples
    let consumed = SampleTime(
      ticks: frame * SampleTime.frame.ticks + filled * (SampleTime.ticksPerSecond / rate.rawValue))
    // An incomplete frame at the end is none, so that nothing ends after the stream.
    let last = frame + filled / spectrum.frameLength
    while frame < last + ActivityGate.lookAhead {
      for party in Party.allCases {
        (spectrum.samples(of: party) + filling.samples).update(
          repeating: 0, count: spectrum.stepLength - filling.samples)
      }
      let due = last + ActivityGate.lookAhead - frame
      step(frames: min(due, Spectrum.framesPerStep), consumed: consumed, report: report)
    }
    let ends = PartyPair(agent: gates.agent.finish(), customer: gates.customer.finish())
    report(
      FrameReport(
        consumed: consumed, activities: ends, evidence: PartyPair(repeating: SpeechEvidence()),
        powers: PartyPair(agent: meters.agent.sums, customer: meters.customer.sums),
        leaks: leakLevels, settledFrame: nil))
  }

  private mutating func step(
    frames: Int, consumed: SampleTime? = nil, report: (FrameReport) -> Void
  ) {
    let samples = PartyPair(
      agent: spectrum.samples(of: .agent), customer: spectrum.samples(of: .customer))
    input.inspect(
      samples, frameLength: spectrum.frameLength, filled: filling.samples,
      isMissing: filling.isMissing)
    spectrum.analyze()
    var found = network.step(levels: spectrum.levels)
    let heard = found.customer.early[0]
    let sums = isSpoken(found) && filling.isHeard ? input.compare(samples) : nil
    if announcement.isOpen { leaveOutAnnouncement(sums, &found) }
    if measuresVoices { voices.addStep(samples, found) }
    listenForMusic(speechProbability: heard)
    for index in 0..<frames {
      if announcement.isHeard {
        leaks.skip()
      } else {
        leaks.add(
          levels: spectrum.rows(of: spectrum.levels, frame: index),
          powers: spectrum.rows(of: spectrum.powers, frame: index))
      }
      var found = found
      var evidence = PartyPair(repeating: SpeechEvidence())
      for party in Party.allCases {
        evidence[party] = SpeechEvidence(
          heard: found[party].settled[index], own: leaks.ownSettled(party))
        found[party].early[index] *= leaks.ownEarly(party)
        found[party].settled[index] = evidence[party].probability
      }
      let activities = PartyPair(
        agent: advance(.agent, index, found.agent),
        customer: advance(.customer, index, found.customer))
      frame += 1
      if frame % 100 == 0 { lookForLeaks() }
      let settledFrame = frame - 1 - ActivityGate.lookAhead
      report(
        FrameReport(
          consumed: consumed ?? SampleTime(frames: frame - index - 1 + Spectrum.framesPerStep),
          activities: activities,
          evidence: evidence,
          powers: PartyPair(agent: meters.agent.sums, customer: meters.customer.sums),
          leaks: leakLevels, settledFrame: settledFrame >= 0 ? settledFrame : nil,
          voices: voices.settled,
          faintVoices: PartyPair(
            agent: meters.agent.faint.isHeard, customer: meters.customer.faint.isHeard),
          beginsAnew: beginsAnew))
      beginsAnew = false
    }
    filling = StepFilling()
    spectrum.advance()
  }

  /// Begins to fetch what the step will need.
  private mutating func prefetch() {
    spectrum.prefetch()
    network.prefetch()
    if measuresVoices { voices.prefetch() }
    leaks.prefetch()
  }

  /// Takes nobody's speech for either party's, before the call.
  private mutating func leaveOutAnnouncement(
    _ sums: InlineArray<5, Float>?, _ found: inout PartyPair<SpeechNetwork.Probabilities>
  ) {
    if announcement.add(sums) {
      input.restartComparison()
      leaks.restartComparison()
    }
    guard announcement.isHeard else { return }
    for index in 0..<Spectrum.framesPerStep {
      for party in Party.allCases {
        found[party].early[index] = 0
        found[party].settled[index] = 0
      }
    }
  }

  private mutating func listenForMusic(speechProbability: Double) {
    guard !filling.isMissing.customer[0] else { return line.loseStep() }
    let hasBegun = line.listen(
      bins: spectrum.bins(of: .customer, frame: 0),
      meanSquare: input.meanSquares.customer[0],
      speechProbability: speechProbability)
    if hasBegun { meters.customer.forgetDoubtful() }
  }

  private mutating func advance(
    _ party: Party, _ index: Int, _ found: SpeechNetwork.Probabilities
  ) -> PartyActivity {
    let meanSquare = input.meanSquares[party][index]
    meters[party].add(meanSquare: meanSquare)
    if measuresVoices {
      let bands = spectrum.rows(of: spectrum.powers, frame: index)[party]
      voices.addFrame(party, index, power: meanSquare, bands: bands)
    }
    if filling.isMissing[party][index] { return gates[party].suspend() }
    // What has long been known as speech is not looked at.
    let isSpeech = found.early[index] >= 0.5
    let isFollowing = signals[party].isFollowing
    let isLoud =
      (isFollowing || !isSpeech || !gates[party].isSpeaking)
      && ToneSteps.mayBeTone(
        meanSquare: meanSquare,
        background: isFollowing ? nil : meters[party].sums.backgroundPower)
    let peaks = isLoud ? TonePeaks(spectrum.bins(of: party, frame: index)) : nil
    let isSignal = signals[party].add(peaks, isSpeech: isSpeech)
    let isTone = tones[party].add(loud: isSpeech && !isSignal ? nil : peaks)
    if isSignal { hasHeardTone = true }
    if !isTone, !announcement.isHeard, party == .agent || line.sound == .other {
      meters[party].settle(
        probability: found.settled[index], mayBeMusic: party == .customer)
    }
    var activity = gates[party].advance(
      early: isSignal ? 0 : found.early[index], settled: isSignal ? 0 : found.settled[index])
    activity.power = meters[party].settled
    if party == .customer { noteCustomer(isSpeaking: activity.isSpeaking) }
    return activity
  }

  /// What a line was like before a call says nothing of it.
  private mutating func noteCustomer(isSpeaking: Bool) {
    beginsAnew = line.endsLongSilence(isSpeaking: isSpeaking)
    guard beginsAnew else { return }
    for party in Party.allCases { meters[party].restart() }
    input.restartComparison()
    leaks.restartComparison()
  }

  /// Whether somebody is likely to speak in the newest frame, on whichever channel.
  private func isSpoken(_ found: PartyPair<SpeechNetwork.Probabilities>) -> Bool {
    let last = Spectrum.framesPerStep - 1
    return max(found.agent.early[last], found.customer.early[last]) >= 0.5
  }

  private mutating func lookForLeaks() {
    for party in Party.allCases { leakLevels[party] = leaks.leak(into: party)?.level }
  }
}
