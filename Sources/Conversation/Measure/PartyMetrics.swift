/// The measures of one party.
public struct PartyMetrics: Equatable, Sendable {
  /// The time spent speaking while the other was heard, overlaps included.
  public var talk: SampleTime = .zero
  /// The finished turns.
  public var turns: Int = 0
  /// The longest turn.
  public var longestTurn: SampleTime = .zero
  /// The longest speech without a pause, that is, the longest segment.
  public var longestStretch: SampleTime = .zero
  /// The finished turns that count as monologues.
  public var monologues: Int = 0
  /// The interruptions by this party that stand.
  public var interruptions: InterruptionCounts = InterruptionCounts()
  /// The returns of this party to its own turn.
  public var resumptions: ResumptionCounts = ResumptionCounts()
  /// The acknowledgements given by this party.
  public var backchannels: Int = 0
  /// Where in the other's talk they were given, and where none was.
  public var credit: BackchannelCredit = BackchannelCredit()
  /// What this party did when the other interrupted it.
  public var yielding: Yielding = Yielding()
  /// The premature answers of this party, an experimental measure.
  public var prematureAnswers: Int = 0
  /// The offsets of this party's transitions after the other's speech.
  public var responses: ResponseTimes = ResponseTimes()
  /// The level of the speech, in dBFS; nil while nothing has been heard.
  public var speechLevel: Double?
  /// The speech level above the noise, in dB; nil while either is unknown.
  public var signalToNoise: Double?
  /// How the party's voice sounds where it speaks alone.
  public var voice: VoiceFigures = VoiceFigures()
  /// The same of its first minute; nil until that is over.
  public var firstMinute: VoiceFigures?
  /// The marked changes of the voice against its first minute.
  public var toneChanges: Int = 0

  /// Creates the measures of a party that has not spoken.
  public init() {}
}
