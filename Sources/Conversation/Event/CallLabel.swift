/// A label that the caller gives a call, passed through to the results: a queue, a campaign.
public struct CallLabel: Equatable, Sendable {
  /// The name of the label, as of a column.
  public var name: String
  /// The value of the label.
  public var value: String

  /// Creates a label.
  public init(name: String, value: String) {
    self.name = name
    self.value = value
  }
}
