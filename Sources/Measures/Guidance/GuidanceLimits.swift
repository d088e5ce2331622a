import Conversation

/// From where on the evidence of a rule is enough to say something.
enum GuidanceLimits {
  /// The changes of speaker below which nothing is said of a habit (τ²-voice: fewer make no rate).
  static let habit = 10
  /// The customer's turns of substance, none of which was cut off, that are worth a word.
  static let turnsHeard = 8
  /// What makes a turn one of substance.
  static let turnOfSubstance = SampleTime(seconds: 3)
  /// An opening statement longer than they usually are where nobody interrupts (Singh Ospina: 6 s).
  static let longOpening = SampleTime(seconds: 8)
  /// Offsets of a change of speaker that leave the other a moment, above what is usual (CANDOR: a
  /// median gap of 0.38 s), to what is no long silence.
  static let patient = SampleTime(seconds: 0.4)...SampleTime(seconds: 1.5)
  /// The changes that make patience, and the share of them that may come before the other stops.
  static let patientChanges = 6
  static let mostEarly = 0.25
  /// A reply of the customer that is long, and how many of them there must be.
  static let longReply = SampleTime(seconds: 10)
  static let longReplies = 3
  /// A turn of the customer in which a listener is heard on the way, by so many short words, and
  /// how many of such turns there must be.
  static let accompaniedTurn = SampleTime(seconds: 20)
  static let wordsOnTheWay = 2
  static let accompaniedTurns = 2
  /// The customer's talk in which to hear nothing stands out: six short words are usual in it.
  static let silentListening = SampleTime(seconds: 60)
  /// The agent's share of the talk that leaves little room (call-ai-metrics), and the talk of both
  /// from which a share says something.
  static let mostTalk = 0.7
  static let talkForShare = SampleTime(seconds: 60)
  /// The agent's turns that are named where it has most of the talk.
  static let longTurn = SampleTime(seconds: 5)
  /// A silence that is noticed (Google's call analytics), one of which is enough to say so where it
  /// is as long as the second.
  static let longSilence = SampleTime(seconds: 5)
  static let veryLongSilence = SampleTime(seconds: 10)
  /// The lessons of a report, and its strengths.
  static let mostAdvice = 3
  static let mostStrengths = 2
}
