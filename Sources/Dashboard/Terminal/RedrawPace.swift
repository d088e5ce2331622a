/// Decides when to draw: calmly, at once for what is urgent, and never more than ten times a second.
struct RedrawPace {
  /// How much haste something new has.
  enum Haste: Int {
    case none, soon, atOnce
  }

  private static let mostInSecond = 10

  private var recent: [ContinuousClock.Instant] = []
  private var haste = Haste.none

  /// Asks for a drawing as soon as one is allowed.
  mutating func hurry(_ haste: Haste) {
    if haste.rawValue > self.haste.rawValue { self.haste = haste }
  }

  /// How long the next drawing has to wait; zero or less when it is due.
  func wait(at now: ContinuousClock.Instant) -> Duration {
    guard let last = recent.last else { return .zero }
    let wait = last + spacing - now
    guard recent.count == Self.mostInSecond, let first = recent.first else { return wait }
    return max(wait, first + .seconds(1) - now)
  }

  /// Notes a drawing.
  mutating func drawn(at now: ContinuousClock.Instant) {
    recent.append(now)
    if recent.count > Self.mostInSecond { recent.removeFirst() }
    haste = .none
  }

  /// The least time between two drawings; keys that are held down leave two a second for more.
  private var spacing: Duration {
    switch haste {
    case .none: .milliseconds(150)
    case .soon: .milliseconds(125)
    case .atOnce: .milliseconds(40)
    }
  }
}
