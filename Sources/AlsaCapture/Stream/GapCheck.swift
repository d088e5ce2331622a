/// Finds out whether a gap was made too long: where it ended was measured by a late look at the device,
/// and one that came late saw less waiting than there was.
///
/// What comes earlier than the first audio behind the gap seemed to was heard within the gap. It is left
/// out, since that time has been declared unknown: the stream would run ahead of the clock. If the last
/// audio before the gap was late, too, the gap began late by as much and is not too long by that.
struct GapCheck {
  private enum State {
    /// The state while no gap is young enough to be looked at: how late the last audio came, compared
    /// with the earliest of the last seconds.
    case idle(late: Int)
    /// The state behind a gap: how late what came since is by its measure, and for how many frames more.
    case open(late: Int, left: Int)
  }

  /// The seconds for which a gap is looked at: a loaded server is on time at some moment of them.
  private static let seconds = 2
  /// The part of a second, 20 ms, up to which moments of arrival vary in any case.
  private static let tolerance = 50

  private var state = State.idle(late: 0)

  /// A gap was declared, and has ended with audio that was measured now.
  @_noLocks
  mutating func begin(rate: Int) {
    var before = 0
    if case .idle(let late) = state { before = late }
    state = .open(late: before, left: Self.seconds * rate)
  }

  /// Takes audio that seems to begin so many frames behind the stream's end, before it where negative;
  /// returns how many of its frames were heard within the gap.
  @_noLocks
  mutating func excess(of frames: Int, beginning missing: Int, rate: Int) -> Int {
    switch state {
    case .idle(let before):
      let late = max(0, before + missing)
      // A device whose clock is slow seems ever later: the past is forgotten.
      state = .idle(late: late - late * min(frames, rate) / (Self.seconds * rate))
      return 0
    case .open(let before, let left):
      var late = before + missing
      let excess = late < -(rate / Self.tolerance) ? min(frames, -late) : 0
      late += excess
      state = frames < left ? .open(late: late, left: left - frames) : .idle(late: max(0, late))
      return excess
    }
  }
}
