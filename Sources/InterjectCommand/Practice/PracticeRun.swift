import AudioFiles
import Conversation
import Interject
import Practice
import Words

/// One practice from its first word to its debrief: frames in, lines and a recording out.
struct PracticeRun: ~Copyable {
  private let story: Story
  private let difficulty: StoryDifficulty
  private var session: PracticeSession
  private var recording: PracticeRecording?
  private var listener: WordListener?
  private var output: OutputFile
  /// Why the words of a transcript were not used; nil where they were, or where there is none.
  private(set) var refusal: String?

  init(
    story: Story, difficulty: StoryDifficulty, session: consuming PracticeSession,
    recording: consuming PracticeRecording?, words: WordSource?, output: consuming OutputFile
  ) {
    self.story = story
    self.difficulty = difficulty
    self.session = session
    self.recording = recording
    listener = words.map {
      WordListener(
        $0, acts: ListeningActs(keepsText: true), first: .agent, rate: PracticeSession.rate)
    }
    self.output = output
  }

  /// The frame that is to be played next.
  var customer: [Float] { session.customer }

  /// Whether the customer has hung up.
  var isOver: Bool { session.isOver }

  /// Takes a frame of the trainee, and says at once what there is to say.
  mutating func step(_ trainee: [Float], unknown: UnknownReason? = nil) throws(CommandFailure) {
    // Whatever sounds in unknown time, it is not the trainee.
    let trainee = unknown == nil ? trainee : [Float](repeating: 0, count: trainee.count)
    var moments: [PracticeMoment] = []
    var events: [Event] = []
    session.step(
      trainee: trainee.span, unknown: unknown, event: { events.append($0) },
      moment: { moments.append($0) })
    try recording?.append(trainee: trainee, customer: session.heard)
    if listener != nil {
      // The trainee's words alone are wanted.
      let silence = [Float](repeating: 0, count: trainee.count)
      trainee.withUnsafeBufferPointer { trainee in
        silence.withUnsafeBufferPointer { listener?.add(agent: trainee, customer: $0) }
      }
      for event in events { takeWords(event) }
    }
    guard !moments.isEmpty else { return }
    try output.append(lines: moments.map(DebriefText.line))
    try output.flush()
  }

  /// Hears a recorded trainee, without pacing.
  mutating func replay(_ samples: [Float]) throws(CommandFailure) {
    let length = PracticeSession.rate.frameLength
    var start = 0
    while start + length <= samples.count, !session.isOver, !Termination.isRequested {
      try step(Array(samples[start..<start + length]))
      start += length
    }
  }

  /// Sums up.
  mutating func debrief(notes: [String]) -> Debrief {
    var events: [Event] = []
    session.finish { events.append($0) }
    for event in events { takeWords(event) }
    recording?.finish()
    var notes = notes
    let words = words(&notes)
    return Debrief(
      session.course.record, of: story, difficulty: difficulty, length: session.consumed,
      words: words, notes: notes)
  }

  /// Writes a debrief after what was said at once.
  mutating func write(_ debrief: Debrief, all: Bool) throws(CommandFailure) {
    let text = DebriefText(
      debrief, showsAll: all, columns: min(output.columns ?? 100, 100),
      words: "--transcript or --recognize", all: "--all")
    try output.append(lines: [""] + text.lines)
    try output.finish()
  }

  /// Takes what the words belong to.
  private mutating func takeWords(_ event: Event) {
    if case .speech(.customer, _) = event.kind { return }
    listener?.take(event)
  }

  private mutating func words(_ notes: inout [String]) -> TraineeWords? {
    guard var listener else { return nil }
    let found = listener.finish()
    self.listener = listener
    if let refusal = found.wording.refusal {
      self.refusal = refusal.description
      notes.append("your words are left out: \(refusal)")
      return nil
    }
    var text: [String] = []
    var questions = 0
    var open = 0
    for event in found.events where event.party == .agent {
      switch event {
      case .utterance(_, _, _, let said): text.append(said ?? "")
      case .question(_, _, let isOpen, _, _):
        questions += 1
        open += isOpen ? 1 : 0
      default: break
      }
    }
    return TraineeWords(
      text: text.joined(separator: " "), openQuestions: open, questions: questions)
  }
}
