import Conversation

/// The contest for the floor after a newcomer's onset: the first to speak alone long enough wins.
///
/// Both silent breaks nobody's run; speech of the other, alone or together, does (design: floor).
struct FloorContest {
  let newcomer: Party
  let onset: Int
  private let needed: Int
  private let deadline: Int
  private var alone = PartyPair(repeating: 0)

  /// Begins a contest whose time runs from a frame on: the onset, or later where an earlier contest
  /// about the same speech remained undecided.
  init(newcomer: Party, onset: Int, from: Int, settings: TurnSettings) {
    self.newcomer = newcomer
    self.onset = onset
    needed = SampleTime(seconds: settings.floorAlone).frames
    deadline = from + SampleTime(seconds: settings.floorWithin).frames
  }

  /// Takes the states of a frame and returns the outcome once there is one.
  mutating func advance(_ frame: Int, _ states: PartyPair<FrameState>) -> InterruptionOutcome? {
    guard frame >= onset else { return nil }
    if states.agent == .unknown || states.customer == .unknown { return .unknown }
    let isSilent = states.agent == .silent && states.customer == .silent
    for party in Party.allCases {
      if states[party] == .speaking, states[party.other] == .silent {
        alone[party] += 1
      } else if !isSilent {
        alone[party] = 0
      }
    }
    if alone[newcomer] >= needed { return .floorTaken }
    if alone[newcomer.other] >= needed { return .floorKept }
    return frame + 1 >= deadline ? .unknown : nil
  }
}
