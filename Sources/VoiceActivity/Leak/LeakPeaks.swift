/// The delays at which a channel follows the other one, the strongest first.
///
/// A voice resembles itself some frames later, so that each delay also raises the products at
/// others. What a delay found explains is therefore taken away before the next one is looked for.
struct LeakPeaks {
  static let most = 4
  static let lagCount = 56
  /// The neighbours of a peak, in frames, that belong to it.
  private static let width = 5
  /// A delay with less of the correlation than this, beside the first, is none.
  private static let leastShare: Float = 0.2
  /// From this share on, a delay counts as another path of the leak and not as chance: only beside
  /// a first one that is higher than any between unrelated voices.
  private static let pathShare: Float = 0.5
  private static let pathHeight: Float = 0.2

  /// How much a voice's fluctuations resemble themselves so many frames later.
  private static let echo: [Float] = [
    1, 0.9, 0.78, 0.67, 0.56, 0.47, 0.38, 0.31, 0.25, 0.2, 0.16, 0.13, 0.1, 0.08, 0.06, 0.05, 0.03,
    0.02,
  ]

  private(set) var lags = InlineArray<4, Int>(repeating: 0)
  /// The heights of the delays beside the first one.
  private(set) var shares = InlineArray<4, Float>(repeating: 0)
  private(set) var count = 0
  /// The correlation at the first delay, from -1 to 1.
  private(set) var height: Float = 0
  /// By how much the first delay is above what is no path.
  var margin: Float { rise ?? 0 }
  private var rise: Float?

  /// Looks for them in products of fluctuations and those of the voice with its own past.
  init(_ products: UnsafePointer<Float>, scale: Float, otherDelay: Int?) {
    var rest = InlineArray<56, Float>(repeating: 0)
    for lag in 0..<Self.lagCount { rest[lag] = products[lag] }
    if let otherDelay { Self.removeShadow(of: otherDelay, from: &rest, scale: scale) }
    let cleared = rest
    var taken: UInt64 = 0
    for path in 0...Self.most {
      // What belongs to a peak is less than everything else.
      var best = 0
      var value = rest[0]
      for lag in 1..<Self.lagCount where rest[lag] > value { (best, value) = (lag, rest[lag]) }
      if path == 0 { height = value / scale }
      let share = path == 0 ? 1 : value / (height * scale)
      let isPath = share >= Self.pathShare && path < Self.most
      if path > 0, !(isPath && height >= Self.pathHeight), rise == nil {
        rise = height - Self.highest(cleared, outside: taken) / scale
      }
      guard path < Self.most, share >= Self.leastShare, height > 0 else { break }
      lags[path] = best
      shares[path] = share
      count = path + 1
      taken |= Self.neighbours(of: best)
      for (offset, echo) in Self.echo.enumerated() {
        if best + offset < Self.lagCount { rest[best + offset] -= value * echo }
        if offset > 0, best - offset >= 0 { rest[best - offset] -= value * echo }
      }
      for lag in max(0, best - Self.width)...min(Self.lagCount - 1, best + Self.width) {
        rest[lag] = -.infinity
      }
    }
  }

  /// Takes away what the other direction's leak looks like from this side.
  ///
  /// There the voice of this channel is found later in the other one: a delay below zero, whose
  /// flank reaches over to this side. Without another peak it stays, since it may be a leak. A flank
  /// falls from a delay of nothing on; what rises there belongs to a delay of this direction.
  private static func removeShadow(
    of delay: Int, from rest: inout InlineArray<56, Float>, scale: Float
  ) {
    guard delay > 0, delay < echo.count - 4, rest[0] > max(rest[1], 0) else { return }
    let amount = rest[0] / echo[delay]
    for lag in 0..<lagCount {
      let shadow = lag + delay < echo.count ? amount * echo[lag + delay] : 0
      guard rest[lag] - shadow >= max(0.4 * rest[0], 0.15 * scale) else { continue }
      for lag in 0..<(echo.count - delay) { rest[lag] -= amount * echo[lag + delay] }
      return
    }
  }

  /// The highest product at a lag whose bit is not set.
  private static func highest(
    _ products: InlineArray<56, Float>, outside taken: UInt64
  ) -> Float {
    let products = products.span
    var highest = -Float.infinity
    for lag in 0..<lagCount where taken & (1 << UInt64(lag)) == 0 {
      highest = max(highest, products[lag])
    }
    return highest
  }

  /// The bits of the lags that belong to a peak.
  private static func neighbours(of peak: Int) -> UInt64 {
    let bits = UInt64(1) << UInt64(2 * width + 1) - 1
    return peak < width ? bits >> UInt64(width - peak) : bits << UInt64(peak - width)
  }

  /// Whether a delay is among them.
  func contains(_ lag: Int) -> Bool {
    for path in 0..<count where lags[path] == lag { return true }
    return false
  }
}
