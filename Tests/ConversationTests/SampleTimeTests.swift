import Conversation
import Testing

@Suite struct SampleTimeTests {
  @Test func framesAndSecondsAgree() {
    #expect(SampleTime(frames: 150) == SampleTime(seconds: 1.5))
    #expect(SampleTime(seconds: 1.2345).frames == 123)
  }
}
