import Conversation
import Testing

@Suite struct SampleTimeTests {
  @Test func framesAndSecondsAgree() {
    #expect(SampleTime(frames: 150) == SampleTime(seconds: 1.5))
    #expect(SampleTime(seconds: 1.2345).frames == 123)
  }

  @Test func timesAddAndCompare() {
    var time = SampleTime(frames: 3) + SampleTime(frames: 4)
    #expect(time == SampleTime(ticks: 1120))
    time -= SampleTime(frames: 8)
    #expect(time == SampleTime(ticks: -160))
    time += .frame
    #expect(time == .zero)
    #expect(SampleTime(ticks: -1) < .zero)
    #expect(Interval(start: .frame, end: SampleTime(frames: 5)).length == SampleTime(frames: 4))
  }

  @Test(arguments: [
    (0, 0), (7, 0), (8, 1), (-7, 0), (-8, -1), (16, 1), (15_999, 1000), (16_008, 1001),
    (-16_008, -1001),
  ])
  func millisecondsAreRoundedHalvesAwayFromZero(ticks: Int, milliseconds: Int) {
    #expect(SampleTime(ticks: ticks).milliseconds == milliseconds)
  }

  @Test(arguments: [(8000, EngineRate.narrow, 80), (8001, .wide, 160), (48_000, .wide, 160)])
  func onlyTelephoneAudioStaysNarrow(rate: Int, engine: EngineRate, frame: Int) {
    #expect(EngineRate(forSampleRate: rate) == engine)
    #expect(engine.frameLength == frame)
  }
}
