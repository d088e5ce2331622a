public import Conversation

/// A moment to listen to together.
public struct TeamMoment: Equatable, Sendable {
  /// Where it can be heard: a file of results and a time in seconds.
  public struct Place: Hashable, Sendable {
    /// The file of results.
    public let file: String
    /// The time in seconds.
    public let start: Double

    /// What is heard of it.
    public var stretch: Interval {
      Interval(
        start: SampleTime(seconds: max(0, start - ReviewItem.before)),
        end: SampleTime(seconds: start + ReviewItem.after))
    }
  }

  /// Where it can be heard.
  public let place: Place
  /// The call, by its name or its number in the list of calls.
  public let call: String
  /// When, in seconds.
  public var start: Double { place.start }
  /// The number of the flag within the call; nil where it is none.
  public let flag: Int?
  /// What can be heard.
  public let text: String
  /// Whether it is one to learn from because it went well.
  public let isGood: Bool
  /// The agent, where people are shown.
  public let agent: String?
}
