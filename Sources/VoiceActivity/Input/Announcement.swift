import CKernels
import Conversation

/// Knows an announcement before a call by its being on both channels: "this call may be recorded".
///
/// It is nobody's talk. Before anyone has spoken on one channel alone, what both carry at the same
/// moment and at the same level throughout comes from a third place; a leak, the echo of a line and
/// one's own voice in the headset are fainter or later. Only the start of a stream may hold one. A
/// recording of one channel that was saved as two goes on like this for longer than an announcement; it
/// is recognized by that, and what has been left out by then is doubtful. Own derivation.
struct Announcement {
  private enum State {
    /// The state until somebody speaks on one channel alone, for so many frames by now.
    case awaited(apart: Int)
    /// The state once both channels carry the same speech, with the ratio of their powers; somebody
    /// has spoken on one channel alone for so many frames by now.
    case heard(apart: Int, ratio: Float)
    /// The state from the call's first words on, or after what is too long for an announcement.
    case over
  }

  /// The correlation of both channels from which on they carry the same, and down to which.
  private static let same: Float = 0.9
  private static let stillSame: Float = 0.8
  /// The part of the sums that is kept from step to step: they reach back 0.2 s.
  private static let kept: Float = 0.9
  /// The ratio of powers up to which it may be one source: 2 dB, less than leaks lose.
  private static let level: Float = 1.6
  /// How far that ratio may change: 1.8 dB.
  private static let change: Float = 1.5
  /// The frames of speech on one channel that are a beginning of the call: 0.5 s.
  private static let beginning = 50
  /// The frames of the longest announcement: 10 s.
  private static let longest = 1000
  /// The frames after its last step for which the network and the settled frames still have it.
  private static let edge = 10

  private var state = State.awaited(apart: 0)
  private var agent: Float = 0
  private var customer: Float = 0
  private var both = InlineArray<3, Float>(repeating: 0)
  private var left = 0
  /// The frames that were left out as an announcement.
  private(set) var frames = 0
  /// Whether they were none: both channels went on to carry the same.
  private(set) var isTooLong = false

  /// Whether there may still be one, or more of it.
  var isOpen: Bool { if case .over = state { false } else { true } }

  /// Whether it has been heard and the call has not begun yet.
  var isUndecided: Bool { if case .heard = state { true } else { false } }

  /// Whether both channels carry it now.
  var isHeard: Bool { left > 0 }

  /// Takes a step's sums; returns whether the call has begun with it after an announcement.
  ///
  /// They are the powers of both channels and the products at three shifts; nil where nobody speaks.
  mutating func add(_ sums: InlineArray<5, Float>?) -> Bool {
    left = max(0, left - Spectrum.framesPerStep)
    agent *= Self.kept
    customer *= Self.kept
    for shift in both.indices { both[shift] *= Self.kept }
    guard let sums else { return false }
    agent += sums[0]
    customer += sums[1]
    for shift in both.indices { both[shift] += sums[2 + shift] }
    let isSame = isSame(isHeard ? Self.stillSame : Self.same)
    if isSame { left = Self.edge }
    return follow(isSame || isHeard)
  }

  private mutating func follow(_ isHeard: Bool) -> Bool {
    let step = Spectrum.framesPerStep
    switch state {
    case .awaited(let apart):
      if isHeard {
        frames = step
        state = .heard(apart: apart, ratio: agent / customer)
      } else {
        state = apart + step >= Self.beginning ? .over : .awaited(apart: apart + step)
      }
    case .heard(let before, let ratio):
      let apart = isHeard ? before : before + step
      if isHeard { frames += step }
      isTooLong = frames > Self.longest
      state = .heard(apart: apart, ratio: ratio)
      guard isTooLong || apart >= Self.beginning else { return false }
      left = 0
      state = .over
      return !isTooLong
    case .over: break
    }
    return false
  }

  private func isSame(_ least: Float) -> Bool {
    guard max(agent, customer) <= Self.level * min(agent, customer) else { return false }
    if case .heard(_, let ratio) = state {
      let usual = ratio * customer
      guard max(agent, usual) <= Self.change * min(agent, usual) else { return false }
    }
    let scale = (agent * customer).squareRoot()
    return scale > 0 && both.indices.contains { abs(both[$0]) >= least * scale }
  }
}
