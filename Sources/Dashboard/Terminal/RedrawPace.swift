/// Decides when to draw: calmly, at once for what is urgent, and never more than ten times a second.
struct RedrawPace {
  /// Between two drawings without anything urgent.
  private static let usual = Duration.milliseconds(150)
  /// Between two drawings in any case.
  private static let least = Duration.milliseconds(40)
  private static let mostInSecond = 10

  private var recent: [ContinuousClock.Instant] = []
  private var isUrgent = false

  /// Asks for a drawing as soon as one is allowed.
  mutating func hurry() { isUrgent = true }

  /// How long the next drawing has to wait; zero or less when it is due.
  func wait(at now: ContinuousClock.Instant) -> Duration {
    guard let last = recent.last else { return .zero }
    let spacing = last + (isUrgent ? Self.least : Self.usual) - now
    guard recent.count == Self.mostInSecond, let first = recent.first else { return spacing }
    return max(spacing, first + .seconds(1) - now)
  }

  /// Notes a drawing.
  mutating func drawn(at now: ContinuousClock.Instant) {
    recent.append(now)
    if recent.count > Self.mostInSecond { recent.removeFirst() }
    isUrgent = false
  }
}
