public import AlsaCapture
public import Conversation
public import Live
import SoundServer

/// A call heard through one capture device or two.
public struct CaptureSource: LiveSource, ~Copyable {
  /// The rate of the samples.
  public var rate: EngineRate { capture.rate }
  /// What is heard.
  public let session: Session
  /// Whether the device waits for its reader, as a simulated one may.
  public let waits: Bool
  /// The time that each device collects before it delivers.
  public var delays: PartyPair<SampleTime?> {
    let formats = capture.formats
    return PartyPair(agent: formats.agent.period, customer: formats.customer.period)
  }
  /// The agent's samples of the latest block.
  public var agent: [Float] { hasStrayed.agent ? silence : capture.agent }
  /// The customer's samples of the latest block.
  public var customer: [Float] { hasStrayed.customer ? silence : capture.customer }
  /// What plays at the moment, for as long as the call is heard and longer.
  public var outputs: PlayingOutputs { watch?.outputs ?? PlayingOutputs(nil) }

  /// The seconds for which a device may stay away: at most three years.
  public static let possiblePatience: ClosedRange<Double> = 0...100_000_000

  private var capture: CallCapture
  /// The sound server, where it has a part in the call.
  private var watch: CallWatch?
  /// What the user should know at the start.
  private var notices: [String]
  /// Whether the server has moved a party's stream to a device that is not the party's.
  public private(set) var hasStrayed = PartyPair(repeating: false)
  /// Whether the sound server gave both parties one source at some time.
  private var hasShared = false
  /// Zeros in place of what a strayed stream hears.
  private var silence: [Float] = []
  private let patience: Int
  private let isOneDevice: Bool
  /// How long each party's device has been away, in samples, and its name; nil while it is there.
  private var absences = PartyPair<Absence?>(repeating: nil)
  private var isSchedulingTold = false
  private var heard = 0

  private struct Absence {
    var name: String
    var samples = 0
  }

  /// Opens the devices of a call and starts to capture.
  ///
  /// A device that stays away for `patience` seconds, one of `possiblePatience`, ends the call.
  /// `started` is the time of day.
  public static func start(
    _ source: CallDevices, patience: Double = 60, started: String? = nil
  ) throws(CaptureError) -> CaptureSource {
    CaptureSource(
      try CallCapture.start(source), of: source, patience: patience, started: started,
      watch: CallWatch(source), notices: CaptureNotices.lines(of: source))
  }

  /// Takes over a running capture.
  init(
    _ capture: consuming CallCapture, of source: CallDevices, patience: Double, started: String?,
    watch: CallWatch? = nil, notices: [String] = []
  ) {
    let formats = capture.formats
    session = Session(
      source: source.name, sampleRate: max(formats.agent.rate, formats.customer.rate),
      parties: source.parties, settings: "", started: started)
    switch source {
    case .oneDevice(let request):
      isOneDevice = true
      waits = request.settings.fullRing == .wait
    case .twoDevices(let agent, _):
      isOneDevice = false
      waits = agent.settings.fullRing == .wait
    }
    self.patience = Int(patience * Double(capture.rate.rawValue))
    self.capture = capture
    self.watch = watch
    self.notices = notices
  }

  /// Takes the next stretch, waiting for one where none has come.
  public mutating func next(milliseconds: Int) -> LiveStep {
    if let step = lastStep { return step }
    if let piece = capture.next() { return step(piece) }
    capture.wait(milliseconds: milliseconds)
    return capture.next().map { step($0) } ?? .waiting
  }

  /// What there is to say before any more audio.
  private var lastStep: LiveStep? {
    mutating get {
      for absence in [absences.agent, absences.customer] {
        if let absence, absence.samples >= patience { return .ended(gone: absence.name) }
      }
      if !notices.isEmpty { return .notice(notices.removeFirst()) }
      if watch?.hasReturned() == true { capture.hurry() }
      if let change = watch?.next() { return take(change) }
      guard !isSchedulingTold, capture.scheduling.agent != .undecided else { return nil }
      isSchedulingTold = true
      return capture.scheduling.agent.notice.map { .notice($0) }
    }
  }

  private mutating func step(_ piece: CallPiece) -> LiveStep {
    switch piece {
    case .stretch(let stretch):
      heard += stretch.samples
      absences.agent?.samples += stretch.samples
      absences.customer?.samples += stretch.samples
      return .stretch(
        AudioStretch(samples: stretch.samples, unknown: withheld(from: stretch)))
    case .device(let change):
      let party: Party? = isOneDevice ? nil : change.parties.agent ? .agent : .customer
      let state: DeviceState =
        switch change.state {
        case .lost: .lost
        case .returned: .returned
        case .changed: .changed
        }
      for party in Party.allCases where change.parties[party] {
        if state == .lost {
          absences[party] = absences[party] ?? Absence(name: change.name)
        } else if !hasStrayed[party] {
          absences[party] = nil
        }
      }
      return .device(party, state, name: change.name)
    }
  }

  /// Takes what the sound server has done with a device.
  private mutating func take(_ change: StreamChange) -> LiveStep {
    switch change {
    case .followed(let feed, let source):
      return .device(party(of: feed), .moved, name: source.name)
    case .strayed(let feed, let source):
      setStrayed(feed, true)
      return .device(party(of: feed), .moved, name: source?.name ?? "none")
    case .returned(let feed, _):
      setStrayed(feed, false)
      return .device(party(of: feed), .returned, name: watch?.name(of: feed) ?? "")
    case .shared:
      hasShared = true
      return .warning(.identicalChannels, nil)
    case .remote(let address):
      return .notice(CaptureNotices.remote(address))
    }
  }

  /// The party that a watched device hears; nil for one that hears both.
  private func party(of feed: Int) -> Party? {
    guard let parties = watch?.parties(of: feed), parties.agent != parties.customer else {
      return nil
    }
    return parties.agent ? .agent : .customer
  }

  private mutating func setStrayed(_ feed: Int, _ strayed: Bool) {
    guard let watch else { return }
    for party in Party.allCases where watch.parties(of: feed)[party] {
      hasStrayed[party] = strayed
      absences[party] = strayed ? absences[party] ?? Absence(name: watch.name(of: feed)) : nil
    }
  }

  /// What is unknown of a stretch: of a strayed stream all.
  private mutating func withheld(from stretch: AudioStretch) -> PartyPair<UnknownReason?> {
    guard hasStrayed.agent || hasStrayed.customer else { return stretch.unknown }
    if silence.count < stretch.samples {
      silence = Array(repeating: 0, count: stretch.samples)
    }
    var unknown = stretch.unknown
    for party in Party.allCases where hasStrayed[party] && unknown[party] == nil {
      unknown[party] = .moved
    }
    return unknown
  }

  /// The faults of the devices, and the difference of their clocks.
  public mutating func remarks(stopped: Bool) -> [LiveRemark] {
    capture.stop()
    let counters = capture.counters
    var remarks: [LiveRemark] = []
    if isOneDevice {
      if let faults = counters.agent.faults {
        remarks.append(LiveRemark("the device had \(faults)"))
      }
    } else {
      for party in Party.allCases {
        guard let faults = counters[party].faults else { continue }
        remarks.append(LiveRemark("the \(party.name)'s device had \(faults)"))
      }
    }
    if hasShared {
      remarks.append(
        LiveRemark("the sound server gave both parties one source: name the devices of both"))
    }
    // Before a minute the clocks are still being found.
    if let drift = capture.drift, abs(drift) >= 20, heard >= 60 * rate.rawValue {
      let word = drift > 0 ? "faster" : "slower"
      remarks.append(
        LiveRemark(
          "the customer's device ran \(Int(abs(drift).rounded())) ppm \(word) than the agent's; "
            + "this was corrected"))
    }
    return remarks
  }
}

extension CaptureFormat {
  fileprivate var period: SampleTime { SampleTime(seconds: Double(periodFrames) / Double(rate)) }
}
