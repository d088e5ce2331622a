public import Words

/// The words of a live call: what brings them, and what is looked for in them.
public struct LiveWords: Sendable {
  /// What brings them.
  public var channel: WordChannel
  /// What reports call their source.
  public var source: String
  /// Their language, where one is named.
  public var language: String?
  /// What is looked for.
  public var acts: ListeningActs

  /// Creates the words of a call.
  public init(
    _ channel: WordChannel, source: String, language: String? = nil,
    acts: ListeningActs = ListeningActs()
  ) {
    self.channel = channel
    self.source = source
    self.language = language
    self.acts = acts
  }
}
