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

  /// The recognizer that hears the call, where there is one.
  let recognition: LiveRecognition?

  /// Creates the words of a call that come from elsewhere.
  public init(
    _ channel: WordChannel, source: String, language: String? = nil,
    acts: ListeningActs = ListeningActs()
  ) {
    self.channel = channel
    self.source = source
    self.language = language
    self.acts = acts
    recognition = nil
  }

  /// Creates the words of a call that a recognizer hears, which nobody else may use from then on.
  public init(
    recognizedBy recognizer: sending any Recognizer, acts: ListeningActs = ListeningActs()
  ) {
    channel = WordChannel()
    source = recognizer.name
    language = recognizer.language
    self.acts = acts
    recognition = LiveRecognition(recognizer)
  }
}
