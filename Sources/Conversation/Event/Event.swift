/// Something that happened in the conversation, and the amount of audio consumed when it was reported.
public struct Event: Equatable, Sendable {
  /// The amount of audio consumed when the event was emitted.
  public var at: SampleTime
  /// What happened.
  public var kind: Kind

  /// Creates an event.
  public init(at: SampleTime, kind: Kind) {
    self.at = at
    self.kind = kind
  }
}

extension Event {
  /// What an event says; `start` and `end` are times in the stream.
  public enum Kind: Equatable, Sendable {
    /// A party has probably begun to speak.
    case speechStarted(Party, start: SampleTime)
    /// A probable beginning was too short, or was not speech.
    case speechCancelled(Party, start: SampleTime)
    /// A finished speech segment.
    case speech(Party, Interval)
    /// A finished turn.
    case turn(Party, Interval)
    /// A change of who speaks; `offset` is negative for an overlap and positive for a gap.
    case transition(from: Party, to: Party, offset: SampleTime, start: SampleTime)
    /// Both parties have begun to speak at once; `by` names the one who came later.
    case overlapStarted(by: Party, start: SampleTime)
    /// A finished overlap, once it is known how it began.
    case overlap(Overlap)
    /// The holder of the floor has come back to its own turn over what the other began in its pause.
    case resumption(Resumption)
    /// An interruption is under way.
    case interruption(Interruption)
    /// A flagged interruption's outcome is known.
    case interruptionResolved(InterruptionResolution)
    /// A flagged interruption is taken back.
    case retraction(id: Int, RetractionReason)
    /// A person has marked a flag as wrong: no figure counts it any more; live only.
    case contest(id: Int)
    /// That person has taken the mark back: the flag counts as before; live only.
    case contestWithdrawn(id: Int)
    /// A party has said a short word without claiming the floor.
    case backchannel(Party, Interval)
    /// A party has answered before the other had finished. Experimental.
    case prematureAnswer(Party, start: SampleTime, confidence: Double)
    /// Both have been silent for a long time.
    case deadAirStarted(start: SampleTime)
    /// A long mutual silence is over; `endedBy` is nil where the stream or unknown time ended it.
    case deadAir(Interval, endedBy: Party?)
    /// A turn has become long.
    case monologueStarted(Party, start: SampleTime)
    /// A long turn is over.
    case monologue(Party, Interval)
    /// A party's audio was lost or withheld.
    case unknown(Party, Interval, UnknownReason)
    /// The device of a party, or of both where nil, is gone, has come back or is another one; live only.
    case device(Party?, DeviceState, name: String)
    /// A party counts as silent from here on, since the other does not hear it; live only.
    case muteStarted(Party, start: SampleTime)
    /// A party is heard again.
    case mute(Party, Interval)
    /// The input makes some figures doubtful.
    case warning(WarningCode, Party?)
    /// Nothing has been heard from a party since a time, though the other has talked.
    case nothingHeard(Party, since: SampleTime)
    /// A call is under way; `start` is when it began.
    case callStarted(start: SampleTime)
    /// A call is over; it is known some time after its end.
    indirect case callEnded(Interval, Metrics)
    /// What the agent can learn from the call that has just ended; at most three.
    case lesson(GuidanceLine)
    /// The call goes on without the parties: neither dead air nor patience is counted.
    case holdStarted(start: SampleTime)
    /// The parties are back.
    case hold(Interval)
    /// The user has marked the moment.
    case mark
    /// A party's voice differs markedly from its own first minute.
    case toneChange(ToneChange)
    /// Guidance for the agent during the call; at most one a minute, and only what was heard.
    case guidance(Nudge)
    /// Words have revealed something; only with a transcript or a recognizer.
    case words(WordEvent)
    /// Nothing in the conversation that began before this will change any more.
    case settled(through: SampleTime)
    /// The running metrics of the call, every 10 s of audio.
    indirect case metrics(Metrics)
  }
}
