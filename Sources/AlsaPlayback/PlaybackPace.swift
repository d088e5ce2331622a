/// How a player keeps shortly ahead of the ear, by what it has queued.
///
/// A pure value: the same queues give the same steps. Counts are in frames of 10 ms.
struct PlaybackPace: Equatable {
  /// What to do with the next frame.
  enum Step: Equatable {
    /// It is written, behind so many silent ones.
    case write(after: Int)
    /// It is left out: too much is waiting already.
    case leaveOut
  }

  private enum State: Equatable {
    /// What is queued is what is meant to be.
    case steady
    /// Too much is queued, after the program was held up; frames are left out until it is right again.
    case late
  }

  /// What is kept ahead where the device can do with it: enough for a busy machine, little enough to
  /// stop soon.
  static let usual = 4
  /// How often it may run dry within `patience` before more is kept ahead.
  private static let tolerated = 1
  /// The frames after which an output that has run dry is forgiven: 30 s.
  private static let patience = 3000
  /// What more is kept ahead then, and how much more at most.
  private static let growth = 2
  private static let mostGrowth = 6
  /// The frames in succession after whose refusal an output is taken for lost: 3 s.
  private static let mostRefused = 300

  /// What is kept ahead.
  private(set) var ahead: Int
  /// How often the output has run dry, or words were left out.
  private(set) var faults = 0
  private let least: Int
  private var state = State.steady
  private var dry = 0
  private var sinceDry = 0
  private var refused = 0

  /// Whether the output has refused all it was given for so long that it will not come back.
  var isLost: Bool { refused >= Self.mostRefused }

  /// Creates the pace of a device that fetches so many frames at once.
  init(period: Int) {
    least = max(Self.usual, 2 * period)
    ahead = least
  }

  /// Takes what is queued before the next frame; nil where the device does not say.
  mutating func next(queued: Int?, isSilent: Bool) -> Step {
    sinceDry += 1
    guard let queued else { return .write(after: 0) }
    if queued == 0 {
      runDry()
      return .write(after: ahead - 1)
    }
    switch state {
    case .steady where queued > 2 * ahead + 2:
      state = .late
      // What is left out of silence is missed by nobody.
      if !isSilent { faults += 1 }
      return .leaveOut
    case .steady:
      // The clocks of two devices drift apart; silence hides the difference.
      if isSilent, queued > ahead + 1 { return .leaveOut }
      return .write(after: isSilent && queued < ahead / 2 ? 1 : 0)
    case .late:
      if queued > ahead { return .leaveOut }
      state = .steady
      return .write(after: 0)
    }
  }

  /// The output has taken the frame, or refused it though it was begun anew.
  mutating func note(isTaken: Bool) { refused = isTaken ? 0 : refused + 1 }

  /// The output has run dry, or was reset by its server.
  mutating func runDry() {
    faults += 1
    state = .steady
    dry = sinceDry <= Self.patience ? dry + 1 : 1
    sinceDry = 0
    if dry > Self.tolerated, ahead < least + Self.mostGrowth {
      ahead += Self.growth
      dry = 0
    }
  }
}
