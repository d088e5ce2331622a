import Conversation
import Testing

@testable import Words

/// Whose words are whose, and of which call, while a stream goes on.
@Suite struct LiveListenerTests {
  private static let said = ["the", "line", "is", "down", "and", "it", "was"]

  private let listener = LiveListener(
    source: "test", acts: ListeningActs(), settings: TurnSettings())

  private func seconds(_ seconds: Double) -> SampleTime { SampleTime(seconds: seconds) }

  /// The words that fill an utterance of 1.4 s.
  private func words(from start: Double) -> [Word] {
    Self.said.enumerated().map { index, word in
      let start = start + 0.2 * Double(index)
      return Word(word, Interval(start: seconds(start), end: seconds(start + 0.2)))
    }
  }

  /// Both parties speak in turn, ten times.
  private func talk(from start: Double, hasWords: Bool) {
    for turn in 0..<10 {
      let party: Party = turn.isMultiple(of: 2) ? .agent : .customer
      let start = start + 2 * Double(turn)
      let interval = Interval(start: seconds(start), end: seconds(start + 1.4))
      listener.take(Event(at: interval.start, kind: .speechStarted(party, start: interval.start))) {
        _ in
      }
      listener.take(Event(at: interval.end, kind: .speech(party, interval))) { _ in }
      if hasWords { listener.hear(words(from: start), of: party, through: interval.end) }
      listener.advance(to: seconds(start + 1.8)) { _ in }
    }
  }

  private func call(from start: Double, hasWords: Bool) -> CallWording? {
    talk(from: start, hasWords: hasWords)
    listener.flush(at: seconds(start + 40), isEnd: false) { _ in }
    listener.endCall()
    return listener.lastCall
  }

  @Test func aCallWithoutWordsLeavesTheNextOnesFiguresAlone() throws {
    let first = try #require(call(from: 10, hasWords: true))
    #expect(call(from: 110, hasWords: false) == nil)
    let third = try #require(call(from: 210, hasWords: true))
    #expect(third.parties.agent.coverage == 1 && third.parties.customer.coverage == 1)
    #expect(third.parties == first.parties)
    #expect(listener.wording.parties.agent.words == 70)
  }

  @Test func wordsAfterTheEndOfTheStreamAreNotHeldAgainstTheOthers() throws {
    // Lines that were all read before.
    for turn in 10..<60 {
      let start = 10 + 2 * Double(turn)
      listener.hear(words(from: start), of: .agent, through: seconds(start + 1.4))
    }
    talk(from: 10, hasWords: true)
    listener.flush(at: seconds(30), isEnd: true) { _ in }
    listener.endCall()
    #expect(listener.wording.refusal == nil)
    #expect(listener.wording.alignment == 1)
    #expect(listener.wording.parties.agent.words == 35)
    #expect(
      listener.wording.withheld.last == "350 words, which come after the end of the sound")
    #expect(listener.takeNotices().isEmpty)
  }
}
