public import AudioFiles
public import Conversation
public import Listening
public import VoiceActivity
public import Words

/// The analysis of one recorded or piped call, from its source to its summary, in constant memory.
public struct CallAnalysis: Sendable {
  /// The thresholds.
  public var configuration: Configuration
  /// The kernels that the detector runs on.
  public var kernels: KernelSet
  /// How many samples of each party are read at once; the events do not depend on it.
  public var blockLength: Int

  /// Creates an analysis.
  public init(
    configuration: Configuration = Configuration(), kernels: KernelSet = .best,
    blockLength: Int = 16_384
  ) {
    self.configuration = configuration
    self.kernels = kernels
    self.blockLength = blockLength
  }

  /// Hears a call to its end, or until `isStopped`, and returns its summary.
  ///
  /// `identity` is what the caller knows of it, `words` says where its words come from, if it has any;
  /// what they reveal comes after all other events. With words the events are emitted at the end,
  /// since the last judgement of interruptions waits for them. `begin` is called before the first event, `emit`
  /// with every event, `evidence` with every frame and what speaks for speech in it, `progress` after
  /// each block with the part read, if known.
  public func run(
    _ source: CallSource, identity: CallIdentity = CallIdentity(),
    words: (source: WordSource, acts: ListeningActs)? = nil,
    isStopped: @escaping () -> Bool = { false },
    begin: (Session) -> Void = { _ in },
    evidence: (Int, PartyPair<SpeechEvidence>) -> Void = { _, _ in },
    progress: (Double?) -> Void = { _ in }, emit: (Event) -> Void
  ) throws(AudioFileError) -> Summary {
    let offset = RecordingOffset.find(in: source)
    var source = source
    if let offset { source.customerDelay = offset }
    var audio = try CallAudio.open(source, isStopped: isStopped)
    var session = Session(
      source: audio.name, sampleRate: audio.sourceRate, parties: audio.parties,
      settings: configuration.fingerprint)
    session.take(identity.lasting(audio.length))
    begin(session)
    var call = ListeningSession(
      configuration: configuration, rate: audio.rate, kernels: kernels, isRecording: true,
      keepsSteps: words != nil)
    var listener = words.map {
      WordListener(
        $0.source, acts: $0.acts, first: session.firstParty, rate: audio.rate,
        settings: configuration.turns)
    }
    let buffers = PartyPair(
      agent: UnsafeMutableBufferPointer<Float>.allocate(capacity: blockLength),
      customer: UnsafeMutableBufferPointer<Float>.allocate(capacity: blockLength))
    defer {
      buffers.agent.deallocate()
      buffers.customer.deallocate()
    }
    if let offset { call.add(note: RecordingOffset.note(offset)) }
    var legs = offset == nil && source.mayBeginApart ? LegAlternation() : nil
    var read = 0
    while !isStopped() {
      let stretch: AudioStretch
      do {
        stretch = try audio.read(agent: buffers.agent, customer: buffers.customer)
      } catch {
        // What was heard before stays good: it is summed up, and the note says where it broke off.
        call.add(note: error.description, isDoubtful: true)
        break
      }
      if stretch.isEnd { break }
      let heard = PartyPair(
        agent: UnsafeBufferPointer(rebasing: buffers.agent[..<stretch.samples]),
        customer: UnsafeBufferPointer(rebasing: buffers.customer[..<stretch.samples]))
      listener?.add(agent: heard.agent, customer: heard.customer)
      call.process(
        agent: heard.agent.span, customer: heard.customer.span, unknown: stretch.unknown,
        evidence: evidence
      ) { event in
        if case .speech(let party, let interval) = event.kind { legs?.add(party, interval) }
        // Words may still change it, so it waits for them.
        if words == nil { emit(event) } else { listener?.take(event) }
      }
      read += stretch.samples
      progress(audio.expectedSamples.map { Double(read) / Double(max($0, 1)) })
    }
    if isStopped() { call.add(note: "stopped before the end; the figures cover what was heard") }
    for repair in audio.repairs {
      call.add(note: repair.description)
      if let code = repair.code { call.warn(code, repair.party) { if words == nil { emit($0) } } }
    }
    if let apart = legs?.offset {
      call.add(note: LegAlternation.note(apart), isDoubtful: true)
      call.warn(.legsApart, nil) { if words == nil { emit($0) } }
    }
    call.finish(evidence: evidence) { event in
      if words == nil { emit(event) } else { listener?.take(event) }
    }
    guard var listener else { return call.summary }
    let found = listener.finish()
    var counts = PartyPair(repeating: JudgedOnsets())
    call.judgeAgain(
      { events in
        guard let judged = found.judgement?.changes(of: events) else { return [:] }
        counts = judged.counts
        return judged.changes
      }, emit: emit)
    for event in found.events { emit(Event(at: call.consumed, kind: .words(event))) }
    var summary = call.summary
    summary.wording = found.wording
    for party in Party.allCases { summary.wording?.parties[party].judged = counts[party] }
    summary.guidance = WordGuidance.lines(
      summary.guidance, with: found.events, isPunctuated: found.wording.isPunctuated)
    return summary
  }
}
