import CKernels
import Conversation

/// Knows an announcement before a call by its being on both channels: "this call may be recorded".
///
/// It is nobody's talk. Before anyone has spoken on one channel alone, what both carry at the same
/// moment and at nearly the same level comes from a third place; a leak is fainter or later. A
/// recording of one channel saved as two is that for longer than any announcement, and is told apart.
/// Own derivation.
struct Announcement {
  private enum State {
    /// The state until somebody speaks on one channel alone, for so many frames by now.
    case awaited(apart: Int)
    /// The state once both channels carry the same speech, since so many frames.
    case heard(frames: Int, apart: Int)
    /// The state from the call's first words on, or after what is too long for an announcement.
    case over
  }

  /// The correlation of both channels from which on they carry the same, and down to which.
  private static let same: Float = 0.9
  private static let stillSame: Float = 0.8
  /// The part of the sums that is kept from step to step: they reach back 0.2 s.
  private static let kept: Float = 0.9
  /// The ratio of powers up to which it may be one source: 9 dB.
  private static let level: Float = 8
  /// The frames of speech on one channel that are a beginning of the call: 0.5 s.
  private static let beginning = 50
  /// The frames of the longest announcement: 30 s.
  private static let longest = 3000
  /// The frames after its last step for which the network and the settled frames still have it.
  private static let edge = 10

  private var state = State.awaited(apart: 0)
  private var agent: Float = 0
  private var customer: Float = 0
  private var both = InlineArray<3, Float>(repeating: 0)
  private var left = 0

  /// Whether there may still be one, or more of it.
  var isOpen: Bool { if case .over = state { false } else { true } }

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
    switch state {
    case .awaited(let apart):
      if isHeard {
        state = .heard(frames: 0, apart: apart)
      } else {
        let apart = apart + Spectrum.framesPerStep
        state = apart >= Self.beginning ? .over : .awaited(apart: apart)
      }
    case .heard(let frames, let apart):
      let step = Spectrum.framesPerStep
      let next = (isHeard ? frames + step : frames, isHeard ? apart : apart + step)
      state = .heard(frames: next.0, apart: next.1)
      guard next.0 >= Self.longest || next.1 >= Self.beginning else { return false }
      left = 0
      state = .over
      return next.0 < Self.longest
    case .over: break
    }
    return false
  }

  private func isSame(_ least: Float) -> Bool {
    guard max(agent, customer) <= Self.level * min(agent, customer) else { return false }
    let scale = (agent * customer).squareRoot()
    return scale > 0 && both.indices.contains { abs(both[$0]) >= least * scale }
  }
}
