import Practice
import Testing

/// The debrief says why a practice ended, and which device was lost.
@Suite struct PracticeEndTests {
  @Test func aStoryToldToItsEndNeedsNoNote() {
    #expect(PracticeEnd.told.note == nil)
    #expect(PracticeEnd.told.loss == nil)
  }

  @Test func whoeverEndedItIsNamed() {
    #expect(
      PracticeEnd.left.note == "you ended it before the customer had finished the story")
    #expect(PracticeEnd.recordingOver.note?.hasPrefix("the trainee's recording ended") == true)
    #expect(PracticeEnd.left.loss == nil)
  }

  @Test func theSideThatWasLostIsNamed() {
    let microphone = PracticeEnd.lost(microphone: "default", output: nil)
    #expect(microphone.loss == "the microphone 'default' was lost")
    #expect(microphone.note?.hasSuffix("because the microphone 'default' was lost") == true)
    #expect(
      PracticeEnd.lost(microphone: nil, output: "headset").loss
        == "the output 'headset' was lost")
    #expect(
      PracticeEnd.lost(microphone: "default", output: "default").loss
        == "the microphone 'default' and the output 'default' were lost")
    #expect(PracticeEnd.lost(microphone: nil, output: nil).note == nil)
  }
}
