/// The figures from a party's words.
public struct PartyWording: Equatable, Sendable {
  /// The share of its speech that has words; nil where it did not speak.
  public var coverage: Double?
  /// The count of words.
  public var words = 0
  /// The count of sentences, or of stretches between pauses.
  public var utterances = 0
  /// Words per minute of its speech with words; nil below half a minute.
  public var wordsPerMinute: Double?
  /// The words of the longest sentence; nil where the transcript has no punctuation.
  public var longestSentence: Int?
  /// The questions.
  public var questions = 0
  /// The questions that are certainly open; there may be more.
  public var openQuestions = 0
  /// The median length of the other's answers.
  public var answer: SampleTime?
  /// The stretches that may have played back what the other had said.
  public var playbacks = 0
  /// The sentences that it left open in a pause: the other's occasions to wait.
  public var openPauses = 0
  /// The starts in a pause of the other's unfinished sentence.
  public var cutsInPause = 0
  /// The phrases of each kind, by `PhraseKind.allCases`.
  public var phrases: [PhraseKind: Int] = [:]
  /// What they changed in the judgement of its onsets over the other's speech.
  public var judged = JudgedOnsets()

  /// Creates the wording of a party that said nothing.
  public init() {}
}
