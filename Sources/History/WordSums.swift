public import Conversation

/// The words of agents in several calls, and in how many there were any to count.
public struct WordSums: Equatable, Sendable {
  /// The calls with words.
  public var calls: Int = 0
  /// The length of these calls.
  public var time: SampleTime = .zero
  /// What was counted in them.
  public var words: AgentWords = AgentWords()

  /// Adds a call; one without words counts nowhere.
  mutating func add(_ call: AgentWords?, lasting length: SampleTime) {
    guard let call else { return }
    calls += 1
    time += length
    words.questions += call.questions
    words.openQuestions += call.openQuestions
    words.playbacks += call.playbacks
  }

  /// A count in an hour of calls with words; nil for fewer than ten, which make no rate.
  func hourly(_ count: Int) -> Double? {
    count >= 10 && time > .zero ? Double(count) * 3600 / time.seconds : nil
  }
}
