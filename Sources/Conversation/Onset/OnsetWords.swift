/// What a newcomer had said when its onset was judged with words.
public struct OnsetWords: Equatable, Sendable {
  // Bytes, since there is one in every event.
  private let count: UInt8
  private let listedCount: UInt8

  /// The count of words.
  public var said: Int { Int(count) }

  /// How many of them acknowledge or appraise.
  public var listed: Int { Int(listedCount) }

  /// Creates the counts, up to 255.
  public init(said: Int, listed: Int) {
    count = UInt8(clamping: said)
    listedCount = UInt8(clamping: listed)
  }
}
