internal import CALSA
internal import CRealtime
public import Conversation

/// Both parties of a live call as one stream of equally long stretches at the engine's rate.
///
/// Use it from one thread: `wait`, then take with `next` until it gives nil. Capture stops when it
/// goes out of use.
public struct CallCapture: ~Copyable, Sendable {
  /// The rate of the samples.
  public let rate: EngineRate
  /// The agent's samples of the latest stretch; zeros where unknown.
  public private(set) var agent: [Float] = []
  /// The customer's samples of the latest stretch; zeros where unknown.
  public private(set) var customer: [Float] = []

  private var first: DeviceFeed
  /// The customer's device where there are two.
  private var second: DeviceFeed?
  private var aligner: CallAligner
  private let isOneDevice: Bool
  /// The longer of the devices' periods, in samples of the call.
  private let period: Int
  private var changes: [CallDeviceChange] = []
  /// The party whose device is waited for; the agent's where there is one device.
  private var awaited = Party.agent
  /// When each device last woke the reader, in monotonic nanoseconds.
  private var lastWakes = PartyPair<Int64>(repeating: 0)
  /// Unknown time that follows the samples of the latest stretch of a single device.
  private var unknownNext: CallStretch?

  private init(first: consuming DeviceFeed, second: consuming DeviceFeed?, rate: EngineRate) {
    let own = first.stream.format.period(at: rate)
    switch second {
    case .some(let other):
      isOneDevice = false
      period = max(own, other.stream.format.period(at: rate))
    case .none:
      isOneDevice = true
      period = own
    }
    self.first = first
    self.second = second
    self.rate = rate
    aligner = CallAligner(rate: rate)
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
    switch source {
    case .oneDevice(let request):
      guard request.channels.count == 2 else {
        throw CaptureError(
          code: .unsupported, device: request.device,
          operation: "choosing two channels, one for each party, of", systemError: 0)
      }
      let device = try CaptureDevice.open(request)
      let rate = rate ?? device.engineRate
      let stream = try CaptureStream.start(device, clock: clocks.agent)
      return CallCapture(first: DeviceFeed(stream, rate: rate), second: nil, rate: rate)
    case .twoDevices(let agent, let customer):
      var requests = PartyPair(agent: agent, customer: customer)
      for party in Party.allCases where requests[party].channels.count > 1 {
        requests[party].channels = [requests[party].channels[0]]
      }
      let agentDevice = try CaptureDevice.open(requests.agent)
      let customerDevice = try CaptureDevice.open(requests.customer)
      let isNarrow = agentDevice.engineRate == .narrow || customerDevice.engineRate == .narrow
      let rate = rate ?? (isNarrow ? .narrow : .wide)
      let agentStream = try CaptureStream.start(agentDevice, clock: clocks.agent)
      let customerStream = try CaptureStream.start(customerDevice, clock: clocks.customer)
      return CallCapture(
        first: DeviceFeed(agentStream, rate: rate),
        second: DeviceFeed(customerStream, rate: rate), rate: rate)
    }
  }

  /// Waits until the device that holds the call up has delivered something or the time is over.
  ///
  /// Two devices wake their reader no more often than one: that comes once a period, and what is
  /// there of the other is taken with it. Devices that wait for their reader are both waited for.
  public mutating func wait(milliseconds: Int) {
    let takesTurns = first.stream.request.settings.fullRing != .wait && !isOneDevice
    if takesTurns { awaited = aligner.partyToAwait(period: period) }
    let ofAgent = !takesTurns || awaited == .agent
    let ofCustomer = !takesTurns || awaited == .customer
    let agentIsQuiet = !ofAgent || first.stream.expect() || isHeldBack(.agent)
    let customerIsQuiet =
      !ofCustomer || ofSecond { $0.expect() || isHeldBack(.customer) } ?? true
    if agentIsQuiet && customerIsQuiet {
      let other = ofSecond { $0.readiness.fd } ?? -1
      withUnsafeTemporaryAllocation(of: pollfd.self, capacity: 2) { descriptors in
        descriptors.initialize(repeating: first.stream.readiness)
        // Poll passes over what is negative.
        if !ofAgent { descriptors[0].fd = -1 }
        descriptors[1].fd = ofCustomer ? other : -1
        _ = ij_poll(descriptors.baseAddress, 2, Int32(milliseconds))
      }
      if ofAgent { first.stream.clearReadiness() }
      if ofCustomer { _ = ofSecond { $0.clearReadiness() } }
    }
    if ofAgent { first.stream.endWaiting() }
    if ofCustomer { _ = ofSecond { $0.endWaiting() } }
    rest(atMost: milliseconds)
  }

  /// Sleeps until half a period has passed since the same device last woke its reader.
  ///
  /// It comes to that only with one that delivers in smaller pieces than it was asked for.
  private mutating func rest(atMost milliseconds: Int) {
    let settings = first.stream.request.settings
    guard settings.fullRing != .wait else { return }
    let pause = Int64(settings.periodMilliseconds) * 500_000
    let now = ij_clock_monotonic()
    let left = min(lastWakes[awaited] + pause - now, Int64(milliseconds) * 1_000_000)
    if left > 0 { ij_sleep(left) }
    lastWakes[awaited] = now + max(0, left)
  }

  /// Takes the next piece of the call; nil when nothing more has come yet.
  public mutating func next() -> CallPiece? {
    if !changes.isEmpty { return .device(changes.removeFirst()) }
    return isOneDevice ? nextOfOne() : nextOfTwo()
  }

  /// Stops capturing; what has come can still be taken, with `next` and then with `finish`.
  public func stop() {
    first.stream.stop()
    _ = ofSecond { $0.stop() }
  }

  /// Whether all capture threads have ended after `stop`.
  public var isFinished: Bool {
    first.stream.isFinished && ofSecond { $0.isFinished } ?? true
  }

  /// Takes what is still held back once nothing more will come; nil when that is all.
  public mutating func finish() -> CallStretch? {
    guard isOneDevice else {
      return aligner.finish(agent: &agent, customer: &customer)
    }
    let count = first.finish()
    return count > 0 ? split(count) : nil
  }

  /// What each device agreed to; one device stands for both parties.
  public var formats: PartyPair<CaptureFormat> {
    let agent = first.stream.format
    return PartyPair(agent: agent, customer: ofSecond { $0.format } ?? agent)
  }

  /// What has become of every frame of each device; one device stands for both parties.
  public var counters: PartyPair<CaptureCounters> {
    let agent = first.stream.counters
    return PartyPair(agent: agent, customer: ofSecond { $0.counters } ?? agent)
  }

  /// Whether each capture thread got real-time priority; one device stands for both parties.
  public var scheduling: PartyPair<CaptureScheduling> {
    let agent = first.stream.scheduling
    return PartyPair(agent: agent, customer: ofSecond { $0.scheduling } ?? agent)
  }

  /// What has become of every sample at the engine's rate; nil for one device, which has no need.
  public var alignment: AlignmentCounters? { isOneDevice ? nil : aligner.counters }

  /// How much faster the customer's clock runs than the agent's in parts per million; nil for one.
  public var drift: Double? { isOneDevice ? nil : aligner.drift }

  private func ofSecond<Value>(_ read: (borrowing CaptureStream) -> Value) -> Value? {
    switch second {
    case .some(let feed): read(feed.stream)
    case .none: nil
    }
  }

  private mutating func nextOfOne() -> CallPiece? {
    if let unknown = unknownNext { return .stretch(fill(unknown)) }
    while let piece = first.next() {
      if let change = piece.change {
        let name = first.stream.request.device
        return .device(
          CallDeviceChange(parties: PartyPair(repeating: true), name: name, state: change))
      }
      if piece.unknown > 0 {
        unknownNext = CallStretch(
          samples: piece.unknown, unknown: PartyPair(repeating: piece.reason))
      }
      if piece.samples > 0 { return .stretch(split(piece.samples)) }
      if unknownNext != nil { return nextOfOne() }
    }
    return nil
  }

  /// Parts the two channels of a single device.
  private mutating func split(_ count: Int) -> CallStretch {
    agent.removeAll(keepingCapacity: true)
    customer.removeAll(keepingCapacity: true)
    for index in 0..<count {
      agent.append(first.output[2 * index])
      customer.append(first.output[2 * index + 1])
    }
    return CallStretch(samples: count, unknown: PartyPair(repeating: nil))
  }

  /// Gives up to a second of unknown time; what is left follows.
  private mutating func fill(_ unknown: CallStretch) -> CallStretch {
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
      let fromAgent = isHeldBack(.agent) ? nil : first.next()
      if let fromAgent { pass(fromAgent, of: .agent, samples: first.output) }
      let fromCustomer = isHeldBack(.customer) ? nil : second?.next()
      if let fromCustomer, let samples = second?.output {
        pass(fromCustomer, of: .customer, samples: samples)
      }
      if !changes.isEmpty { return .device(changes.removeFirst()) }
      if fromAgent == nil && fromCustomer == nil { return nil }
    }
  }

  /// Whether a device that can wait has to, until the other one has caught up.
  private func isHeldBack(_ party: Party) -> Bool {
    first.stream.request.settings.fullRing == .wait && !isOneDevice && aligner.isAhead(party)
  }

  private mutating func pass(_ piece: DeviceFeed.Piece, of party: Party, samples: [Float]) {
    if let change = piece.change {
      let name = party == .agent ? first.stream.request.device : ofSecond { $0.request.device }
      var parties = PartyPair(repeating: false)
      parties[party] = true
      changes.append(CallDeviceChange(parties: parties, name: name ?? "", state: change))
      return
    }
    aligner.append(party, samples: samples.span, end: piece.samplesEnd)
    aligner.append(party, unknown: piece.unknown, reason: piece.reason, end: piece.end)
  }
}
