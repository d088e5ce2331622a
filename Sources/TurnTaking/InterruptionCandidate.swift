import Conversation

/// A newcomer's speech inside the other's, from its onset until the floor has settled.
struct InterruptionCandidate {
  let party: Party
  let onset: Int
  /// The number of the flag, once it is raised.
  var id: Int?
  /// The end of the other's speech that was under way at the onset, as far as known.
  var otherEnd: Int
  /// Whether the other's speech at the onset is still under way.
  var isOtherSpeaking = true
  /// The frames in which both have spoken since the onset.
  var overlapFrames = 0
  var contest: FloorContest

  init(party: Party, onset: Int, otherEnd: Int, settings: TurnSettings) {
    self.party = party
    self.onset = onset
    self.otherEnd = otherEnd
    contest = FloorContest(newcomer: party, onset: onset, from: onset, settings: settings)
  }
}
