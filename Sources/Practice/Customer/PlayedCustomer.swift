public import Conversation

/// A customer that tells a story and reacts to its listener by rule.
///
/// A pure value: the same speech of the trainee gives the same cues. Times are those of the stream.
public struct PlayedCustomer: Sendable {
  /// What the customer is doing.
  public enum State: Equatable, Sendable {
    /// The line has just been opened; it collects itself.
    case gathering(until: SampleTime)
    /// It says a piece, and is through with it at a time.
    case telling(piece: Int, since: SampleTime, until: SampleTime)
    /// It pauses after a piece and goes on by itself.
    case pausing(piece: Int, until: SampleTime)
    /// It has told its part and waits for the trainee to answer; it has asked so many times.
    case waiting(piece: Int, since: SampleTime, asked: Int)
    /// It asks whether anybody is there, and is through with it at a time.
    case asking(piece: Int, until: SampleTime, asked: Int)
    /// It listens to the trainee, at a place to answer or because the trainee came into a pause.
    case listening(piece: Int)
    /// It has stopped in a piece, after telling so much of it, for speech with an onset, and lets the
    /// trainee speak.
    case yielding(piece: Int, told: SampleTime, onset: SampleTime)
    /// It says that it had not finished.
    case protesting(piece: Int, until: SampleTime)
    /// It has hung up.
    case gone
  }

  /// Speech of the trainee that the customer gives way to: longer than a short word, and with what a
  /// decision takes short enough for it to stop within 0.6 s.
  public static let yieldsAfter: SampleTime = SampleTime(seconds: 0.45)
  /// Speech that was no claim of the turn in the end, as the engine counts short words.
  public static let shortWord: SampleTime = SampleTime(seconds: 1)
  /// What it says again where it goes on after a short word.
  static let recall = SampleTime(seconds: 0.2)
  /// What it says to the end although the trainee has begun, as people do.
  static let lastWords = SampleTime(seconds: 0.4)
  /// The silence of the trainee after which the customer goes on.
  static let turnSilence = SampleTime(seconds: 0.8)
  /// How soon it goes on after an encouragement in a pause.
  static let encouragedPause = SampleTime(seconds: 0.3)
  /// The silence after which it asks whether anybody is there.
  public static let patience: SampleTime = SampleTime(seconds: 6)
  /// The time in which it collects itself at the beginning.
  static let lead = SampleTime(seconds: 1)
  /// How often it asks before it hangs up.
  static let questions = 2
  /// How often it begins a piece anew before it lets it be.
  static let attempts = 2

  /// What it is doing.
  public private(set) var state: State
  private let story: Story
  private let difficulty: StoryDifficulty
  /// Whether the trainee has encouraged it in the piece under way.
  private var isEncouraged = false
  /// The end of the last utterance that it has taken note of.
  private var noted = SampleTime.zero
  /// How often the piece under way has been cut short.
  private var cuts = 0

  /// Creates a customer that has not begun.
  public init(_ story: Story, difficulty: StoryDifficulty) {
    self.story = story
    self.difficulty = difficulty
    state = .gathering(until: Self.lead)
  }

  /// Goes on to a time, and says what it does then.
  public mutating func advance(to now: SampleTime, hearing trainee: TraineeSpeech) -> CustomerCue? {
    let word = newWord(of: trainee)
    switch state {
    case .gathering(let until):
      guard now >= until else { return nil }
      // Whoever answers the call with a greeting is heard out.
      return trainee.isSpeaking ? nil : begin(story.piece(from: 0, at: difficulty), at: now)
    case .telling(let piece, let since, let until):
      if word { isEncouraged = true }
      if interrupts(trainee), until - now > Self.lastWords {
        cuts += 1
        state = .yielding(piece: piece, told: now - since, onset: trainee.utterance?.start ?? now)
        return .stop
      }
      guard now >= until else { return nil }
      return pause(after: piece, at: now)
    case .pausing(let piece, let until):
      if word {
        isEncouraged = true
        state = .pausing(piece: piece, until: min(until, now + Self.encouragedPause))
      }
      if interrupts(trainee) {
        state = .listening(piece: piece)
        return nil
      }
      // Nobody starts over a word that is under way.
      guard now >= until, !trainee.isSpeaking else { return nil }
      return begin(following(piece), at: now)
    case .waiting(let piece, let since, let asked):
      return wait(piece, since, asked, now, trainee, hasHeardWord: word)
    case .asking(let piece, let until, let asked):
      if interrupts(trainee) {
        state = .listening(piece: piece)
        return .stop
      }
      if now >= until { state = .waiting(piece: piece, since: now, asked: asked) }
      return nil
    case .listening(let piece):
      guard isSilent(trainee, at: now) else { return nil }
      return begin(following(piece), at: now)
    case .yielding(let piece, let told, let onset):
      // What follows a claim of the turn is no short word, however short it is.
      if word, trainee.utterance?.start == onset { return goOn(piece, told: told, at: now) }
      guard isSilent(trainee, at: now) else { return nil }
      return pickUp(piece, at: now)
    case .protesting(let piece, let until):
      if interrupts(trainee) {
        state = .yielding(piece: piece, told: .zero, onset: trainee.utterance?.start ?? now)
        return .stop
      }
      return now >= until ? begin(piece, at: now, isNew: false) : nil
    case .gone: return nil
    }
  }

  /// Whether a short word of the trainee has just ended.
  private mutating func newWord(of trainee: TraineeSpeech) -> Bool {
    guard !trainee.isSpeaking, let utterance = trainee.utterance, utterance.end > noted else {
      return false
    }
    noted = utterance.end
    return utterance.length < Self.shortWord
  }

  private func interrupts(_ trainee: TraineeSpeech) -> Bool {
    trainee.length >= Self.yieldsAfter
  }

  private func isSilent(_ trainee: TraineeSpeech, at now: SampleTime) -> Bool {
    !trainee.isSpeaking && now - (trainee.utterance?.end ?? .zero) >= Self.turnSilence
  }

  private mutating func pause(after piece: Int, at now: SampleTime) -> CustomerCue? {
    switch story.pieces[piece].continuation {
    case .pause(let written):
      var until = now + difficulty.pause(written)
      if isEncouraged { until = min(until, now + Self.encouragedPause) }
      state = .pausing(piece: piece, until: until)
    case .answer: state = .waiting(piece: piece, since: now, asked: 0)
    }
    return nil
  }

  private mutating func wait(
    _ piece: Int, _ since: SampleTime, _ asked: Int, _ now: SampleTime, _ trainee: TraineeSpeech,
    hasHeardWord: Bool
  ) -> CustomerCue? {
    if interrupts(trainee) {
      state = .listening(piece: piece)
      return nil
    }
    if hasHeardWord {
      isEncouraged = true
      // An encouragement to somebody who has more to tell; else the customer still waits.
      if story.pieces[piece].encouraged != nil { return begin(following(piece), at: now) }
      state = .waiting(piece: piece, since: now, asked: asked)
      return nil
    }
    guard now - since >= Self.patience, !trainee.isSpeaking else { return nil }
    // The end of the story needs no answer.
    guard asked < Self.questions, following(piece) != nil else { return leave() }
    guard let line = story.whenSilent else {
      return begin(following(piece), at: now)
    }
    state = .asking(piece: piece, until: now + line.length, asked: asked + 1)
    return .ask
  }

  /// Goes on where it stopped: it was but a word.
  private mutating func goOn(_ piece: Int, told: SampleTime, at now: SampleTime) -> CustomerCue? {
    guard told > .zero else { return begin(piece, at: now, isNew: false) }
    let from = max(.zero, told - Self.recall)
    cuts -= 1
    isEncouraged = true
    state = .telling(
      piece: piece, since: now - from, until: now - from + story.pieces[piece].line.length)
    return .goOn(piece: piece, from: from)
  }

  private mutating func pickUp(_ piece: Int, at now: SampleTime) -> CustomerCue? {
    if let other = story.pieces[piece].interrupted {
      return begin(story.piece(from: other, at: difficulty), at: now)
    }
    guard cuts < Self.attempts else { return begin(following(piece), at: now) }
    guard let line = story.whenInterrupted else { return begin(piece, at: now, isNew: false) }
    state = .protesting(piece: piece, until: now + line.length)
    return .protest
  }

  /// The piece after another; nil at the end of the story.
  private func following(_ piece: Int) -> Int? {
    let piece = story.pieces[piece]
    let next = isEncouraged ? piece.encouraged ?? piece.next : piece.next
    return next.flatMap { story.piece(from: $0, at: difficulty) }
  }

  private mutating func begin(_ piece: Int?, at now: SampleTime, isNew: Bool = true) -> CustomerCue?
  {
    guard let piece else { return leave() }
    isEncouraged = false
    if isNew { cuts = 0 }
    state = .telling(
      piece: piece, since: now, until: now + story.pieces[piece].line.length)
    return .tell(piece: piece)
  }

  private mutating func leave() -> CustomerCue {
    state = .gone
    return .leave
  }
}
