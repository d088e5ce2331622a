import CKernels

/// The way of one party's voice into the other's channel: its delays, their strength, its certainty.
///
/// Fluctuations of the band levels are correlated over 0 to 550 ms while the far side is the louder
/// one; a leak stands out as a peak that no conversation makes (between unrelated voices the
/// greatest correlation stays within a few hundredths of the rest).
struct LeakPath {
  /// The taps of the source: up to `paths` delays, each smeared over its neighbours, since a window
  /// is longer than a frame and rooms reverberate.
  static let taps = 12
  private static let paths = 3
  private static let smear: [Float] = [0.3, 1, 0.6, 0.3]
  /// Frames of memory, 40 s of the far side's talk.
  private static let memory = 4000.0
  private static let longestLag = 55
  /// Frames of the far side's talk after which most leaks have been found and measured: 5 s.
  private static let judgedAfter = 500
  /// The neighbours of a peak, in frames, that belong to it.
  private static let peakWidth = 5

  /// The strongest delay in frames; nil while no leak is certain.
  private(set) var delay: Int?
  /// The delays and weights from which the source of the leak is put together.
  private(set) var lags = InlineArray<12, Int32>(repeating: 0)
  private(set) var weights = InlineArray<12, Float>(repeating: 0)
  /// The candidate whose gains are being learned.
  private(set) var candidate: Int?
  private var count = 0.0
  /// The frames of the far side's talk.
  private var talk = 0
  private var nearEnergy = 0.0
  private var farEnergy = 0.0

  /// What earlier products are multiplied by when a frame is added.
  var kept: Float { Float(1 - 1 / Self.memory) }

  /// Books the energies of a frame whose products have been added.
  mutating func add(near: Float, far: Float, isTalk: Bool) {
    if isTalk { talk += 1 }
    let kept = Double(self.kept)
    count = count * kept + 1
    nearEnergy = nearEnergy * kept + Double(near)
    farEnergy = farEnergy * kept + Double(far)
  }

  /// What a search came to.
  enum Finding {
    /// The source of the leak stays as it was.
    case same
    /// The delay is a frame or two from the one before: the gains are roughly right.
    case moved
    /// The delay is another one: what is known of the gains is worthless.
    case new
  }

  /// Looks for the delays in the products.
  mutating func search(_ products: UnsafePointer<Float>) -> Finding {
    let scale = (nearEnergy * farEnergy).squareRoot()
    guard count >= 50, scale > 0 else { return .same }
    let best = peak(products, excluding: 0)
    let rest = products[peak(products, excluding: neighbours(of: best))]
    let height = Double(products[best]) / scale
    let margin = height - Double(rest) / scale
    // Chance makes margins of less than one over the root of the frames; 0.05 is what conversations
    // without a leak still show after minutes.
    let isCertain = height >= 0.1 && margin >= 0.05 + 1.0 / count.squareRoot()
    let isLost = margin < 0.03
    if isLost { delay = nil }
    guard isCertain || delay == nil else { return .same }
    delay = isCertain ? best : nil
    let distance = candidate.map { abs($0 - best) }
    candidate = best
    place(products, best: best)
    switch distance {
    case 0: return .same
    case 1, 2: return .moved
    default: return .new
    }
  }

  /// Begins to fetch what the source of the leak is put together from, of the next two frames.
  func prefetch(_ far: UnsafePointer<ij_band_history>, frame: UInt32) {
    // The second tap of each path is its delay itself; paths without a weight are not there.
    for tap in stride(from: 1, to: Self.taps, by: Self.smear.count) where weights[tap] > 0 {
      ij_source_prefetch(far, lags[tap], frame)
    }
  }

  /// Whether a leak is certain enough to act on.
  var isFound: Bool { delay != nil }

  /// Whether the leak has been heard for long enough to be reported.
  var isConfirmed: Bool { isFound && isJudged }

  /// Whether enough of the far side's talk has been heard to find and measure a leak, if there is
  /// one.
  var isJudged: Bool { talk >= Self.judgedAfter }

  /// The lag of the highest product, outside the lags whose bits are set.
  private func peak(_ products: UnsafePointer<Float>, excluding lags: UInt64) -> Int {
    var best = -1
    for lag in 0...Self.longestLag where lags & (1 << UInt64(lag)) == 0 {
      if best < 0 || products[lag] > products[best] { best = lag }
    }
    return best
  }

  /// The bits of the lags that belong to a peak.
  private func neighbours(of peak: Int) -> UInt64 {
    let width = UInt64(1) << UInt64(2 * Self.peakWidth + 1) - 1
    return peak < Self.peakWidth
      ? width >> (Self.peakWidth - peak) : width << (peak - Self.peakWidth)
  }

  /// Puts the source together from the strongest delays at least half as high as the first.
  private mutating func place(_ products: UnsafePointer<Float>, best: Int) {
    lags = InlineArray(repeating: 0)
    weights = InlineArray(repeating: 0)
    var taken: UInt64 = 0
    for path in 0..<Self.paths {
      let lag = path == 0 ? best : peak(products, excluding: taken)
      let share = products[lag] / max(products[best], .leastNormalMagnitude)
      guard share >= 0.5 else { break }
      taken |= neighbours(of: lag)
      for (offset, weight) in Self.smear.enumerated() {
        let tap = path * Self.smear.count + offset
        lags[tap] = Int32(max(0, lag + offset - 1))
        weights[tap] = lag + offset == 0 ? 0 : weight * share * share
      }
    }
  }
}
