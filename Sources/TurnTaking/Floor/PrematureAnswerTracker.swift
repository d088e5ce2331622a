import Conversation

/// Finds answers that began before the other had finished: the other resumes while they last.
///
/// Own derivation: resuming into an answer of more than a second. What may be a backchannel does not
/// resume anything: after its own silence (design: backchannel) the other must speak for longer.
/// Whether the other had been in the middle of something is hard to hear: one in five is right.
struct PrematureAnswerTracker {
  private let shortest: Int
  private let longestBackchannel: Int
  private let silenceBeforeBackchannel: Int
  /// The start of a segment that began in the other's silence, and the end of the other's speech.
  private var answers = PartyPair<(start: Int, otherEnd: Int)?>(repeating: nil)
  /// When the other resumed.
  private var resumed = PartyPair<Int?>(repeating: nil)
  /// Whether the resuming may yet be a backchannel; nil while the answer is too short.
  private var doubtful = PartyPair<Bool?>(repeating: nil)

  init(settings: TurnSettings) {
    shortest = SampleTime(seconds: settings.prematureAnswer).frames
    longestBackchannel = SampleTime(seconds: settings.backchannelLongest).frames
    silenceBeforeBackchannel = SampleTime(seconds: settings.backchannelSilence).frames
  }

  /// Notes that a party's segment has been confirmed.
  mutating func begin(_ party: Party, histories: PartyPair<PartyHistory>, holder: Party?) {
    let own = histories[party]
    let other = histories[party.other]
    if let answer = answers[party.other], resumed[party.other] == nil, let start = own.segmentStart,
      start > answer.start
    {
      resumed[party.other] = start
    }
    forget(party)
    guard holder == party.other, let start = own.segmentStart, other.segmentStart != nil,
      other.lastActive <= start, !other.isSpeaking || other.lastActive < start
    else { return }
    answers[party] = (start, other.lastActive)
  }

  /// Notes that a party's segment is over.
  mutating func end(_ party: Party) {
    if doubtful[party] == nil { forget(party) }
    // The other's speech was short enough for a backchannel.
    if doubtful[party.other] != nil { forget(party.other) }
  }

  /// Whether the other has resumed into a party's answer.
  func isOpen(_ party: Party) -> Bool { resumed[party] != nil }

  /// Reports a premature answer once it has lasted long enough.
  mutating func decide(
    _ party: Party, histories: PartyPair<PartyHistory>, emit: (Event.Kind) -> Void
  ) {
    guard let answer = answers[party], let again = resumed[party] else { return }
    let other = histories[party.other]
    if doubtful[party] == nil {
      let own = histories[party].lastActive
      guard own - answer.start >= shortest, own > again else { return }
      doubtful[party] = again - answer.otherEnd >= silenceBeforeBackchannel
    }
    if doubtful[party] == true {
      guard other.lastActive - again > longestBackchannel else { return }
    }
    forget(party)
    let pause = SampleTime(frames: again - answer.otherEnd).seconds
    emit(
      .prematureAnswer(
        party, start: SampleTime(frames: answer.start), confidence: Self.confidence(pause: pause)))
  }

  /// Follows a party's answer no longer.
  mutating func forget(_ party: Party) {
    answers[party] = nil
    resumed[party] = nil
    doubtful[party] = nil
  }

  /// The share of answers that came before the end of the other's dialogue act, after so many
  /// seconds of the other's pause (3,810 answers in 50 h of telephone calls).
  private static func confidence(pause: Double) -> Double {
    min(0.27, max(0.11, 0.3 - 0.15 * pause))
  }
}
