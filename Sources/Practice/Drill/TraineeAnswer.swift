import Conversation

/// How long the trainee left before an answer, and what that is worth.
enum TraineeAnswer {
  /// The silence that a listener should leave, in seconds: less is early, more is long.
  static let right = 0.5...1.5
  /// The silence that is worth nothing any more, in seconds.
  static let tooLong = 4.0

  /// From 0 to 1: 1 within the right range, falling in a straight line to 0 at no gap and at 4 s.
  static func credit(gap: SampleTime) -> Double {
    let seconds = gap.seconds
    if seconds <= 0 { return 0 }
    if seconds < right.lowerBound { return seconds / right.lowerBound }
    if seconds <= right.upperBound { return 1 }
    return max(0, (tooLong - seconds) / (tooLong - right.upperBound))
  }

  /// What is said of a gap.
  static func words(gap: SampleTime) -> String {
    let seconds = gap.seconds
    if seconds <= 0 { return "before the customer had ended: leave half a second" }
    if seconds < right.lowerBound { return "soon: leave half a second" }
    return seconds <= right.upperBound ? "well timed" : "a long wait"
  }
}
