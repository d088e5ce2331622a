import Conversation

/// What a party says in the other's turn, until one of them has spoken alone for long enough.
///
/// Where the holder has spoken alone meanwhile, the party's next words are another attempt.
struct FloorAttempt {
  private let needed: Int
  private let newcomerSilent: Int
  private let newcomer: Party
  /// When it began.
  private(set) var onset: Int
  /// The end of the holder's speech that it began in or after; nil while that goes on.
  private(set) var holderEnd: Int?
  private var runs = AloneRuns()
  private var spokeLast: Int

  /// How it ended.
  enum End {
    /// The newcomer has the floor.
    case taken
    /// The holder has kept it.
    case kept
  }

  /// Begins where a newcomer is heard; `holderEnd` is nil while the holder speaks.
  init(newcomer: Party, onset: Int, holderEnd: Int?, settings: TurnSettings) {
    self.newcomer = newcomer
    self.onset = onset
    self.holderEnd = holderEnd
    spokeLast = onset
    needed = SampleTime(seconds: settings.floorAlone).frames
    newcomerSilent = SampleTime(seconds: settings.newcomerSilent).frames
  }

  /// Takes the states of a frame; `lastEnd` is the end of the holder's speech so far.
  mutating func advance(
    _ frame: Int, _ states: PartyPair<FrameState>, lastEnd: Int?
  ) -> End? {
    if states[newcomer] == .speaking {
      if frame - spokeLast > newcomerSilent, runs[newcomer.other] > 0 {
        onset = frame
        holderEnd = states[newcomer.other] == .speaking ? nil : lastEnd
      }
      spokeLast = frame
    }
    if holderEnd == nil, states[newcomer.other] == .silent { holderEnd = lastEnd }
    runs.advance(states)
    if runs[newcomer] >= needed { return .taken }
    return runs[newcomer.other] >= needed ? .kept : nil
  }
}
