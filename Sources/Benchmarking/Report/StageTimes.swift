import AudioFiles
import Conversation
import Measures
import TurnTaking
@_spi(Measuring) import VoiceActivity

/// How long each stage of the analysis of one recording ran, in nanoseconds of one thread.
struct StageTimes {
  /// The stages in the order of the data.
  enum Stage: String, CaseIterable {
    case read
    case resample
    case spectrum
    case network
    case bleed
    case turnTaking = "turn_taking"

    var label: String { self == .turnTaking ? "turn-taking" : rawValue }
  }

  private(set) var nanoseconds: [Stage: Int] = [:]
  /// The length of the recording.
  private(set) var length = SampleTime.zero

  subscript(stage: Stage) -> Int { nanoseconds[stage, default: 0] }

  /// Runs the stages over a recording, each over a second of audio at a time.
  init(_ source: CallSource, configuration: Configuration, kernels: KernelSet)
    throws(AudioFileError)
  {
    let decoding = Stopwatch.thread
    try DecodingRun.run(source)
    let decoded = Stopwatch.thread - decoding
    var audio = try CallAudio.open(source)
    var stages = DetectorStages(rate: audio.rate, kernels: kernels)
    var decision = Decision(configuration)
    let count = stages.capacity * stages.stepLength
    let samples = UnsafeMutableBufferPointer<Float>.allocate(capacity: 2 * count)
    samples.initialize(repeating: 0)
    defer { samples.deallocate() }
    let agent = UnsafeMutableBufferPointer(rebasing: samples[..<count])
    let customer = UnsafeMutableBufferPointer(rebasing: samples[count...])
    var reading = 0
    while true {
      let begun = Stopwatch.thread
      let portion = try audio.read(agent: agent, customer: customer)
      reading += Stopwatch.thread - begun
      if portion.isEnd { break }
      length +=
        SampleTime(ticks: portion.samples * SampleTime.ticksPerSecond / audio.rate.rawValue)
      let (first, second) = (
        UnsafeBufferPointer(rebasing: agent[..<portion.samples]).span,
        UnsafeBufferPointer(rebasing: customer[..<portion.samples]).span
      )
      let start = Stopwatch.thread
      stages.analyze(agent: first, customer: second)
      let spectrum = Stopwatch.thread
      stages.recognize()
      let network = Stopwatch.thread
      stages.separate()
      let bleed = Stopwatch.thread
      for frame in 0..<stages.frames { decision.take(stages.probabilities(frame: frame)) }
      let decided = Stopwatch.thread
      nanoseconds[.spectrum, default: 0] += spectrum - start
      nanoseconds[.network, default: 0] += network - spectrum
      nanoseconds[.bleed, default: 0] += bleed - network
      nanoseconds[.turnTaking, default: 0] += decided - bleed
    }
    let isResampled = audio.sourceRates != PartyPair(repeating: audio.rate.rawValue)
    nanoseconds[.read] = isResampled ? min(decoded, reading) : reading
    nanoseconds[.resample] = isResampled ? max(0, reading - decoded) : 0
  }
}

extension StageTimes {
  /// The last stage: gates, turn-taking and measures.
  private struct Decision: ~Copyable {
    private var gates: PartyPair<ActivityGate>
    private var turns: TurnTaking
    private var fold = MetricsFold()
    private var frame = 0

    init(_ configuration: Configuration) {
      gates = PartyPair(repeating: ActivityGate(settings: configuration.activity))
      turns = TurnTaking(settings: configuration.turns)
    }

    mutating func take(_ found: (early: PartyPair<Double>, settled: PartyPair<Double>)) {
      let activities = PartyPair(
        agent: gates.agent.advance(early: found.early.agent, settled: found.settled.agent),
        customer: gates.customer.advance(
          early: found.early.customer, settled: found.settled.customer))
      frame += 1
      Self.follow(&turns, &fold, activities, at: SampleTime(frames: frame))
    }

    private static func follow(
      _ turns: inout TurnTaking, _ fold: inout MetricsFold,
      _ activities: PartyPair<PartyActivity>, at: SampleTime
    ) {
      turns.advance(activities) { kind in fold.add(Event(at: at, kind: kind)) }
    }
  }
}
