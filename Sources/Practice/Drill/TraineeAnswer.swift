import Conversation

/// How long the trainee left before an answer, and what that is worth.
///
/// What a gap is called goes by the tenths of a second that are shown, so that no figure is called both.
enum TraineeAnswer {
  /// What an answer was.
  enum Judgement: Equatable {
    /// It began before the customer had ended.
    case before
    /// It left less than a listener should.
    case soon
    /// It left what a listener should.
    case right
    /// It left more.
    case late
  }

  /// The silence that a listener should leave, in seconds: less is early, more is long.
  private static let right = 0.5...1.5
  /// The silence that is worth nothing any more, in seconds.
  private static let tooLong = 4.0

  /// What an answer after a gap was.
  static func judgement(gap: SampleTime) -> Judgement {
    let shown = (10 * gap.seconds).rounded() / 10
    if gap < .zero { return .before }
    if shown < right.lowerBound { return .soon }
    return shown <= right.upperBound ? .right : .late
  }

  /// From 0 to 1: 1 within the right range, falling in a straight line to 0 at no gap and at 4 s.
  static func credit(gap: SampleTime) -> Double {
    let seconds = gap.seconds
    return switch judgement(gap: gap) {
    case .before: 0
    case .soon: seconds / right.lowerBound
    case .right: 1
    case .late: max(0, (tooLong - seconds) / (tooLong - right.upperBound))
    }
  }

  /// What is said of a gap at once.
  static func words(gap: SampleTime) -> String {
    switch judgement(gap: gap) {
    case .before:
      "\((SampleTime.zero - gap).text) before the customer had finished: leave half a second"
    case .soon: "after \(gap.text), soon: leave half a second"
    case .right: "after \(gap.text), well timed"
    case .late: "after \(gap.text), a long wait"
    }
  }
}
