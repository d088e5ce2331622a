/// A word of the caller's own about a call, carried through to the results: a queue, a campaign.
public struct CallLabel: Equatable, Sendable {
  /// What the word says, as a column's name.
  public var name: String
  /// The word.
  public var value: String

  /// Creates a label.
  public init(name: String, value: String) {
    self.name = name
    self.value = value
  }
}
