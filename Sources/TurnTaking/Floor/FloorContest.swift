import Conversation

/// The contest for the floor after a newcomer's onset: the first to speak alone long enough wins.
struct FloorContest {
  let newcomer: Party
  let onset: Int
  /// How long each has spoken alone since the onset.
  private(set) var runs = AloneRuns()
  private let needed: Int
  private let deadline: Int

  /// Begins a contest at an onset.
  init(newcomer: Party, onset: Int, settings: TurnSettings) {
    self.newcomer = newcomer
    self.onset = onset
    needed = SampleTime(seconds: settings.floorAlone).frames
    deadline = onset + SampleTime(seconds: settings.floorWithin).frames
  }

  /// Takes the states of a frame and returns the outcome once there is one.
  mutating func advance(_ frame: Int, _ states: PartyPair<FrameState>) -> InterruptionOutcome? {
    guard frame >= onset else { return nil }
    if states.agent == .unknown || states.customer == .unknown { return .unknown }
    runs.advance(states)
    if runs[newcomer] >= needed { return .floorTaken }
    if runs[newcomer.other] >= needed { return .floorKept }
    return frame + 1 >= deadline ? .unknown : nil
  }
}
