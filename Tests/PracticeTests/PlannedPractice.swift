import Conversation
import Practice

/// A practice in virtual time, of a story without sound and a trainee with a plan.
struct PlannedPractice {
  private(set) var course: PracticeCourse
  private(set) var states: [PlayedCustomer.State] = []
  private(set) var cues: [(cue: CustomerCue, at: SampleTime)] = []
  private(set) var moments: [PracticeMoment] = []
  private(set) var length = SampleTime.zero
  let story: Story

  /// Runs it to its end, for ten minutes at most.
  init(
    _ story: Story, difficulty: StoryDifficulty = .medium, trainee plan: ScriptedTrainee,
    longest: Double = 600
  ) {
    self.story = story
    course = PracticeCourse(story, difficulty: difficulty)
    var trainee = plan
    var hearing = ActivityHearing()
    var frame = 0
    while !course.isOver, frame < Int(longest * 100) {
      let now = SampleTime(frames: frame)
      let state = course.customer.state
      var told: [PracticeMoment] = []
      var course = course
      var events: [Event] = []
      hearing.step(
        agent: trainee.speaks(state, at: now), customer: state.isAudible,
        hear: { course.hear($0, at: $1) }, emit: { events.append($0) })
      for event in events { if let moment = course.take(event) { told.append(moment) } }
      frame += 1
      let (cue, moment) = course.advance(to: SampleTime(frames: frame))
      if let cue { cues.append((cue, SampleTime(frames: frame))) }
      if let moment { told.append(moment) }
      moments += told
      self.course = course
      if states.last != course.customer.state { states.append(course.customer.state) }
    }
    length = SampleTime(frames: frame)
    var last: [Event] = []
    hearing.finish { last.append($0) }
    for event in last { _ = course.take(event) }
  }

  /// What it comes to.
  func debrief(words: TraineeWords? = nil) -> Debrief {
    Debrief(
      course.record, of: story, difficulty: .medium, length: length, words: words)
  }

  /// The score of a drill; nil where there was no occasion.
  func score(_ drill: Drill) -> Double? {
    debrief().scores.first { $0.drill == drill }?.value
  }
}

extension PlayedCustomer.State {
  /// Whether the customer is heard.
  var isAudible: Bool {
    switch self {
    case .telling, .asking, .protesting: true
    default: false
    }
  }
}

extension Story {
  /// A story of parts, each of three pieces of 4 s with pauses between them, and a place to answer.
  static func inParts(_ count: Int, protests: Bool = true) -> Story {
    let line = StoryLine(text: "one two three four five six seven", sound: 0..<64_000)
    let pieces = (0..<3 * count).map { index in
      StoryPiece(
        name: "\(index)", line: line,
        continuation: index % 3 == 2 ? .answer : .pause(SampleTime(seconds: 0.7)),
        next: index + 1 < 3 * count ? index + 1 : nil)
    }
    let word = StoryLine(text: "Please let me finish.", sound: 0..<16_000)
    return Story(
      name: "parts", title: "In parts", pieces: pieces,
      whenInterrupted: protests ? word : nil,
      whenSilent: StoryLine(text: "Are you there?", sound: 0..<16_000))
  }
}
