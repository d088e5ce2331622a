internal import CRealtime
public import Conversation

/// Both parties of a live call as one stream of equally long stretches at the engine's rate.
///
/// Use it from one thread: `wait`, then take with `next` until it gives nil. Capture stops when it
/// goes out of use.
public struct CallCapture: ~Copyable, Sendable {
  /// The agent's samples of the latest stretch; zeros where unknown.
  public private(set) var agent: [Float] = []
  /// The customer's samples of the latest stretch; zeros where unknown.
  public private(set) var customer: [Float] = []

  private var feeds: CallFeeds
  private var aligner: CallAligner
  private var turns: WakeTurns
  private var changes: [CallDeviceChange] = []
  /// Unknown time that follows the samples of the latest stretch of a single device.
  private var unknownNext: AudioStretch?

  private init(_ feeds: consuming CallFeeds) {
    aligner = CallAligner(rate: feeds.rate)
    turns = WakeTurns(
      period: feeds.period, askedMilliseconds: feeds.settings.periodMilliseconds)
    self.feeds = feeds
  }

  /// Opens the devices of a call and starts to capture.
  ///
  /// `rate` nil takes the one that suits the devices: 8 kHz if one of them has only telephone audio.
  public static func start(
    _ source: CallDevices, rate: EngineRate? = nil
  ) throws(CaptureError) -> CallCapture {
    try start(source, rate: rate, clocks: PartyPair(repeating: nil))
  }

  /// Starts to capture with the clocks of simulated devices.
  static func start(
    _ source: CallDevices, rate: EngineRate?, clocks: PartyPair<UnsafePointer<Int64>?>
  ) throws(CaptureError) -> CallCapture {
    CallCapture(try CallFeeds.open(source, rate: rate, clocks: clocks))
  }

  /// The rate of the samples.
  public var rate: EngineRate { feeds.rate }

  /// Waits until the device that holds the call up has delivered something or the time is over.
  ///
  /// Two devices wake their reader no more often than one: that comes once a period, and what is
  /// there of the other is taken with it. Devices that wait for their reader are both waited for.
  public mutating func wait(milliseconds: Int) {
    let takesTurns = !isReaderAwaited && !feeds.isOneDevice
    if takesTurns { turns.choose(agentLead: aligner.agentLead) }
    let awaited = turns.awaited
    feeds.wait(
      for: PartyPair(
        agent: !takesTurns || awaited == .agent, customer: !takesTurns || awaited == .customer),
      isHeldBack: PartyPair(agent: isHeldBack(.agent), customer: isHeldBack(.customer)),
      milliseconds: milliseconds)
    guard !isReaderAwaited else { return }
    let pause = turns.pause(
      at: ij_clock_monotonic(), atMost: Int64(milliseconds) * 1_000_000)
    if pause > 0 { ij_sleep(pause) }
  }

  /// Takes the next piece of the call; nil when nothing more has come yet.
  public mutating func next() -> CallPiece? {
    if !changes.isEmpty { return .device(changes.removeFirst()) }
    return feeds.isOneDevice ? nextOfOne() : nextOfTwo()
  }

  /// Stops capturing; what has come can still be taken, with `next` and then with `finish`.
  public func stop() { feeds.stop() }

  /// Looks for a lost device at once, since it may be back.
  public func hurry() { feeds.hurry() }

  /// Whether all capture threads have ended after `stop`.
  public var isFinished: Bool {
    let ended = feeds.ofEach { $0.isFinished }
    return ended.agent && ended.customer
  }

  /// Takes what is still held back once nothing more will come; nil when that is all.
  public mutating func finish() -> AudioStretch? {
    guard feeds.isOneDevice else {
      return aligner.finish(agent: &agent, customer: &customer)
    }
    let count = feeds.first.finish()
    return count > 0 ? split(count) : nil
  }

  /// What each device agreed to; one device stands for both parties.
  public var formats: PartyPair<CaptureFormat> { feeds.ofEach { $0.format } }

  /// What has become of every frame of each device; one device stands for both parties.
  public var counters: PartyPair<CaptureCounters> { feeds.ofEach { $0.counters } }

  /// Whether each capture thread got real-time priority; one device stands for both parties.
  public var scheduling: PartyPair<CaptureScheduling> { feeds.ofEach { $0.scheduling } }

  /// What has become of every sample at the engine's rate; nil for one device, which has no need.
  public var alignment: AlignmentCounters? { feeds.isOneDevice ? nil : aligner.counters }

  /// How much faster the customer's clock runs than the agent's in parts per million; nil for one.
  public var drift: Double? { feeds.isOneDevice ? nil : aligner.drift }

  private mutating func nextOfOne() -> CallPiece? {
    if let unknown = unknownNext { return .stretch(fill(unknown)) }
    while let piece = feeds.first.next() {
      if let state = piece.deviceState {
        let name = feeds.name(of: .agent)
        return .device(
          CallDeviceChange(parties: PartyPair(repeating: true), name: name, state: state))
      }
      if case .unknown(let samples, _, let reason, _) = piece, samples > 0 {
        unknownNext = AudioStretch(samples: samples, unknown: PartyPair(repeating: reason))
      }
      if feeds.first.count > 0 { return .stretch(split(feeds.first.count)) }
      if unknownNext != nil { return nextOfOne() }
    }
    return nil
  }

  /// Parts the two channels of a single device.
  private mutating func split(_ count: Int) -> AudioStretch {
    agent.removeAll(keepingCapacity: true)
    customer.removeAll(keepingCapacity: true)
    for index in 0..<count {
      agent.append(feeds.first.output[2 * index])
      customer.append(feeds.first.output[2 * index + 1])
    }
    return AudioStretch(samples: count)
  }

  /// Gives up to a second of unknown time; what is left follows.
  private mutating func fill(_ unknown: AudioStretch) -> AudioStretch {
    var stretch = unknown
    stretch.samples = min(unknown.samples, rate.rawValue)
    unknownNext = unknown
    unknownNext?.samples -= stretch.samples
    if unknownNext?.samples == 0 { unknownNext = nil }
    agent.removeAll(keepingCapacity: true)
    customer.removeAll(keepingCapacity: true)
    agent.append(contentsOf: repeatElement(0, count: stretch.samples))
    customer.append(contentsOf: repeatElement(0, count: stretch.samples))
    return stretch
  }

  private mutating func nextOfTwo() -> CallPiece? {
    while true {
      if let stretch = aligner.next(agent: &agent, customer: &customer) { return .stretch(stretch) }
      let fromAgent = isHeldBack(.agent) ? nil : feeds.first.next()
      if let fromAgent { pass(fromAgent, of: .agent, samples: feeds.first.output) }
      let fromCustomer = isHeldBack(.customer) ? nil : feeds.second?.next()
      if let fromCustomer, let samples = feeds.second?.output {
        pass(fromCustomer, of: .customer, samples: samples)
      }
      if !changes.isEmpty { return .device(changes.removeFirst()) }
      if fromAgent == nil && fromCustomer == nil { return nil }
    }
  }

  /// Whether the devices wait for their reader, and not the other way round.
  private var isReaderAwaited: Bool { feeds.settings.fullRing == .wait }

  /// Whether a device that can wait has to, until the other one has caught up.
  private func isHeldBack(_ party: Party) -> Bool {
    isReaderAwaited && !feeds.isOneDevice && aligner.isAhead(party)
  }

  private mutating func pass(_ piece: CapturePiece, of party: Party, samples: [Float]) {
    if let state = piece.deviceState {
      var parties = PartyPair(repeating: false)
      parties[party] = true
      changes.append(
        CallDeviceChange(parties: parties, name: feeds.name(of: party), state: state))
      return
    }
    switch piece {
    case .frames(_, _, let end):
      aligner.append(party, samples: samples.span, end: end)
    case .unknown(let count, let rate, let reason, let end):
      let begun = end - FrameTime.nanoseconds(of: count, at: rate)
      aligner.append(party, samples: samples.span, end: begun)
      aligner.append(party, unknown: count, reason: reason, end: end)
    case .lost, .returned, .changed: break
    }
  }
}
