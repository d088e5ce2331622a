/// A share of some answers with its interval (Wilson 1927).
public struct Proportion: Equatable, Sendable {
  /// The answers that count.
  public let hits: Int
  /// All answers.
  public let count: Int

  static let normal = 1.959964

  init(_ hits: Int, of count: Int) {
    self.hits = hits
    self.count = count
  }

  /// The share, from 0 to 1; nil without answers.
  public var share: Double? { count > 0 ? Double(hits) / Double(count) : nil }

  /// The 95 % interval.
  public var interval: ClosedRange<Double> {
    guard let share else { return 0...1 }
    let n = Double(count)
    let z = Self.normal
    let middle = (share + z * z / (2 * n)) / (1 + z * z / n)
    let width =
      z / (1 + z * z / n) * (share * (1 - share) / n + z * z / (4 * n * n)).squareRoot()
    return max(0, min(share, middle - width))...min(1, max(share, middle + width))
  }

  /// How many more answers would bring the interval to some points either way; 0 where it is there.
  public func more(toWithin width: Double) -> Int {
    let share = share ?? 0.5
    let needed = Self.normal * Self.normal * max(share * (1 - share), 0.05) / (width * width)
    return max(0, Int(needed.rounded(.up)) - count)
  }
}
