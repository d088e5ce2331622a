/// A moment to listen to together.
public struct TeamMoment: Equatable, Sendable {
  /// The call, by its name or its number in the list of calls.
  public let call: String
  /// When, in seconds.
  public let start: Double
  /// What can be heard.
  public let text: String
  /// Whether it is one to learn from because it went well.
  public let isGood: Bool
  /// The agent, where people are shown.
  public let agent: String?
}
