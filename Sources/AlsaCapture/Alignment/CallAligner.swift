public import Conversation

/// Brings two devices with clocks of their own to one time line, the agent's.
///
/// It reads no clock: it goes by the times that come with the samples, so that the same input gives
/// the same output whenever it is run. The line begins when both devices run. The agent's samples
/// pass unchanged. Of the customer's, a sample is left out or put in, at most one in 10 ms and where
/// it shows least, whenever the two sides have drifted more than 1 ms apart. A distance of more than
/// 20 ms that lasts, such as after a loss of unknown length, is made up for at once.
public struct CallAligner: Sendable {
  /// The sample counts so far.
  public var counters: AlignmentCounters {
    var counters = counts
    counters.appended = PartyPair(agent: agent.appended, customer: customer.appended)
    counters.waiting = PartyPair(agent: agent.available, customer: customer.available)
    return counters
  }

  /// How much faster the customer's clock runs than the agent's, in parts per million.
  public var drift: Double { agent.clock.slowness - customer.clock.slowness }

  /// How far the customer's side is behind the agent's on the common line, in seconds.
  public private(set) var distance = 0.0

  private let rate: EngineRate
  private var agent: PartyTrack
  private var customer: PartyTrack
  private var counts = AlignmentCounters()
  private var correction: DriftCorrection
  private var hasBegun = false

  // The frame at hand.
  private var agentFrame: PartyFrame
  private var customerFrame: PartyFrame

  private var frame: Int { rate.frameLength }
  /// Seconds of one party's audio that are kept for a device that says nothing at all.
  private static let patience = 10
  /// Frames of both that must have come before the line begins, so that its start is not chance.
  private static let framesToBegin = 20

  /// Creates an aligner for samples at a rate.
  public init(rate: EngineRate) {
    self.rate = rate
    agent = PartyTrack(rate: rate)
    customer = PartyTrack(rate: rate)
    agentFrame = PartyFrame(rate: rate)
    customerFrame = PartyFrame(rate: rate)
    correction = DriftCorrection(rate: rate)
  }

  /// Whether a party is so far ahead of the other that the other should be heard first.
  ///
  /// A device that waits for its reader may run away from one whose thread gets no time; what it
  /// is ahead would be given up in the end.
  public func isAhead(_ party: Party) -> Bool {
    let (own, other) =
      party == .agent
      ? (agent.available, customer.available) : (customer.available, agent.available)
    return own - other > rate.rawValue * Self.patience / 2
  }

  /// How many more samples of the agent's wait than of the customer's.
  var agentLead: Int { agent.available - customer.available }

  /// Takes a party's next samples; `end` is when the last was heard, in monotonic nanoseconds.
  public mutating func append(_ party: Party, samples: Span<Float>, end: Int64) {
    if party == .agent {
      agent.append(samples, end: end)
    } else {
      customer.append(samples, end: end)
    }
    limitMemory()
  }

  /// Takes a stretch of a party's that is unknown up to a time, in monotonic nanoseconds.
  public mutating func append(
    _ party: Party, unknown samples: Int, reason: UnknownReason, end: Int64
  ) {
    if party == .agent {
      agent.append(unknown: samples, reason: reason, end: end)
    } else {
      customer.append(unknown: samples, reason: reason, end: end)
    }
  }

  /// Gives the next stretch of the common line, replacing the contents of both arrays by it.
  ///
  /// Unknown samples are zeros. Nil when more input is needed.
  public mutating func next(
    agent agentOutput: inout [Float], customer customerOutput: inout [Float]
  )
    -> AudioStretch?
  {
    if agentFrame.nextRun == nil {
      guard begin(), fillFrame() else { return nil }
    }
    return hand(into: &agentOutput, &customerOutput)
  }

  /// Gives what is left when both devices have ended, as `next` does; the longer one is cut.
  public mutating func finish(
    agent agentOutput: inout [Float], customer customerOutput: inout [Float]
  )
    -> AudioStretch?
  {
    if let stretch = next(agent: &agentOutput, customer: &customerOutput) { return stretch }
    if begin(evenEarly: true) {
      if let stretch = next(agent: &agentOutput, customer: &customerOutput) { return stretch }
      let rest = min(frame, agent.available, customer.available)
      if rest > 0 {
        startFrame()
        agentFrame.take(rest, from: &agent)
        customerFrame.take(rest, from: &customer)
        return hand(into: &agentOutput, &customerOutput)
      }
    }
    trim(agent: agent.available, customer: customer.available)
    return nil
  }

  /// Cuts what only one device heard before the other ran; true once the line has begun.
  private mutating func begin(evenEarly: Bool = false) -> Bool {
    if hasBegun { return true }
    let enough = evenEarly ? 1 : frame * Self.framesToBegin
    guard agent.available >= enough, customer.available >= enough else { return false }
    let start = max(agent.clock.time(at: agent.taken), customer.clock.time(at: customer.taken))
    let agentLead = Int((agent.clock.position(at: start) - Double(agent.taken)).rounded())
    let customerLead = Int((customer.clock.position(at: start) - Double(customer.taken)).rounded())
    trim(agent: max(0, agentLead), customer: max(0, customerLead))
    hasBegun = agent.available > 0 && customer.available > 0
    return hasBegun
  }

  private mutating func trim(agent agentCount: Int, customer customerCount: Int) {
    counts.trimmed.agent += agent.discard(agentCount)
    counts.trimmed.customer += customer.discard(customerCount)
  }

  private mutating func startFrame() {
    agentFrame.clear()
    customerFrame.clear()
  }

  /// Takes 10 ms of both, correcting the customer's; false when they have not come yet.
  private mutating func fillFrame() -> Bool {
    let spare = customer.available - frame - 1
    guard agent.available >= frame, spare >= 0 else { return false }
    let end = agent.clock.time(at: agent.taken + frame)
    let error = customer.clock.position(at: end) - Double(customer.taken + frame)
    distance = error / Double(rate.rawValue)
    let move = correction.move(behind: error, spare: spare)
    guard move != .wait else { return false }
    startFrame()
    agentFrame.take(frame, from: &agent)
    takeCustomer(move)
    return true
  }

  /// Takes a frame of the customer's, or one sample more or fewer where all of them are alike.
  private mutating func takeCustomer(_ move: DriftCorrection.Move) {
    switch move {
    case .pad:
      counts.padded += frame
      customerFrame.pad(frame)
    case .skip(let count):
      counts.skipped.customer += customer.discard(count)
      takeCustomer(.remove)
    case .remove where customer.hasUniformRun(of: frame + 1):
      customerFrame.take(frame + 1, from: &customer)
      customerFrame.removeSample()
      counts.removed += 1
    case .insert where customer.hasUniformRun(of: frame + 1):
      customerFrame.take(frame - 1, from: &customer)
      customerFrame.insertSample()
      counts.inserted += 1
    case .none, .remove, .insert, .wait:
      customerFrame.take(frame, from: &customer)
    }
  }

  /// Hands out the samples of the frame up to the next change of what is known.
  private mutating func hand(
    into agentOutput: inout [Float], _ customerOutput: inout [Float]
  ) -> AudioStretch? {
    guard let ofAgent = agentFrame.nextRun, let ofCustomer = customerFrame.nextRun else {
      return nil
    }
    let count = min(ofAgent.count, ofCustomer.count)
    agentFrame.hand(count, to: &agentOutput)
    customerFrame.hand(count, to: &customerOutput)
    counts.delivered += count
    return AudioStretch(
      samples: count, unknown: PartyPair(agent: ofAgent.reason, customer: ofCustomer.reason))
  }

  /// Lets a party count as unknown of whose device nothing at all has been heard for long.
  ///
  /// Before the line has begun, or where nobody takes what waits, the oldest audio is given up.
  private mutating func limitMemory() {
    let limit = rate.rawValue * Self.patience
    if hasBegun {
      customer.presumeUnknown(agent.knownCount - limit + frame - customer.available)
      agent.presumeUnknown(customer.knownCount - limit + frame - agent.available)
    }
    let most = hasBegun ? 2 * limit : limit
    while agent.knownCount > most { counts.skipped.agent += agent.discard(frame) }
    while customer.knownCount > most { counts.skipped.customer += customer.discard(frame) }
  }
}
