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
  private var hasBegun = false
  private var isCorrecting = false
  /// The frames in succession that were too far off for single samples.
  private var framesOff = 0
  /// The party that was last waited for.
  private var awaited = Party.agent

  // The frame at hand; `handed` of its samples are out.
  private var agentFrame: [Float] = []
  private var customerFrame: [Float] = []
  private var agentRuns: [PartyTrack.Run] = []
  private var customerRuns: [PartyTrack.Run] = []
  private var handed = 0

  private var frame: Int { rate.frameLength }
  /// Seconds of one party's audio that are kept for a party that says nothing at all.
  private static let patience = 10
  /// Frames of both that must have come before the line begins, so that its start is not chance.
  private static let framesToBegin = 20

  /// Creates an aligner for samples at a rate.
  public init(rate: EngineRate) {
    self.rate = rate
    agent = PartyTrack(rate: rate)
    customer = PartyTrack(rate: rate)
    agentFrame.reserveCapacity(rate.frameLength + 1)
    customerFrame.reserveCapacity(rate.frameLength + 1)
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

  /// The party whose next block lets the call go on, once all that can be has been taken.
  ///
  /// Each device delivers once a period, at a moment of its own. Right after the later of two
  /// deliveries that are near each other, nearly all that both have heard is there. A party that
  /// lacks much more than half a period holds the other up: its device comes later. One that lacks
  /// less is no reason to wait for another device than before, or both would take turns.
  mutating func partyToAwait(period: Int) -> Party {
    let lead = agent.available - customer.available
    if 8 * abs(lead) > 5 * period { awaited = lead > 0 ? .customer : .agent }
    return awaited
  }

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
    -> CallStretch?
  {
    if handed == agentFrame.count {
      guard begin(), fillFrame() else { return nil }
    }
    return hand(into: &agentOutput, &customerOutput)
  }

  /// Gives what is left when both devices have ended, as `next` does; the longer one is cut.
  public mutating func finish(
    agent agentOutput: inout [Float], customer customerOutput: inout [Float]
  )
    -> CallStretch?
  {
    if let stretch = next(agent: &agentOutput, customer: &customerOutput) { return stretch }
    if begin(evenEarly: true) {
      if let stretch = next(agent: &agentOutput, customer: &customerOutput) { return stretch }
      let rest = min(frame, agent.available, customer.available)
      if rest > 0 {
        startFrame()
        agent.take(rest, into: &agentFrame, runs: &agentRuns)
        customer.take(rest, into: &customerFrame, runs: &customerRuns)
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
    let before = (agent.taken, customer.taken)
    _ = agent.discard(agentCount)
    _ = customer.discard(customerCount)
    counts.trimmed.agent += agent.taken - before.0
    counts.trimmed.customer += customer.taken - before.1
  }

  private mutating func startFrame() {
    agentFrame.removeAll(keepingCapacity: true)
    customerFrame.removeAll(keepingCapacity: true)
    agentRuns.removeAll(keepingCapacity: true)
    customerRuns.removeAll(keepingCapacity: true)
    handed = 0
  }

  /// Takes 10 ms of both, correcting the customer's; false when they have not come yet.
  private mutating func fillFrame() -> Bool {
    guard agent.available >= frame, customer.available >= frame + 1 else { return false }
    let end = agent.clock.time(at: agent.taken + frame)
    let error = customer.clock.position(at: end) - Double(customer.taken + frame)
    distance = error / Double(rate.rawValue)
    framesOff = abs(error) > Double(2 * frame) ? framesOff + 1 : 0
    if framesOff > 50 && error > 0 {
      let jump = Int(error)
      guard customer.available >= jump + frame + 1 else { return waitForJump() }
      counts.skipped.customer += jump
      _ = customer.discard(jump)
      framesOff = 0
    }
    startFrame()
    agent.take(frame, into: &agentFrame, runs: &agentRuns)
    if framesOff > 50 {
      counts.padded += frame
      customerFrame.append(contentsOf: repeatElement(0, count: frame))
      customerRuns.append(PartyTrack.Run(count: frame, reason: .stall))
      return true
    }
    takeCustomer(error: error)
    return true
  }

  /// The audio to jump over has not come yet; until it does the customer is unknown.
  private mutating func waitForJump() -> Bool {
    startFrame()
    agent.take(frame, into: &agentFrame, runs: &agentRuns)
    counts.padded += frame
    customerFrame.append(contentsOf: repeatElement(0, count: frame))
    customerRuns.append(PartyTrack.Run(count: frame, reason: .stall))
    return true
  }

  /// Takes a frame of the customer's, or one sample more or fewer than that when it has drifted.
  private mutating func takeCustomer(error: Double) {
    let tolerance = Double(rate.rawValue) / 1000
    if abs(error) > tolerance { isCorrecting = true }
    if abs(error) < 1 { isCorrecting = false }
    guard isCorrecting, let run = customer.uniformRun(of: frame + 1) else {
      customer.take(frame, into: &customerFrame, runs: &customerRuns)
      return
    }
    if error > 0 {
      customer.take(frame + 1, into: &customerFrame, runs: &customerRuns)
      customerFrame.remove(at: Self.smoothestPlace(in: customerFrame))
      counts.removed += 1
    } else {
      customer.take(frame - 1, into: &customerFrame, runs: &customerRuns)
      let place = Self.smoothestPlace(in: customerFrame)
      let middle = (customerFrame[place - 1] + customerFrame[place]) / 2
      customerFrame.insert(middle, at: place)
      counts.inserted += 1
    }
    customerRuns = [PartyTrack.Run(count: frame, reason: run.reason)]
  }

  /// The sample that differs least from the one before it, which can be left out unheard.
  private static func smoothestPlace(in samples: [Float]) -> Int {
    var best = 1
    for index in 1..<samples.count
    where abs(samples[index] - samples[index - 1]) < abs(samples[best] - samples[best - 1]) {
      best = index
    }
    return best
  }

  /// Hands out the samples of the frame up to the next change of what is known.
  private mutating func hand(
    into agentOutput: inout [Float], _ customerOutput: inout [Float]
  ) -> CallStretch? {
    guard let agentRun = agentRuns.first, let customerRun = customerRuns.first else { return nil }
    let count = min(agentRun.count, customerRun.count)
    agentOutput.removeAll(keepingCapacity: true)
    customerOutput.removeAll(keepingCapacity: true)
    agentOutput.append(contentsOf: agentFrame[handed..<handed + count])
    customerOutput.append(contentsOf: customerFrame[handed..<handed + count])
    handed += count
    counts.delivered += count
    Self.shorten(&agentRuns, by: count)
    Self.shorten(&customerRuns, by: count)
    return CallStretch(
      samples: count, unknown: PartyPair(agent: agentRun.reason, customer: customerRun.reason))
  }

  private static func shorten(_ runs: inout [PartyTrack.Run], by count: Int) {
    if runs[0].count == count {
      runs.removeFirst()
    } else {
      runs[0].count -= count
    }
  }

  /// Gives up the oldest audio of a party whose other side has not been heard of for long.
  private mutating func limitMemory() {
    let limit = rate.rawValue * Self.patience
    while agent.knownCount > limit {
      let before = agent.taken
      _ = agent.discard(frame)
      counts.skipped.agent += agent.taken - before
    }
    while customer.knownCount > limit {
      let before = customer.taken
      _ = customer.discard(frame)
      counts.skipped.customer += customer.taken - before
    }
  }
}
