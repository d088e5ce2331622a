import Conversation
import Testing

@testable import AlsaCapture

@Suite struct PartyFrameTests {
  private func track(_ samples: [Float], unknown: Int = 0) -> PartyTrack {
    var track = PartyTrack(rate: .narrow)
    track.append(samples.span, end: 1_000_000)
    track.append(unknown: unknown, reason: .overrun, end: 2_000_000)
    return track
  }

  private func all(of frame: inout PartyFrame) -> [Float] {
    var whole: [Float] = []
    var part: [Float] = []
    while let run = frame.nextRun {
      frame.hand(run.count, to: &part)
      whole += part
    }
    return whole
  }

  @Test func theSampleThatIsMissedLeastIsLeftOut() {
    var track = track([0, 4, 5, 9, 1])
    var frame = PartyFrame(rate: .narrow)
    frame.take(5, from: &track)
    frame.removeSample()
    #expect(frame.nextRun == PartyTrack.Run(count: 4, reason: nil))
    #expect(all(of: &frame) == [0, 4, 9, 1])
  }

  @Test func aSampleIsPutInWhereItShowsLeast() {
    var track = track([0, 4, 5, 9, 1])
    var frame = PartyFrame(rate: .narrow)
    frame.take(5, from: &track)
    frame.insertSample()
    #expect(frame.nextRun == PartyTrack.Run(count: 6, reason: nil))
    #expect(all(of: &frame) == [0, 4, 4.5, 5, 9, 1])
  }

  @Test func aFrameIsHandedOutInPiecesWithWhatIsKnownOfThem() {
    var track = track([1, 2, 3], unknown: 2)
    var frame = PartyFrame(rate: .narrow)
    var part: [Float] = []
    frame.take(5, from: &track)
    frame.hand(1, to: &part)
    #expect(part == [1])
    #expect(frame.nextRun == PartyTrack.Run(count: 2, reason: nil))
    frame.hand(2, to: &part)
    #expect(part == [2, 3])
    #expect(frame.nextRun == PartyTrack.Run(count: 2, reason: .overrun))
    frame.hand(2, to: &part)
    #expect(part == [0, 0])
    #expect(frame.nextRun == nil)
  }

  @Test func whatNobodyDeliveredIsUnknown() {
    var frame = PartyFrame(rate: .narrow)
    frame.pad(80)
    #expect(frame.nextRun == PartyTrack.Run(count: 80, reason: .stall))
    frame.clear()
    #expect(frame.nextRun == nil)
  }
}
