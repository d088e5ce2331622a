import Conversation
import Practice
import Testing

/// A skill that gets worse lowers its own score and no other.
@Suite struct DrillTests {
  private let parts = 6
  private var good: ScriptedTrainee {
    var trainee = ScriptedTrainee()
    trainee.shortWords = Set((0..<parts).map { 3 * $0 })
    return trainee
  }

  private func run(_ trainee: ScriptedTrainee) -> [Drill: Double] {
    let practice = PlannedPractice(.inParts(parts), trainee: trainee)
    return [Drill.interrupting, .leaving, .encouraging].reduce(into: [:]) {
      $0[$1] = practice.score($1)
    }
  }

  private func expectFall(of drill: Drill, _ trainees: [ScriptedTrainee]) {
    let first = run(good)
    #expect(first == [.interrupting: 100, .leaving: 100, .encouraging: 100])
    var last = first[drill] ?? 0
    for (step, trainee) in trainees.enumerated() {
      let scores = run(trainee)
      #expect(scores[drill] ?? 200 < last, "step \(step + 1): \(scores)")
      last = scores[drill] ?? 0
      for (other, value) in scores where other != drill {
        #expect(abs(value - (first[other] ?? 0)) <= 5, "step \(step + 1): \(scores)")
      }
    }
  }

  @Test func interruptingMoreLowersThatScoreAlone() {
    expectFall(
      of: .interrupting,
      (1...5).map { step in
        var trainee = good
        trainee.cuts = Set((0..<step).map { 3 * $0 + 1 })
        return trainee
      })
  }

  @Test func answeringLaterLowersThatScoreAlone() {
    expectFall(
      of: .leaving,
      [1.8, 2.3, 2.8, 3.3, 3.8].map { gap in
        var trainee = good
        trainee.gap = gap
        return trainee
      })
  }

  @Test func answeringTooSoonLowersThatScoreAlone() {
    expectFall(
      of: .leaving,
      [0.4, 0.32, 0.24, 0.16, 0.08].map { gap in
        var trainee = good
        trainee.gap = gap
        return trainee
      })
  }

  @Test func encouragingLessLowersThatScoreAlone() {
    expectFall(
      of: .encouraging,
      (1...5).map { step in
        var trainee = good
        trainee.shortWords = Set((step..<parts).map { 3 * $0 })
        return trainee
      })
  }

  @Test func moreThanOneShortWordInAStretchIsWorthNoMore() {
    var trainee = good
    trainee.shortWords = Set((0..<3 * parts).filter { $0 % 3 != 2 })
    #expect(run(trainee)[.encouraging] == 100)
    #expect(run(trainee)[.interrupting] == 100)
  }

  @Test func withoutAnOccasionThereIsNoScore() {
    var story = Story.inParts(1)
    story.pieces = [story.pieces[0]]
    story.pieces[0].next = nil
    var trainee = ScriptedTrainee()
    trainee.gap = nil
    let debrief = PlannedPractice(story, trainee: trainee).debrief()
    #expect(debrief.scores.map(\.value) == [100, nil, nil])
    #expect(DebriefText(debrief).lines.contains { $0.hasSuffix("no occasion") })
  }

  @Test func factsAndOpenQuestionsAreCountedInWhatWasSaid() {
    var story = Story.inParts(1)
    story.facts = [
      StoryFact(text: "a lamp", words: [["lamp"]]),
      StoryFact(text: "last week, twice", words: [["last week"], ["twice", "two times"]]),
    ]
    let words = TraineeWords(
      text: "So the lamp came last week, TWO times? What would help?", openQuestions: 1,
      questions: 2)
    let debrief = PlannedPractice(story, trainee: good).debrief(words: words)
    #expect(
      debrief.scores.map(\.drill) == [.interrupting, .leaving, .encouraging, .asking, .playback])
    #expect(debrief.scores.suffix(2).map(\.value) == [50, 100])
    let less = TraineeWords(text: "the lamps, weekly", openQuestions: 0, questions: 0)
    #expect(
      PlannedPractice(story, trainee: good).debrief(words: less).scores.suffix(2).map(\.value)
        == [nil, 0])
  }

  @Test(arguments: [0.3, 0.44, 0.47, 1.0, 1.48, 1.52, 1.56, 2.7])
  func whatIsSaidAtOnceAndInTheDebriefIsTheSame(_ gap: Double) throws {
    var trainee = good
    trainee.gap = gap
    let practice = PlannedPractice(.inParts(1), trainee: trainee)
    let said = try #require(practice.moments.first { $0.drill == .leaving })
    let told = try #require(practice.debrief().moments.first { $0.drill == .leaving })
    #expect(said.at == told.at)
    #expect(said.isGood == told.isGood)
    let length = { (text: String) in text.split(separator: " ").first { Double($0) != nil } }
    #expect(length(said.text) == length(told.text), "\(said.text) \(told.text)")
  }

  @Test func aGapIsJudgedAsItIsShown() throws {
    // Tenths decide: 1.5 s is well timed and 0.4 s soon, whatever the rest of the figure is.
    for (gap, isGood) in [(0.44, false), (0.46, true), (1.54, true), (1.56, false)] {
      var trainee = good
      trainee.gap = gap
      let moments = PlannedPractice(.inParts(1), trainee: trainee).debrief().moments
      #expect(moments.first { $0.drill == .leaving }?.isGood == isGood, "\(gap)")
    }
  }
}
