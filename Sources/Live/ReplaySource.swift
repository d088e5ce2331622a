public import AudioFiles
import CRealtime
public import Conversation
import Listening
import Synchronization

/// A recording heard as if it were live, in blocks of 10 ms.
public struct ReplaySource: LiveSource, ~Copyable {
  /// The rate of the samples.
  public let rate: EngineRate
  /// What is heard.
  public let session: Session
  /// Whether it is not paced.
  public var waits: Bool { nanosecondsPerSample == 0 }
  /// It is one.
  public var isRecording: Bool { true }
  /// The length of the recording; nil where it is not known before its end.
  public var length: SampleTime? { audio.length }
  /// The agent's samples of the latest block.
  public private(set) var agent: [Float]
  /// The customer's samples of the latest block.
  public private(set) var customer: [Float]

  /// The factors by which a replay may be faster than the call was.
  public static let possibleSpeeds: ClosedRange<Double> = 0.01...1000

  private var audio: CallAudio
  private let nanosecondsPerSample: Double
  private var begun: Int64?
  private var position = 0
  private var failure: AudioFileError?
  private let stop: Stop

  /// The wish that a pipe be waited for no longer, whoever has it.
  private final class Stop: Sendable {
    private let isAsked = Atomic<Bool>(false)
    private let isAskedElsewhere: @Sendable () -> Bool

    init(_ isAskedElsewhere: @escaping @Sendable () -> Bool) {
      self.isAskedElsewhere = isAskedElsewhere
    }

    var isRequested: Bool { isAsked.load(ordering: .relaxed) || isAskedElsewhere() }
    func request() { isAsked.store(true, ordering: .relaxed) }
  }

  /// Opens a recording or a pipe; at the speed 1 it takes as long as the call, at 0 no time.
  ///
  /// Other speeds are brought to the nearest of `possibleSpeeds`.
  /// `isStopped` is asked while a pipe makes the reader wait.
  public static func open(
    _ source: CallSource, speed: Double = 1, isStopped: @escaping @Sendable () -> Bool = { false }
  ) throws(AudioFileError) -> ReplaySource {
    let stop = Stop(isStopped)
    return ReplaySource(
      try CallAudio.open(source, isStopped: { stop.isRequested }), speed: speed, stop)
  }

  private init(_ audio: consuming CallAudio, speed: Double, _ stop: Stop) {
    rate = audio.rate
    session = Session(
      source: audio.name, sampleRate: audio.sourceRate, parties: audio.parties, settings: "")
    agent = [Float](repeating: 0, count: rate.frameLength)
    customer = agent
    let possible = Self.possibleSpeeds
    let pace = min(max(speed, possible.lowerBound), possible.upperBound)
    nanosecondsPerSample = speed > 0 ? 1e9 / (Double(rate.rawValue) * pace) : 0
    self.audio = audio
    self.stop = stop
  }

  /// Ends the wait for a pipe that has gone silent.
  public var stopWaiting: @Sendable () -> Void { { [stop] in stop.request() } }

  /// Reads the next 10 ms and waits until they would have been heard.
  public mutating func next(milliseconds: Int) -> LiveStep {
    let stretch: AudioStretch
    do {
      stretch = try agent.withUnsafeMutableBufferPointer { agent throws(AudioFileError) in
        try customer.withUnsafeMutableBufferPointer { customer throws(AudioFileError) in
          try audio.read(agent: agent, customer: customer)
        }
      }
    } catch {
      // What was heard before stays good.
      failure = error
      return .ended(gone: nil)
    }
    if stretch.isEnd { return .ended(gone: nil) }
    position += stretch.samples
    waitUntilHeard()
    return .stretch(stretch)
  }

  private mutating func waitUntilHeard() {
    guard nanosecondsPerSample > 0 else { return }
    let now = ij_clock_monotonic()
    let start = begun ?? now
    begun = start
    let due = start + Int64(Double(position) * nanosecondsPerSample)
    if due > now { ij_sleep(due - now) }
  }

  /// The repairs of the recording, and where it broke off.
  public mutating func remarks(stopped: Bool) -> [LiveRemark] {
    var remarks: [LiveRemark] = []
    if let failure { remarks.append(LiveRemark(failure.description, isDoubtful: true)) }
    if stopped || stop.isRequested {
      remarks.append(
        LiveRemark("stopped before the end; the figures cover what was heard"))
    }
    return remarks
      + audio.repairs.map { LiveRemark($0.description, code: $0.code, party: $0.party) }
  }
}
