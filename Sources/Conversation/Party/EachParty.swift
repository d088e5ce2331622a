/// The agent, then the customer: for loops over both parties, without a list in memory.
public struct EachParty: RandomAccessCollection, Sendable {
  /// Creates the collection.
  public init() {}

  /// The first index.
  public var startIndex: Int { 0 }
  /// The index after the last.
  public var endIndex: Int { 2 }
  /// The party at an index.
  public subscript(index: Int) -> Party { index == 0 ? .agent : .customer }
}
