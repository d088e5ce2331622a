import Conversation
import Interject
import Testing
import Words

@testable import Live

/// Lines of words that cannot be true of what has been heard by then.
@Suite struct WordIntakeTests {
  private func delivery(_ start: Double, line: Int) -> WordDelivery {
    let interval = Interval(
      start: SampleTime(seconds: start), end: SampleTime(seconds: start + 0.4))
    return .words(.customer, [Word("hm", interval)], through: interval.end, line: line)
  }

  private func taken(isRecording: Bool) -> (said: [String], notes: [String]) {
    let channel = WordChannel()
    let intake = WordIntake(
      LiveWords(channel, source: "test"), settings: TurnSettings(), rate: .narrow, waits: false,
      isRecording: isRecording)
    channel.put(delivery(18, line: 1))
    channel.put(delivery(22, line: 2))
    channel.put(delivery(3000, line: 3))
    channel.put(delivery(3600, line: 4))
    var said: [String] = []
    intake.take(at: SampleTime(seconds: 20)) { said.append($0) }
    return (said, intake.notes)
  }

  @Test func wordsThatNobodyCanHaveSpokenYetAreLeftOut() {
    let found = taken(isRecording: false)
    #expect(
      found.said == [
        "words: line 3: nobody can have spoken at 3000.4 s yet; write seconds since the session line"
      ])
    #expect(found.notes.first?.hasPrefix("2 lines of words were left out") == true)
  }

  @Test func theWordsOfARecordingMayBeThereBeforeItIsHeard() {
    let found = taken(isRecording: true)
    #expect(found.said.isEmpty && found.notes.isEmpty)
  }
}
