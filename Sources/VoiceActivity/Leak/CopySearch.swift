import CKernels
import Conversation

/// Finds out whether both channels carry one recording, up to 2 s apart.
///
/// A voice that leaks differs by its way's loss where one party speaks and by that of the other way
/// where the other does; a copy always differs by the same. Looked at is a second at a time.
struct CopySearch {
  /// The distances that are tried, in steps of 20 ms either way.
  private static let farthest = 100
  /// As many as are compared at once and more than are looked at.
  private static let comparedLags = Int(IJ_ECHO_LAGS)
  /// The correlation of a second of a copy; half a step beside its distance it is still as high.
  private static let height: Float = 0.75
  /// How far the levels' differences of two seconds of a copy may be apart, in decades.
  private static let spread: Float = 0.12
  /// A copy may be up to 6 dB fainter or louder.
  private static let loudest: Float = 0.6
  /// The seconds of talk from one search for a distance to the next.
  private static let pause = 3
  /// The seconds that have to agree.
  private static let agreeing = 8

  /// By how many steps the agent's channel is late; less than nothing where it is early.
  private var distance: Int?
  private var agreed = 0
  private var missed = 0
  private var least: Float = 0
  private var most: Float = 0
  private var waited = pause

  /// Whether it is one recording.
  var isSame: Bool { agreed >= Self.agreeing }

  /// Takes the pasts of both parties at the end of a second in which somebody speaks.
  mutating func add(
    _ pasts: PartyPair<UnsafeMutablePointer<ij_echo_history>>,
    _ kernels: UnsafePointer<ij_kernels>
  ) {
    guard let distance else { return search(pasts, kernels) }
    let near = best(pasts, kernels, among: distance - 1...distance + 1)
    let difference = difference(pasts, at: near.distance)
    if near.correlation >= Self.height, abs(difference) <= Self.loudest {
      least = min(least, difference)
      most = max(most, difference)
      agreed += 1
    } else {
      missed += 1
    }
    // A word may be lost in noise, and a copy ends when another recording begins.
    if most - least > Self.spread || 3 * missed > agreed + 2 { self = Self() }
  }

  private mutating func search(
    _ pasts: PartyPair<UnsafeMutablePointer<ij_echo_history>>,
    _ kernels: UnsafePointer<ij_kernels>
  ) {
    waited += 1
    guard waited >= Self.pause else { return }
    waited = 0
    let found = best(pasts, kernels, among: -Self.farthest...Self.farthest)
    guard found.correlation >= Self.height else { return }
    distance = found.distance
    agreed = 1
    least = difference(pasts, at: found.distance)
    most = least
  }

  private func best(
    _ pasts: PartyPair<UnsafeMutablePointer<ij_echo_history>>,
    _ kernels: UnsafePointer<ij_kernels>, among distances: ClosedRange<Int>
  ) -> (distance: Int, correlation: Float) {
    var best = (distance: distances.lowerBound, correlation: -Float.infinity)
    withUnsafeTemporaryAllocation(of: Float.self, capacity: Self.comparedLags) { values in
      guard let first = values.baseAddress else { return }
      for party in Party.allCases {
        // From the customer's side, distances are less than nothing.
        let sign = party == .agent ? 1 : -1
        guard sign > 0 ? distances.upperBound >= 0 : distances.lowerBound < 0 else { continue }
        let (near, far) = (pasts[party], pasts[party.other])
        kernels.pointee.echo_products(first, near, far, UInt32(Self.comparedLags), ~0)
        ij_echo_normalize(first, near, far, UInt32(Self.comparedLags))
        for lag in 0...Self.farthest where distances.contains(sign * lag) {
          if values[lag] > best.correlation { best = (sign * lag, values[lag]) }
        }
      }
    }
    return best
  }

  /// The mean difference of the levels, in decades, of the agent's channel to the customer's.
  private func difference(
    _ pasts: PartyPair<UnsafeMutablePointer<ij_echo_history>>, at distance: Int
  ) -> Float {
    distance >= 0
      ? ij_echo_difference(pasts.agent, pasts.customer, UInt32(distance))
      : -ij_echo_difference(pasts.customer, pasts.agent, UInt32(-distance))
  }
}
