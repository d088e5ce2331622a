public import Conversation

/// A recorded or piped call, read from front to back at the rate that the engine works at.
///
/// It takes the same memory however long the recording is, and gives the same samples whatever
/// stretches they are read in. Audio at 8 kHz stays as it is; everything else becomes 16 kHz, in place:
/// a sample keeps its time. Two files become 8 kHz only if both are.
public struct CallAudio: ~Copyable {
  /// The rate of the samples that `read` gives.
  public let rate: EngineRate
  /// The sample rate of each party's recording in hertz.
  public let sourceRates: PartyPair<Int>
  /// Which channel or file each party is, as reports name it.
  public let parties: PartyPair<String>
  /// The recording as reports name it.
  public let name: String
  /// The samples to come for each party, unknown stretches included; nil for a pipe that does not say.
  public let expectedSamples: Int?

  private var tracks: Tracks
  private var missing: PartyPair<Int> = PartyPair(repeating: 0)

  /// The higher sample rate of the recordings in hertz.
  public var sourceRate: Int { max(sourceRates.agent, sourceRates.customer) }

  /// Opens a call and decodes its beginning.
  ///
  /// On a pipe it waits for the first samples. `isStopped` is asked ten times a second while a pipe
  /// makes the reader wait; once it is true the stream ends as if the pipe had.
  public static func open(
    _ source: CallSource, isStopped: @escaping () -> Bool = { false }
  ) throws(AudioFileError) -> CallAudio {
    switch source.layout {
    case .together(let input):
      let file = try SoundFile.open(input, isStopped: isStopped)
      if file.channels == 1, let party = source.loneChannel {
        return try CallAudio(alone: file, party, source.channels)
      }
      let channels = try file.channels(for: source.channels)
      guard source.customerDelay != .zero else {
        return try CallAudio(together: file, channels)
      }
      guard file.isRepeatable else {
        throw AudioFileError(
          .delayedPipe, at: input.name, problem: "the channels of a pipe cannot be shifted",
          remedy: "save it to a file, or leave the delay out")
      }
      return try CallAudio(
        apart: PartyPair(
          agent: (file, channels.agent),
          customer: (try SoundFile.open(input, isStopped: isStopped), channels.customer)),
        name: file.name, delay: source.customerDelay)
    case .apart(let agent, let customer):
      let agentFile = try SoundFile.open(agent, isStopped: isStopped)
      let customerFile = try SoundFile.open(customer, isStopped: isStopped)
      return try CallAudio(
        apart: PartyPair(
          agent: (agentFile, try agentFile.onlyChannel(.agent, source.channels.agent)),
          customer: (
            customerFile, try customerFile.onlyChannel(.customer, source.channels.customer)
          )),
        name: nil, delay: source.customerDelay)
    }
  }

  private init(together file: SoundFile, _ channels: PartyPair<ChannelNumber>)
    throws(AudioFileError)
  {
    let rate = EngineRate(forSampleRate: file.rate)
    let track = try Track(
      file, channels: (channels.agent.index, channels.customer.index), rate: rate)
    self.rate = rate
    sourceRates = PartyPair(repeating: file.rate)
    parties = PartyPair(
      agent: channels.agent.name(among: file.channels),
      customer: channels.customer.name(among: file.channels))
    name = file.name
    expectedSamples = track.expectedSamples
    tracks = .together(track)
  }

  private init(alone file: SoundFile, _ party: Party, _ choice: CallSource.ChannelChoice)
    throws(AudioFileError)
  {
    let channel = try file.onlyChannel(party, party == .agent ? choice.agent : choice.customer)
    let rate = EngineRate(forSampleRate: file.rate)
    let track = try Track(file, channels: (channel.index, nil), rate: rate)
    self.rate = rate
    sourceRates = PartyPair(repeating: file.rate)
    var parties = PartyPair(repeating: "none")
    parties[party] = channel.name(among: file.channels)
    self.parties = parties
    name = file.name
    expectedSamples = track.expectedSamples
    tracks = .alone(track, party)
  }

  private init(
    apart files: PartyPair<(file: SoundFile, channel: ChannelNumber)>, name: String?,
    delay: SampleTime
  ) throws(AudioFileError) {
    let (agent, customer) = (files.agent, files.customer)
    let rate = EngineRate(forSampleRate: max(agent.file.rate, customer.file.rate))
    let shift = delay.ticks * rate.rawValue / SampleTime.ticksPerSecond
    let lanes = PartyPair(
      agent: Lane(
        try Track(agent.file, channels: (agent.channel.index, nil), rate: rate),
        delay: max(0, -shift)),
      customer: Lane(
        try Track(customer.file, channels: (customer.channel.index, nil), rate: rate),
        delay: max(0, shift)))
    self.rate = rate
    sourceRates = PartyPair(agent: agent.file.rate, customer: customer.file.rate)
    self.name = name ?? "\(agent.file.name) + \(customer.file.name)"
    parties =
      name == nil
      ? PartyPair(agent: agent.file.name, customer: customer.file.name)
      : PartyPair(
        agent: agent.channel.name(among: agent.file.channels),
        customer: customer.channel.name(among: customer.file.channels))
    if let first = lanes.agent.expectedSamples, let second = lanes.customer.expectedSamples {
      expectedSamples = max(first, second)
    } else {
      expectedSamples = nil
    }
    tracks = .apart(lanes, areFiles: name == nil)
  }
}

extension CallAudio {
  /// How the parties' audio comes out of the recordings.
  private enum Tracks {
    /// The recording with a channel for each.
    case together(Track)
    /// The recording of one party alone.
    case alone(Track, Party)
    /// A recording, or at least a reading of it, for each party.
    case apart(PartyPair<Lane>, areFiles: Bool)
  }

  /// Reads the next samples of both parties, in [-1, 1], up to what the shorter buffer holds.
  ///
  /// A file fills the buffers until it ends or the unknown parties change; a pipe gives what it has.
  /// - Throws: `AudioFileError` with the code `readFailed`; the samples before it were good.
  public mutating func read(
    agent: UnsafeMutableBufferPointer<Float>, customer: UnsafeMutableBufferPointer<Float>
  ) throws(AudioFileError) -> AudioStretch {
    let room = min(agent.count, customer.count)
    guard room > 0, let agent = agent.baseAddress, let customer = customer.baseAddress else {
      return AudioStretch(samples: 0)
    }
    switch tracks {
    case .together(let track):
      let count = try track.read(agent, customer, count: room)
      return AudioStretch(
        samples: count, unknown: PartyPair(repeating: track.isMissing ? .damaged : nil))
    case .alone(let track, let party):
      let count = try track.read(party == .agent ? agent : customer, nil, count: room)
      (party == .agent ? customer : agent).update(repeating: 0, count: count)
      var unknown = PartyPair<UnknownReason?>(repeating: .lost)
      unknown[party] = track.isMissing ? .damaged : nil
      return AudioStretch(samples: count, unknown: unknown)
    case .apart(let lanes, _):
      let stretch = try Lane.read(lanes, agent, customer, count: room)
      for party in Party.allCases where stretch.unknown[party] == .lost && lanes[party].hasEnded {
        missing[party] += stretch.samples
      }
      return stretch
    }
  }

  /// What had to be mended or passed over so far; complete at the end of the recording.
  public var repairs: [Repair] {
    switch tracks {
    case .together(let track): return track.repairs(of: (.agent, .customer))
    case .alone(let track, let party): return track.repairs(of: (party, nil))
    case .apart(let lanes, let areFiles):
      var repairs: [Repair] = []
      for party in Party.allCases {
        repairs += lanes[party].track.repairs(of: (party, nil))
        let length = SampleTime(
          ticks: missing[party] * (SampleTime.ticksPerSecond / rate.rawValue))
        if areFiles, length >= .frame {
          repairs.append(
            Repair(
              kind: .shorter(by: length), party: party, place: lanes[party].track.file.name))
        }
      }
      return repairs
    }
  }
}
