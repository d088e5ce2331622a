internal import CALSA
internal import CRealtime
internal import Conversation

/// The devices of a call: one that hears both parties, or one for each of them.
struct CallFeeds: ~Copyable, Sendable {
  /// The rate of the samples.
  let rate: EngineRate
  /// The agent's device, or the only one.
  var first: DeviceFeed
  /// The customer's device where there are two.
  var second: DeviceFeed?
  let isOneDevice: Bool
  /// The longer of the devices' periods, in samples of the call.
  let period: Int

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
  }

  /// Opens the devices and starts to capture; `clocks` are those of simulated devices.
  ///
  /// `rate` nil takes the one that suits the devices: 8 kHz if one of them has only telephone audio.
  static func open(
    _ source: CallDevices, rate: EngineRate?, clocks: PartyPair<UnsafePointer<Int64>?>
  ) throws(CaptureError) -> CallFeeds {
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
      return CallFeeds(first: DeviceFeed(stream, rate: rate), second: nil, rate: rate)
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
      return CallFeeds(
        first: DeviceFeed(agentStream, rate: rate),
        second: DeviceFeed(customerStream, rate: rate), rate: rate)
    }
  }

  /// What was asked of the agent's device, which holds for the other too.
  var settings: CaptureSettings { first.stream.request.settings }

  /// Reads something of each party's device; one device stands for both parties.
  func ofEach<Value>(_ read: (borrowing CaptureStream) -> Value) -> PartyPair<Value> {
    let agent = read(first.stream)
    return PartyPair(agent: agent, customer: ofSecond(read) ?? agent)
  }

  /// The name of the device that a party is heard with.
  func name(of party: Party) -> String {
    let names = ofEach { $0.request.device }
    return names[party]
  }

  /// Stops capturing; what has come can still be taken.
  func stop() {
    first.stream.stop()
    _ = ofSecond { $0.stop() }
  }

  /// Looks for a lost device at once.
  func hurry() {
    first.stream.hurry()
    _ = ofSecond { $0.hurry() }
  }

  /// Waits until one of the parties' devices has delivered something or the time is over.
  ///
  /// A device that `isHeldBack` is not read and so does not end the wait with what it has already.
  func wait(
    for isAwaited: PartyPair<Bool>, isHeldBack: PartyPair<Bool>, milliseconds: Int
  ) {
    let agentIsQuiet = !isAwaited.agent || first.stream.expect() || isHeldBack.agent
    let customerIsQuiet =
      !isAwaited.customer || ofSecond { $0.expect() || isHeldBack.customer } ?? true
    if agentIsQuiet && customerIsQuiet {
      let other = ofSecond { $0.readiness.fd } ?? -1
      withUnsafeTemporaryAllocation(of: pollfd.self, capacity: 2) { descriptors in
        descriptors.initialize(repeating: first.stream.readiness)
        // Poll passes over what is negative.
        if !isAwaited.agent { descriptors[0].fd = -1 }
        descriptors[1].fd = isAwaited.customer ? other : -1
        _ = ij_poll(descriptors.baseAddress, 2, Int32(milliseconds))
      }
      if isAwaited.agent { first.stream.clearReadiness() }
      if isAwaited.customer { _ = ofSecond { $0.clearReadiness() } }
    }
    if isAwaited.agent { first.stream.endWaiting() }
    if isAwaited.customer { _ = ofSecond { $0.endWaiting() } }
  }

  private func ofSecond<Value>(_ read: (borrowing CaptureStream) -> Value) -> Value? {
    switch second {
    case .some(let feed): read(feed.stream)
    case .none: nil
    }
  }
}
