import ArgumentParser
import Conversation
import Testing

@testable import InterjectCommand

/// What is said to somebody whose moment cannot be told from their recording.
@Suite struct WhyArgumentsTests {
  private func read(_ words: String..., two: Bool = false) throws -> WhyArguments {
    try WhyArguments(words, hasTwoFiles: two, wantsMoment: true)
  }

  private func refusal(_ words: String..., two: Bool = false, wantsMoment: Bool = true) -> String {
    do {
      _ = try WhyArguments(words, hasTwoFiles: two, wantsMoment: wantsMoment)
      return "accepted"
    } catch let error as ValidationError {
      return error.message
    } catch {
      return "\(error)"
    }
  }

  @Test func aRecordingAndAMomentAreTold() throws {
    let call = try read("call.wav", "1:02:03.5")
    #expect(call.recording == "call.wav")
    #expect(call.moment == SampleTime(seconds: 3723.5))
    let apart = try read("0:47", two: true)
    #expect(apart.recording == nil && apart.moment == SampleTime(seconds: 47))
    let all = try WhyArguments(["call.wav"], hasTwoFiles: false, wantsMoment: false)
    #expect(all.recording == "call.wav" && all.moment == nil)
    let none = try WhyArguments([], hasTwoFiles: true, wantsMoment: false)
    #expect(none == (try WhyArguments([], hasTwoFiles: true, wantsMoment: false)))
  }

  @Test func aMomentThatIsMissingIsAskedFor() {
    #expect(refusal("call.wav").contains("Give the moment too"))
    #expect(refusal("call.wav").contains("interject why call.wav 0:47"))
    #expect(refusal("call.json").contains("'call.json' is a report"))
    #expect(refusal("call.json", "0:47").contains("'call.json' is a report"))
    #expect(refusal().contains("interject why call.wav 0:47"))
    #expect(refusal(two: true).contains("Give the moment too"))
  }

  @Test func momentsAreExplainedOneAtATime() {
    #expect(
      refusal("call.wav", "0:05", "0:10")
        == "Give one moment at a time: interject why call.wav 0:05, then interject why call.wav 0:10"
    )
    #expect(
      refusal("call.wav", "0:05-0:10").contains("is a stretch: give one moment, such as 0:05"))
  }

  @Test func theRecordingComesFirst() {
    #expect(refusal("0:05", "call.wav") == "The recording comes first: interject why call.wav 0:05")
    #expect(refusal("0:05").contains("Name the recording before the moment"))
  }

  @Test func whatIsNoTimeIsSaidToBeNone() {
    #expect(refusal("call.wav", "99:99").contains("'99:99' is not a time"))
    #expect(refusal("call.wav", "47s").contains("'47s' is not a time"))
    #expect(refusal("a.wav", "b.wav").contains("Name one recording and one moment"))
    #expect(refusal("a.wav", two: true).contains("--agent and --customer name the recordings"))
  }

  @Test func aSchemeTakesNoMoment() {
    #expect(refusal("call.wav", "0:05", wantsMoment: false).contains("no moment"))
    #expect(refusal("0:05", two: true, wantsMoment: false).contains("leave the moment out"))
  }
}
