public import Conversation

/// What a frame of both parties' audio made known.
public struct FrameReport: Sendable {
  /// The amount of audio consumed when it became known.
  public var consumed: SampleTime
  /// What is known of each party's speech.
  public var activities: PartyPair<PartyActivity>
  /// The frame that the evidence is of; nil where none has been settled.
  public var settledFrame: Int?
  /// What speaks for speech in the settled frame, `ActivityGate.lookAhead` before the newest.
  public var evidence: PartyPair<SpeechEvidence>
  /// The speech probabilities of the settled frame that decisions go by.
  public var probabilities: PartyPair<Double> {
    PartyPair(agent: evidence.agent.probability, customer: evidence.customer.probability)
  }
  /// What the settled frame sounds like; silence where voices are not measured.
  public var voices: PartyPair<VoiceFrame>
  /// Whether the customer is back after so long that levels and voices are measured anew.
  public var beginsAnew: Bool
  /// The power of each party's speech and background so far.
  public var powers: PartyPair<PowerSums>
  /// The level in dB of the other party's voice in each party's channel; nil where none is certain.
  public var leaks: PartyPair<Double?>
  /// Whether a second, faint voice is in each party's channel.
  public var faintVoices: PartyPair<Bool>

  /// Creates the report on a frame, for whoever knows of speech without hearing it, too.
  package init(
    consumed: SampleTime, activities: PartyPair<PartyActivity>,
    evidence: PartyPair<SpeechEvidence>, powers: PartyPair<PowerSums>,
    leaks: PartyPair<Double?>, settledFrame: Int?,
    voices: PartyPair<VoiceFrame> = PartyPair(repeating: VoiceFrame()),
    faintVoices: PartyPair<Bool> = PartyPair(repeating: false), beginsAnew: Bool = false
  ) {
    self.voices = voices
    self.faintVoices = faintVoices
    self.beginsAnew = beginsAnew
    self.consumed = consumed
    self.activities = activities
    self.settledFrame = settledFrame
    self.evidence = evidence
    self.powers = powers
    self.leaks = leaks
  }
}
