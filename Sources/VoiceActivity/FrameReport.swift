public import Conversation

/// What a frame of both parties' audio made known.
public struct FrameReport: Sendable {
  /// The amount of audio consumed when it became known.
  public var consumed: SampleTime
  /// What is known of each party's speech.
  public var activities: PartyPair<PartyActivity>
  /// The frame that the probabilities are of; nil where none has been settled.
  public var settledFrame: Int?
  /// The speech probabilities of the settled frame, `ActivityGate.lookAhead` before the newest.
  public var probabilities: PartyPair<Double>
  /// What the settled frame sounds like; silence where voices are not measured.
  public var voices: PartyPair<VoiceFrame>
  /// Whether the other's voice has been found in a party's channel.
  public var leaks: PartyPair<Bool>
  /// Whether the customer is back after so long that levels and voices are measured anew.
  public var beginsAnew: Bool
  /// The power of each party's speech and background so far.
  public var powers: PartyPair<PowerSums>

  init(
    consumed: SampleTime, activities: PartyPair<PartyActivity>, probabilities: PartyPair<Double>,
    powers: PartyPair<PowerSums>, settledFrame: Int?,
    voices: PartyPair<VoiceFrame> = PartyPair(repeating: VoiceFrame()),
    leaks: PartyPair<Bool> = PartyPair(repeating: false), beginsAnew: Bool = false
  ) {
    self.voices = voices
    self.leaks = leaks
    self.beginsAnew = beginsAnew
    self.consumed = consumed
    self.activities = activities
    self.settledFrame = settledFrame
    self.probabilities = probabilities
    self.powers = powers
  }
}
