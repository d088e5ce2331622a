import CKernels
import Conversation

/// Finds the pitch of both parties' voices from 71 to 400 Hz by normalized autocorrelation.
///
/// Works at 4 kHz on the newest 54 ms: as much as two periods of the lowest voice. The first
/// correlation peak that is nearly as high as the highest gives the period (as in Talkin's RAPT),
/// a parabola through its neighbours the fraction.
struct PitchFinder: ~Copyable {
  /// The rate that the pitch is found at.
  private static let rate: Float = 4000
  /// The samples of a step at that rate.
  private static let stepLength = 40 * Spectrum.framesPerStep
  /// Less correlation than this gives no pitch.
  private static let certain: Float = 0.7
  /// A peak this much lower than the highest, at a shorter period, is taken for it.
  private static let nearly: Float = 0.92

  private let kernels: UnsafePointer<ij_kernels>
  private let isWide: Bool
  private let history: PartyPair<UnsafeMutablePointer<Float>>
  /// The newest step at 8 kHz behind two samples of the one before; for wide-band audio only.
  private let halved: PartyPair<UnsafeMutablePointer<Float>>
  private let correlations: UnsafeMutablePointer<Float>

  init(rate: EngineRate, kernels: UnsafePointer<ij_kernels>) {
    self.kernels = kernels
    isWide = rate == .wide
    history = PartyPair(
      agent: Self.zeros(Int(IJ_PITCH_SAMPLES)), customer: Self.zeros(Int(IJ_PITCH_SAMPLES)))
    let held = 2 * Self.stepLength + 2
    halved = PartyPair(agent: Self.zeros(held), customer: Self.zeros(held))
    correlations = Self.zeros(Int(IJ_PITCH_LAGS))
  }

  deinit {
    for party in Party.allCases {
      history[party].deallocate()
      halved[party].deallocate()
    }
    correlations.deallocate()
  }

  private static func zeros(_ count: Int) -> UnsafeMutablePointer<Float> {
    let pointer = UnsafeMutablePointer<Float>.allocate(capacity: count)
    pointer.initialize(repeating: 0, count: count)
    return pointer
  }

  /// Begins to fetch the samples that are remembered.
  func prefetch() {
    let bytes = Int(IJ_PITCH_SAMPLES) * MemoryLayout<Float>.stride
    for party in Party.allCases { ij_prefetch(history[party], bytes) }
  }

  /// Takes the samples of a party's next step, with at least two samples before them.
  func add(_ samples: UnsafePointer<Float>, of party: Party) {
    let kept = Int(IJ_PITCH_SAMPLES) - Self.stepLength
    history[party].update(from: history[party] + Self.stepLength, count: kept)
    guard isWide else {
      kernels.pointee.halve(samples, Self.stepLength, history[party] + kept)
      return
    }
    let half = halved[party]
    half.update(from: half + 2 * Self.stepLength, count: 2)
    kernels.pointee.halve(samples, 2 * Self.stepLength, half + 2)
    kernels.pointee.halve(half + 2, Self.stepLength, history[party] + kept)
  }

  /// The pitch of a party's newest 54 ms in Hz, zero for none, and the highest correlation.
  func find(_ party: Party) -> (pitch: Float, correlation: Float) {
    let peaks = kernels.pointee.periodicity(history[party], correlations)
    var highest: Float = 0
    var rest = peaks
    while let lag = next(of: &rest) { highest = max(highest, height(at: lag)) }
    guard highest >= Self.certain else { return (0, highest) }
    rest = peaks
    while let lag = next(of: &rest) {
      guard height(at: lag) >= Self.nearly * highest else { continue }
      let period = Float(Int(IJ_PITCH_FIRST_LAG) + lag) + fraction(at: lag)
      return (Self.rate / period, highest)
    }
    return (0, highest)
  }

  /// Takes the lowest bit out of a set of lags.
  private func next(of lags: inout UInt64) -> Int? {
    guard lags != 0 else { return nil }
    defer { lags &= lags &- 1 }
    return lags.trailingZeroBitCount
  }

  /// The height of a peak between the lags, where a short period may well lie.
  private func height(at lag: Int) -> Float {
    correlations[lag] - (correlations[lag - 1] - correlations[lag + 1]) * fraction(at: lag) / 4
  }

  private func fraction(at lag: Int) -> Float {
    let before = correlations[lag - 1]
    let after = correlations[lag + 1]
    return (before - after) / (2 * (before - 2 * correlations[lag] + after))
  }
}
