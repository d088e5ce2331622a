import Conversation
import TestSignals
import Testing

@testable import Practice

/// A practice with its sound: what the engine makes of both sides.
@Suite struct PracticeSessionTests {
  private let frame = PracticeSession.rate.frameLength

  /// Plays a story to a trainee's samples, to which the customer's sound is added at a level.
  private func play(
    _ story: Story, trainee: [Float], leak gain: Float = 0, late: Int = 400,
    delay: SampleTime = .zero, hiss: Double = 0.0005, seconds: Double
  ) -> (played: [Float], speech: [Interval], course: PracticeCourse) {
    var session = PracticeSession(story, difficulty: .medium, delay: delay)
    var played: [Float] = []
    var heard: [Float] = []
    var speech: [Interval] = []
    let note: (Event) -> Void = { event in
      if case .speech(.agent, let interval) = event.kind { speech.append(interval) }
    }
    var noise = NoiseSource(seed: 7)
    for start in stride(from: 0, to: Int(seconds * 16_000), by: frame) where !session.isOver {
      // What is heard in this frame was prepared before it.
      played += session.customer
      heard += delay == .zero ? session.customer : Array(repeating: 0, count: frame)
      let block = (start..<start + frame).map { index in
        let own = index < trainee.count ? trainee[index] : 0
        let other = index >= late ? heard[index - late] : 0
        return own + gain * other + Float(hiss * noise.next())
      }
      session.step(trainee: block.span, event: note) { _ in }
    }
    session.finish(event: note)
    return (played, speech, session.course)
  }

  private func voice(_ bursts: [ClosedRange<Double>], seconds: Double) -> [Float] {
    SpeechLikeSignal(rate: 16_000, bursts: bursts, pitch: 200, loudness: 0.3, seed: 3)
      .samples(seconds: seconds)
  }

  @Test func stopsWithinSixTenthsOfASecond() throws {
    let story = try StoryLibrary.story("late-parcel")
    let onset = 3.0
    let (played, _, course) = play(
      story, trainee: voice([onset...6], seconds: 8), seconds: 8)
    let sounding = played.indices.filter { abs(played[$0]) > 0.001 && $0 < 8 * 16_000 }
    let before = try #require(sounding.last { $0 < Int(6.5 * 16_000) })
    #expect(Double(before) / 16_000 - onset <= 0.6, "\(Double(before) / 16_000)")
    #expect(course.record.stops.count == 1)
    #expect(course.record.cuts.count == 1)
    // Whoever is let speak hears nothing until the own words are over.
    #expect(!sounding.contains { $0 > Int(3.7 * 16_000) && $0 < Int(6.5 * 16_000) })
  }

  @Test(arguments: [1.9, 2.3, 2.7, 3.1, 3.5])
  func stopsAsSoonForTheFirstWordsOfAMicrophoneWithANoiseGate(_ onset: Double) throws {
    let story = try StoryLibrary.story("late-parcel")
    // A voice, and nothing at all before it.
    let other = try StoryLibrary.story("double-bill")
    let words = other.pieces[0].line.sound
    let trainee =
      [Float](repeating: 0, count: Int(onset * 16_000)) + other.samples[words]
    let (played, _, _) = play(story, trainee: trainee, hiss: 0, seconds: 5)
    let start = try #require(trainee.firstIndex { abs($0) > 0.01 })
    // The first three tenths of a second without the customer after that.
    var silent = 0
    let stop = played.indices.first { index in
      guard index > start else { return false }
      silent = abs(played[index]) > 0.001 ? 0 : silent + 1
      return silent == 4_800
    }
    #expect(Double(try #require(stop) - 4_800 - start) / 16_000 <= 0.6)
  }

  @Test func theSameSamplesGiveTheSamePractice() throws {
    let story = try StoryLibrary.story("double-bill")
    let trainee = voice([5.5...7], seconds: 12)
    let runs = (0..<2).map { _ in play(story, trainee: trainee, seconds: 12) }
    #expect(runs[0].played == runs[1].played)
    #expect(runs[0].course.record.tellings == runs[1].course.record.tellings)
  }

  @Test(arguments: [(-20.0, 0.5), (-10.0, 1.0)])
  func takesTheCustomerInTheMicrophoneForNobody(_ level: Double, _ most: Double) throws {
    var story = try StoryLibrary.story("late-parcel")
    for index in story.pieces.indices {
      story.pieces[index].continuation = .pause(SampleTime(seconds: 0.7))
    }
    let gain = Float(level == -20 ? 0.1 : 0.3162)
    let (played, speech, course) = play(story, trainee: [], leak: gain, seconds: 60)
    let talk = speech.reduce(0) { $0 + $1.length.seconds }
    let minutes = Double(played.count) / 16_000 / 60
    #expect(talk / minutes <= most, "\(talk / minutes) s a minute")
    #expect(course.record.stops.isEmpty)
  }

  @Test func knowsWhenTheCustomerIsHeardThatIsPlayedLater() throws {
    let delay = SampleTime(seconds: 0.08)
    let story = try StoryLibrary.story("double-bill")
    let (_, _, course) = play(
      story, trainee: voice([6...8], seconds: 9), delay: delay, seconds: 9)
    let first = try #require(course.record.tellings.first)
    #expect(first.interval.start == SampleTime(seconds: 1) + delay)
    let place = try #require(course.record.places.first)
    // The next frame at the latest.
    let end = first.interval.start + story.pieces[0].line.length
    #expect(place.at >= end && place.at < end + .frame)
    let gap = SampleTime(seconds: 6) - place.at
    let answer = try #require(course.record.speech.first)
    #expect(abs((answer.start - place.at - gap).seconds) < 0.1)
  }
}
