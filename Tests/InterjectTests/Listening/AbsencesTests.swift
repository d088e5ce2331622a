import Conversation
import Testing

@testable import Listening

@Suite struct AbsencesTests {
  private func frames(_ start: Int, _ end: Int) -> Interval {
    Interval(start: SampleTime(frames: start), end: SampleTime(frames: end))
  }

  @Test func aStretchIsToldOnceItEnds() {
    var absences = Absences()
    for frame in 0..<10 {
      let ended = absences.note(.agent, .overrun, at: SampleTime(frames: frame))
      #expect(ended == nil)
    }
    let ended = absences.note(.agent, nil, at: SampleTime(frames: 10))
    #expect(ended?.interval == frames(0, 10) && ended?.reason == .overrun)
    let endedAgain = absences.note(.agent, nil, at: SampleTime(frames: 11))
    #expect(endedAgain == nil)
  }

  @Test func anotherReasonBeginsAnotherStretch() {
    var absences = Absences()
    _ = absences.note(.agent, .stall, at: SampleTime(frames: 1))
    let first = absences.note(.agent, .lost, at: SampleTime(frames: 4))
    #expect(first?.interval == frames(1, 4) && first?.reason == .stall)
    let second = absences.note(.agent, nil, at: SampleTime(frames: 6))
    #expect(second?.interval == frames(4, 6) && second?.reason == .lost)
  }

  @Test func aStretchWithoutALengthIsNone() {
    var absences = Absences()
    _ = absences.note(.customer, .stall, at: SampleTime(frames: 3))
    let ended = absences.note(.customer, nil, at: SampleTime(frames: 3))
    #expect(ended == nil)
  }

  @Test func partiesAreAbsentEachForThemselves() {
    var absences = Absences()
    _ = absences.note(.agent, .stall, at: SampleTime(frames: 1))
    let ofCustomer = absences.note(.customer, nil, at: SampleTime(frames: 2))
    #expect(ofCustomer == nil)
    let ofAgent = absences.note(.agent, nil, at: SampleTime(frames: 3))
    #expect(ofAgent?.interval == frames(1, 3))
  }
}
