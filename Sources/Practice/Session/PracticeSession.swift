public import Conversation
public import Listening
public import VoiceActivity

/// A practice with its sound: the trainee's samples in, the customer's out, in step.
///
/// The engine hears what the trainee hears, so that the customer's sound in the trainee's microphone
/// is known for what it is. Without a delay it needs no clock: the same samples give the same practice.
public struct PracticeSession: ~Copyable {
  /// The rate of both parties' samples.
  public static let rate: EngineRate = .wide

  /// The samples of the frame that is to be played next.
  public private(set) var customer: [Float]
  /// The samples of the customer that are heard in the frame of the trainee just taken.
  public private(set) var heard: [Float]
  /// The customer and the record.
  public private(set) var course: PracticeCourse
  /// The audio taken so far.
  public var consumed: SampleTime { SampleTime(frames: frames) }
  /// Whether the customer has hung up and the last words are through.
  public var isOver: Bool { over.map { frames >= $0 } ?? false }

  private let story: Story
  private var engine: Engine
  private var frames = 0
  private var over: Int?
  /// What is played: the samples of the story that are left of it.
  private var playing: Range<Int>?
  /// Whether what is played fades out with this frame.
  private var isStopping = false
  /// What has been played and is not heard yet, as a ring.
  private var pending: [Float]
  private var pendingStart = 0
  private let delay: SampleTime
  private var levels = PlayedLevels()
  private var microphone = QuietMicrophone()

  /// Begins a practice; `delay` is the time from a played frame to the trainee's microphone.
  public init(
    _ story: Story, difficulty: StoryDifficulty, configuration: Configuration = Configuration(),
    kernels: KernelSet = .best, delay: SampleTime = .zero
  ) {
    self.story = story
    self.delay = delay
    engine = Engine(configuration: configuration, rate: Self.rate, kernels: kernels)
    course = PracticeCourse(story, difficulty: difficulty, delay: delay)
    customer = Array(repeating: 0, count: Self.rate.frameLength)
    heard = customer
    pending = Array(repeating: 0, count: max(0, delay.ticks))
  }

  /// What makes the figures doubtful so far.
  public var doubts: InputDoubts { mutating get { engine.doubts } }

  /// Takes a frame of the trainee, in [-1, 1], and prepares the customer's next one.
  ///
  /// `event` receives what the engine makes of it, `moment` what is to be told at once.
  public mutating func step(
    trainee: Span<Float>, unknown: UnknownReason? = nil, event: (Event) -> Void = { _ in },
    moment: (PracticeMoment) -> Void
  ) {
    hear(trainee, unknown, event: event, moment: moment)
    frames += 1
    let (cue, told) = course.advance(to: consumed)
    if let told { moment(told) }
    if let cue { obey(cue) }
    play()
  }

  /// Ends it: the engine says what it still knows, and nothing more is played.
  public mutating func finish(event: (Event) -> Void = { _ in }) {
    var events: [Event] = []
    engine.finish { events.append($0) }
    for found in events {
      _ = course.take(found)
      event(found)
    }
  }

  private mutating func hear(
    _ trainee: Span<Float>, _ unknown: UnknownReason?, event: (Event) -> Void,
    moment: (PracticeMoment) -> Void
  ) {
    // What was played in the last step is heard now, or `delay` later.
    if pending.isEmpty {
      heard = customer
    } else {
      for index in heard.indices {
        heard[index] = pending[pendingStart]
        pending[pendingStart] = customer[index]
        pendingStart = (pendingStart + 1) % pending.count
      }
    }
    levels.add(trainee: trainee, customer: heard, at: frames)
    var events: [Event] = []
    var probabilities: [(frame: Int, evidence: SpeechEvidence)] = []
    let sound = heard
    let voice = microphone.fill(trainee)
    Self.process(&engine, voice.span, sound.span, unknown) {
      events.append($0)
    } hear: {
      probabilities.append(($0, $1))
    }
    for (frame, evidence) in probabilities {
      // Before the leak is known the engine takes much for one; nothing as loud as this can be.
      let own = levels.isLoud(at: frame) ? evidence.heard : evidence.probability
      course.hear(own, at: SampleTime(frames: frame))
    }
    for found in events {
      event(found)
      if let told = course.take(found) { moment(told) }
    }
  }

  // Static, so that the engine is lent out alone.
  private static func process(
    _ engine: inout Engine, _ trainee: Span<Float>, _ customer: Span<Float>,
    _ unknown: UnknownReason?, emit: (Event) -> Void, hear: (Int, SpeechEvidence) -> Void
  ) {
    engine.process(
      agent: trainee, customer: customer, unknown: PartyPair(agent: unknown, customer: nil),
      evidence: { hear($0, $1.agent) }, emit: emit)
  }

  private mutating func obey(_ cue: CustomerCue) {
    switch cue {
    case .tell(let piece): playing = story.pieces[piece].line.sound
    case .goOn(let piece, let from):
      let sound = story.pieces[piece].line.sound
      playing = min(sound.lowerBound + from.ticks, sound.upperBound)..<sound.upperBound
    case .protest: playing = story.whenInterrupted?.sound
    case .ask: playing = story.whenSilent?.sound
    case .stop: isStopping = true
    case .leave: over = frames + (SampleTime(seconds: 1) + delay).frames
    }
  }

  private mutating func play() {
    let length = customer.count
    let sound = playing ?? 0..<0
    let count = min(length, sound.count)
    for index in 0..<length {
      customer[index] = index < count ? story.samples[sound.lowerBound + index] : 0
    }
    if isStopping {
      // Without a click.
      for index in 0..<length { customer[index] *= 1 - Float(index) / Float(length) }
      isStopping = false
      playing = nil
    } else {
      playing = count < sound.count ? sound.lowerBound + count..<sound.upperBound : nil
    }
  }
}
