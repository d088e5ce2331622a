public import Conversation

/// A practice without its sound: the customer, what is heard of the trainee, and the record of both.
///
/// A pure value: the same events and probabilities give the same cues.
public struct PracticeCourse: Sendable {
  /// What has happened.
  public private(set) var record = PracticeRecord()
  /// The customer.
  public private(set) var customer: PlayedCustomer
  /// What is known of the trainee's speech.
  public private(set) var trainee = TraineeSpeech()
  /// Whether the customer has hung up.
  public var isOver: Bool { customer.state == .gone }
  private let story: Story
  /// The time from a cue to its sound at the trainee's ear.
  private let delay: SampleTime

  /// Creates a course; `delay` is the time from a cue to its sound at the trainee's ear.
  public init(_ story: Story, difficulty: StoryDifficulty, delay: SampleTime = .zero) {
    self.story = story
    self.delay = delay
    customer = PlayedCustomer(story, difficulty: difficulty)
  }

  /// Takes an event of the engine, and says what is to be told of it at once.
  public mutating func take(_ event: Event) -> PracticeMoment? {
    record.take(event)
    guard case .backchannel(.agent, let interval) = event.kind, !customer.isWaiting else {
      return nil
    }
    return PracticeMoment(
      at: interval.start, drill: .encouraging, isGood: true, text: "you encouraged")
  }

  /// Takes how probable it is that the trainee spoke in the frame that begins at a time.
  public mutating func hear(_ probability: Double, at start: SampleTime) {
    trainee.hear(probability, at: start)
  }

  /// Goes on to a time: what the customer does, and what is to be told of it at once.
  public mutating func advance(
    to now: SampleTime
  ) -> (cue: CustomerCue?, moment: PracticeMoment?) {
    let before = customer.state
    let cue = customer.advance(to: now, hearing: trainee)
    let moment = note(from: before, to: customer.state, cue, at: now + delay)
    return (cue, moment)
  }

  private mutating func note(
    from before: PlayedCustomer.State, to after: PlayedCustomer.State, _ cue: CustomerCue?,
    at heard: SampleTime
  ) -> PracticeMoment? {
    guard before != after else { return nil }
    var moment: PracticeMoment?
    let onset = trainee.utterance?.start ?? heard
    switch (before, after) {
    case (.telling, .yielding):
      record.end(at: heard, .cut(by: onset))
    case (.telling, .pausing): record.end(at: heard, .paused)
    case (.telling, .waiting(let piece, _, _)):
      record.end(at: heard, .place)
      record.wait(piece: piece, at: heard, isLast: story.pieces[piece].next == nil)
    case (.pausing, .listening):
      record.cutPause(by: onset)
      moment = PracticeMoment(
        at: onset, drill: .interrupting, isGood: false,
        text: "you came in during a pause; the customer had not finished")
    case (.waiting, .listening):
      record.answer(from: onset)
      let gap = onset - (record.places.last?.at ?? onset)
      moment = PracticeMoment(
        at: onset, drill: .leaving, isGood: TraineeAnswer.credit(gap: gap) == 1,
        text: "you answered \(TraineeAnswer.words(gap: gap))")
    case (_, .asking):
      record.ask(at: heard)
      moment = PracticeMoment(
        at: heard, drill: .leaving, isGood: false,
        text: "silence; the customer asks whether you are there")
    default: break
    }
    // What was but a word cut nothing short.
    if case .yielding = before {
      if case .goOn = cue {
        record.goOn()
      } else if let cut = record.tellings.last?.cut {
        moment = PracticeMoment(
          at: cut, drill: .interrupting, isGood: false,
          text: "you came in, and the customer stopped")
      }
    }
    switch cue {
    case .tell(let piece): record.begin(piece: piece, at: heard)
    case .leave: record.leavePlace(at: heard)
    default: break
    }
    return moment
  }
}

extension PlayedCustomer {
  /// Whether it waits for an answer.
  var isWaiting: Bool {
    if case .waiting = state { return true }
    return false
  }
}
