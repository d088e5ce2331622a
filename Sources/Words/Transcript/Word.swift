public import Conversation

/// A word and when it was said.
public struct Word: Equatable, Sendable {
  /// The word as the transcript writes it, with punctuation that belongs to it.
  public var text: String
  /// When it was said, in the stream.
  public var interval: Interval

  /// Creates a word.
  public init(_ text: String, _ interval: Interval) {
    self.text = text
    self.interval = interval
  }
}
