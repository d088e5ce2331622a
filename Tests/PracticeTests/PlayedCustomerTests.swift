import Conversation
import Practice
import Testing

/// What the played customer does about its listener.
@Suite struct PlayedCustomerTests {
  @Test func tellsItsStoryToWhoeverListens() {
    let practice = PlannedPractice(.inParts(2), trainee: ScriptedTrainee())
    #expect(
      practice.cues.map(\.cue) == (0..<6).map { CustomerCue.tell(piece: $0) } + [.leave])
  }

  @Test(arguments: [0.1, 0.5, 1.5, 3.0])
  func stopsSoonAfterAnInterruption(into seconds: Double) {
    var trainee = ScriptedTrainee()
    trainee.cuts = [1]
    trainee.cutAfter = seconds
    let practice = PlannedPractice(.inParts(1), trainee: trainee)
    #expect(practice.course.record.stops.count == 1)
    for stop in practice.course.record.stops {
      #expect(stop.at - stop.onset <= SampleTime(seconds: 0.6))
    }
    // It complains, and begins that piece anew.
    #expect(
      practice.cues.map(\.cue) == [
        .tell(piece: 0), .tell(piece: 1), .stop, .protest, .tell(piece: 1), .tell(piece: 2),
        .leave,
      ])
    #expect(practice.score(.interrupting) == 75)
  }

  @Test func doesNotStopForAShortWord() {
    var trainee = ScriptedTrainee()
    trainee.shortWords = [0, 1]
    let practice = PlannedPractice(.inParts(1), trainee: trainee)
    #expect(!practice.cues.contains { $0.cue == .stop })
    #expect(practice.course.record.encouragements.count == 2)
  }

  @Test func goesOnWhereItStoppedAfterAWord() {
    var trainee = ScriptedTrainee()
    trainee.shortWords = [1]
    trainee.shortWord = 0.7
    let practice = PlannedPractice(.inParts(1), trainee: trainee)
    #expect(practice.cues[2].cue == .stop)
    guard case .goOn(piece: 1, let from) = practice.cues[3].cue else {
      Issue.record("\(practice.cues)")
      return
    }
    #expect(from > SampleTime(seconds: 2) && from < SampleTime(seconds: 2.6))
    #expect(practice.cues.suffix(2).map(\.cue) == [.tell(piece: 2), .leave])
    #expect(practice.score(.encouraging) == 100)
    #expect(practice.score(.interrupting) == 100)
  }

  @Test func aShortEndOfALongInterruptionIsNoShortWord() {
    var trainee = ScriptedTrainee()
    trainee.cuts = [1]
    trainee.cutLength = 1.3
    trainee.addition = 0.3
    let practice = PlannedPractice(.inParts(1), trainee: trainee)
    #expect(practice.cues.map(\.cue).contains(.protest))
    #expect(practice.score(.interrupting) == 75)
  }

  @Test func endsItsLastWordsAlthoughSomebodyBegins() {
    var trainee = ScriptedTrainee()
    trainee.cuts = [2]
    trainee.cutAfter = 3.7
    trainee.gap = nil
    let practice = PlannedPractice(.inParts(2), trainee: trainee)
    #expect(!practice.cues.contains { $0.cue == .stop })
    #expect(practice.score(.interrupting) == 100)
    // That was an answer, and one that came too soon.
    #expect(practice.course.record.places.count == 2)
    #expect(practice.score(.leaving) ?? 100 < 50)
  }

  @Test func goesOnSoonerWhenEncouraged() {
    let plain = PlannedPractice(.inParts(1), difficulty: .hard, trainee: ScriptedTrainee())
    var trainee = ScriptedTrainee()
    trainee.shortWords = [0]
    let encouraged = PlannedPractice(.inParts(1), difficulty: .hard, trainee: trainee)
    let starts = [plain, encouraged].map { $0.cues[1].at - $0.cues[0].at }
    #expect(starts[0] == SampleTime(seconds: 4 + 1.05))
    #expect(starts[1] == SampleTime(seconds: 4 + 0.3))
  }

  @Test func anEncouragementOpensTheOtherBranch() {
    var story = Story.inParts(2)
    story.pieces[0].encouraged = 4
    var trainee = ScriptedTrainee()
    trainee.shortWords = [0]
    let practice = PlannedPractice(story, trainee: trainee)
    #expect(
      practice.cues.map(\.cue) == [.tell(piece: 0), .tell(piece: 4), .tell(piece: 5), .leave])
  }

  @Test func anInterruptionMayOpenABranchToo() {
    var story = Story.inParts(2)
    story.pieces[1].interrupted = 5
    var trainee = ScriptedTrainee()
    trainee.cuts = [1]
    let practice = PlannedPractice(story, trainee: trainee)
    #expect(
      practice.cues.map(\.cue) == [
        .tell(piece: 0), .tell(piece: 1), .stop, .tell(piece: 5), .leave,
      ])
  }

  @Test func asksAfterALongSilenceAndHangsUpInTheEnd() {
    var trainee = ScriptedTrainee()
    trainee.gap = nil
    let practice = PlannedPractice(.inParts(2), trainee: trainee)
    #expect(
      practice.cues.map(\.cue) == [
        .tell(piece: 0), .tell(piece: 1), .tell(piece: 2), .ask, .ask, .leave,
      ])
    #expect(practice.cues[3].at - practice.cues[2].at == SampleTime(seconds: 4 + 6))
    #expect(practice.score(.leaving) == 0)
    #expect(practice.debrief().moments.contains { $0.text.contains("you did not answer") })
  }

  @Test func whoComesIntoAPauseIsListenedToAndHasCutTheStoryShort() {
    var trainee = ScriptedTrainee()
    trainee.cuts = [0]
    trainee.cutAfter = 4.2
    let practice = PlannedPractice(.inParts(1), trainee: trainee)
    #expect(!practice.cues.contains { $0.cue == .stop })
    #expect(practice.score(.interrupting).map { Int($0.rounded()) } == 67)
    #expect(practice.moments.contains { $0.text.contains("pause") && !$0.isGood })
    #expect(practice.score(.leaving) == 100)
  }

  @Test func whoCutsAPieceTwiceDoesNotHearItAgain() {
    var trainee = ScriptedTrainee()
    trainee.cuts = [0]
    trainee.cutAfter = 1
    trainee.cutLength = 1
    var story = Story.inParts(1, protests: false)
    story.pieces[0].next = 2
    let once = PlannedPractice(story, trainee: trainee)
    #expect(
      once.cues.map(\.cue) == [
        .tell(piece: 0), .stop, .tell(piece: 0), .tell(piece: 2), .leave,
      ])
  }

  @Test func leavesOutAtEaseWhatIsHard() {
    var story = Story.inParts(1)
    story.pieces[1].level = .hard
    for (difficulty, told) in [(StoryDifficulty.easy, 2), (.medium, 2), (.hard, 3)] {
      let practice = PlannedPractice(story, difficulty: difficulty, trainee: ScriptedTrainee())
      #expect(practice.cues.count == told + 1)
    }
  }

  @Test func answersAtOnceWhatHappens() {
    var trainee = ScriptedTrainee()
    trainee.shortWords = [0]
    trainee.cuts = [1]
    let practice = PlannedPractice(.inParts(1), trainee: trainee)
    #expect(
      practice.moments.map(\.drill) == [.encouraging, .interrupting, .leaving],
      "\(practice.moments)")
    #expect(practice.moments.last?.text.contains("after 1.0 s") == true)
    let lines = DebriefText(practice.debrief(), showsAll: true).lines
    #expect(lines.contains { $0.contains("1.5 s into “one two three four five six …”") })
    #expect(lines.allSatisfy { $0.count <= 100 })
  }
}
