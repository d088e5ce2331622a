/// What spoilt files came to.
public struct FuzzTally: Equatable, Sendable {
  /// The files that were read to the end.
  public var read: Int = 0
  /// Those among them in which something was mended.
  public var mended: Int = 0
  /// The files that were refused, by the code of the error.
  public var refused: [String: Int] = [:]
}
