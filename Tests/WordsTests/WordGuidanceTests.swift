import Conversation
import Testing

@testable import Words

/// Words advise only where they are sure, and praise with moments.
@Suite struct WordGuidanceTests {
  private static func cut(at seconds: Double) -> WordEvent {
    .cutInPause(
      .agent, start: SampleTime(seconds: seconds), gap: SampleTime(seconds: 0.4), after: nil)
  }
  private static func openQuestion(at seconds: Double) -> WordEvent {
    let start = SampleTime(seconds: seconds)
    return .question(
      .agent, Interval(start: start, end: start + SampleTime(seconds: 1)), isOpen: true,
      answer: nil, text: nil)
  }

  @Test func twoCutsInAPauseAreAdviceAndOneIsNone() {
    let both = WordGuidance.lines([], with: [Self.cut(at: 3), Self.cut(at: 9)], isPunctuated: true)
    #expect(both.map(\.rule) == [.cutInPause] && both.first?.count == 2)
    #expect(WordGuidance.lines([], with: [Self.cut(at: 3)], isPunctuated: true).isEmpty)
  }

  @Test func withoutPunctuationCutsAreNoAdvice() {
    let cuts = (1...5).map { Self.cut(at: Double($0)) }
    #expect(WordGuidance.lines([], with: cuts, isPunctuated: false).isEmpty)
  }

  @Test func openQuestionsAreAStrengthBeforeAdvice() {
    let questions = (1...3).map { Self.openQuestion(at: Double($0)) }
    let advice = GuidanceLine(rule: .talkShare, count: 1, moments: [])
    let lines = WordGuidance.lines([advice], with: questions, isPunctuated: false)
    #expect(lines.map(\.rule) == [.askedOpenly, .talkShare])
    #expect(lines.first?.moments.count == 3)
  }
}
