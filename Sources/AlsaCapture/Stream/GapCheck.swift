/// Finds out whether a gap was made too long: where it ended was measured by a look at the device, and
/// one that came late saw less waiting than there was.
///
/// What comes earlier than the first audio behind the gap seemed to was heard within the gap. It is left
/// out, since that time has been declared unknown: the stream would run ahead of the clock.
struct GapCheck {
  private enum State {
    /// The state while no gap is young enough to be looked at.
    case idle
    /// The state behind a gap: how late what came since is by its measure, and for how many frames more.
    case open(late: Int, left: Int)
  }

  /// The seconds for which a gap is looked at: a loaded server is on time at some moment of them.
  private static let seconds = 2
  /// The part of a second, 20 ms, up to which moments of arrival vary in any case.
  private static let tolerance = 50

  private var state = State.idle

  /// A gap has ended with audio that was measured now.
  @_noLocks
  mutating func begin(rate: Int) { state = .open(late: 0, left: Self.seconds * rate) }

  /// Takes audio that seems to begin so many frames behind the stream's end, before it where negative;
  /// returns how many of its frames were heard within the gap.
  @_noLocks
  mutating func excess(of frames: Int, beginning missing: Int, rate: Int) -> Int {
    guard case .open(let before, let left) = state else { return 0 }
    var late = before + missing
    let excess = late < -(rate / Self.tolerance) ? min(frames, -late) : 0
    late += excess
    state = frames < left ? .open(late: late, left: left - frames) : .idle
    return excess
  }
}
