import AllocationMeter
import Conversation
import Testing

@testable import Words

/// What a long call costs with words.
@Suite struct LongCallTests {
  private static let turn = 2.0
  private let listener = LiveListener(
    source: "test", acts: ListeningActs(), settings: TurnSettings())

  private func time(_ seconds: Double) -> SampleTime { SampleTime(seconds: seconds) }

  /// Both parties speak in turn, and each is judged once; what was allocated meanwhile.
  private func bytes(inTurns turns: Range<Int>) -> UInt64 {
    let before = ij_allocated_bytes()
    for turn in turns {
      let party: Party = turn.isMultiple(of: 2) ? .agent : .customer
      let start = Self.turn * Double(turn)
      let interval = Interval(start: time(start), end: time(start + 1.6))
      listener.take(Event(at: interval.start, kind: .speechStarted(party, start: interval.start))) {
        _ in
      }
      for (index, text) in ["so", "what", "is", "the", "number", "then?"].enumerated() {
        let start = start + 0.25 * Double(index)
        let word = Word(text, Interval(start: time(start), end: time(start + 0.25)))
        listener.hear([word], of: party, through: word.interval.end)
      }
      listener.take(Event(at: interval.end, kind: .speech(party, interval))) { _ in }
      listener.take(Event(at: interval.end, kind: .backchannel(party, interval))) { _ in }
      for look in 0..<10 { listener.advance(to: time(start + 0.2 * Double(look))) { _ in } }
    }
    return ij_allocated_bytes() - before
  }

  /// Whole lists that are copied or walked again at each utterance would make a long call costly.
  @Test(.enabled(if: ij_allocation_meter_works()))
  func aWordCostsNoMoreAtTheEndOfALongCall() {
    _ = bytes(inTurns: 0..<50)
    let early = bytes(inTurns: 50..<150)
    _ = bytes(inTurns: 150..<1050)
    let late = bytes(inTurns: 1050..<1150)
    #expect(listener.wording.withheld.isEmpty && listener.takeNotices().isEmpty)
    #expect(late < early * 3 / 2, "\(early) bytes for 100 turns, and \(late) half an hour later")
  }
}
