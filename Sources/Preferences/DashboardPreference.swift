/// What the user wants of the dashboard: its colours, and the own goal.
public struct DashboardPreference: Equatable, Sendable {
  /// The name of its colours; the key `dashboard.theme`, nil for the usual ones.
  public var theme: String?
  /// The most interruptions that take the turn, in an hour of call; the key `goal.interruptions`.
  public var goal: Double?

  /// The goals that can be set, an hour of call.
  public static let possibleGoals: ClosedRange<Double> = 0...600

  /// Creates the preference of somebody who has said nothing.
  public init() {}

  static let keys = ["dashboard.theme", "goal.interruptions"]

  /// Takes a key's value, as text; `themes` are the names that can be chosen.
  public mutating func set(
    _ key: String, to text: String, themes: [String], at place: String
  ) throws(ConfigurationError) {
    switch key {
    case "dashboard.theme":
      guard themes.contains(text) else {
        throw ConfigurationError(
          .badValue, at: place, "dashboard.theme must be \(themes.joined(separator: ", "))")
      }
      theme = text
    default:
      let range = Self.possibleGoals
      guard let goal = Double(text), range.contains(goal) else {
        throw ConfigurationError(
          .badValue, at: place,
          "goal.interruptions must be a number from \(Int(range.lowerBound)) to "
            + "\(Int(range.upperBound)) an hour of call")
      }
      self.goal = goal
    }
  }

  /// Whether an assignment such as `goal.interruptions=6` is about the dashboard.
  public static func isKey(ofAssignment text: String) -> Bool {
    keys.contains { text.hasPrefix("\($0)=") || text == $0 }
  }

  /// Takes an assignment about the dashboard.
  public mutating func assign(
    _ text: String, themes: [String], at place: String
  ) throws(ConfigurationError) {
    let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    try set(
      String(parts[0]), to: parts.count > 1 ? String(parts[1]) : "", themes: themes, at: place)
  }
}
