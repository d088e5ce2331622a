/// The strongest one or two pitches of a spectrum from 125 to 3600 Hz, and how much of it they are.
struct TonePeaks {
  /// The pitches that a telephone's keys put together: low and high ones in Hz (ITU-T Q.23).
  private static let rows: [Float] = [697, 770, 852, 941]
  private static let columns: [Float] = [1209, 1336, 1477, 1633]
  /// How far off a key's pitch may be found: what Q.23 allows.
  private static let off: Float = 0.02
  /// The part of the stronger pitch that the other of a key has at least, 10 dB less.
  private static let twist: Float = 0.1
  private static let width: Float = 31.25
  /// The part of the power that the strongest bin of one or two pitches has at least.
  private static let leastPeak: Float = 0.12
  private static let bins = MusicDetector.bins
  /// The bins on either side of the strongest pitch, and of the second, that are its own.
  private static let side = 4
  private static let secondSide = 3

  /// The lower of the pitches that count, in bins.
  let lowest: Int
  /// The share of the power that lies at both; nothing where it is spread over more.
  let share: Float
  /// The number of the key whose pitches they are, its row and its column; nil for others.
  let key: Int?

  /// Looks at the powers of a spectrum's bins, `Spectrum.windows` apart; nil where there are none.
  init?(_ spectrum: UnsafePointer<Float>) {
    let power = { (bin: Int) -> Float in
      spectrum[(bin + MusicDetector.firstBin) * Spectrum.windows]
    }
    // Four at a time, so that no addition waits for the one before.
    var sums = SIMD4<Float>.zero
    var most = SIMD4<Float>.zero
    for bin in stride(from: 0, to: Self.bins, by: 4) {
      let powers = SIMD4(power(bin), power(bin + 1), power(bin + 2), power(bin + 3))
      sums += powers
      most.replace(with: powers, where: powers .> most)
    }
    let all = sums.sum()
    guard all > 0 else { return nil }
    let highest = most.max()
    var first = 0
    while first < Self.bins - 1, power(first) < highest { first += 1 }
    guard power(first) >= Self.leastPeak * all else {
      (lowest, share, key) = (first, 0, nil)
      return
    }
    let own = max(0, first - Self.side)...min(Self.bins - 1, first + Self.side)
    var second: Int?
    for bin in 0..<Self.bins where !own.contains(bin) {
      if power(bin) > second.map(power) ?? 0 { second = bin }
    }
    var one: Float = 0
    for bin in own { one += power(bin) }
    var two: Float = 0
    if let second {
      let around =
        max(0, second - Self.secondSide)...min(Self.bins - 1, second + Self.secondSide)
      for bin in around where !own.contains(bin) { two += power(bin) }
    }
    share = (one + two) / all
    guard let second, two >= Self.twist * one else {
      lowest = first
      key = nil
      return
    }
    lowest = min(first, second)
    let pitches = (
      Self.pitch(min(first, second), power), Self.pitch(max(first, second), power)
    )
    let row = Self.rows.firstIndex { abs(pitches.0 - $0) < Self.off * $0 }
    let column = Self.columns.firstIndex { abs(pitches.1 - $0) < Self.off * $0 }
    key = row.flatMap { row in column.map { row * Self.columns.count + $0 } }
  }

  /// The pitch at a peak in Hz: the middle of its power.
  private static func pitch(_ peak: Int, _ power: (Int) -> Float) -> Float {
    var sum: Float = 0
    var moment: Float = 0
    for bin in max(0, peak - 2)...min(bins - 1, peak + 2) {
      sum += power(bin)
      moment += power(bin) * Float(bin + MusicDetector.firstBin)
    }
    return moment / sum * width
  }
}
