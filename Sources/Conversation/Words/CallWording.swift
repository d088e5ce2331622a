/// The figures from the words of a call, and how far they can be trusted.
public struct CallWording: Equatable, Sendable {
  /// Where the words come from: a transcript's format or a recognizer's name.
  public var source: String
  /// The language that was named or detected; nil if it was not recognized.
  public var language: String?
  /// The share of words that fall in their party's speech, from 0 to 1; nil for too few.
  public var alignment: Double?
  /// What was added to the times of the transcript.
  public var offset: SampleTime = .zero
  /// Each party's figures.
  public var parties = PartyPair(repeating: PartyWording())
  /// The customer's facts (numbers, days, names), and how many of them the agent said later.
  public var facts = 0
  /// How many of the facts the agent said later.
  public var repeatedFacts = 0
  /// Whether the agent closed the call in its last half minute; nil where the end was not heard.
  public var isClosed: Bool?
  /// Whether what was said was judged, which takes English.
  public var hasActs = false
  /// Why the words were not used at all; nil where they were.
  public var refusal: TranscriptError?
  /// What is not measured, and why, in plain words.
  public var withheld: [String] = []

  /// Whether the words come with marks that end sentences.
  public var isPunctuated: Bool {
    parties.agent.longestSentence != nil || parties.customer.longestSentence != nil
  }

  /// Creates the wording of no words.
  public init(source: String) {
    self.source = source
  }
}
