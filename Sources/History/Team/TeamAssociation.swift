/// How a measure of listening goes together with an outcome; not a cause.
public struct TeamAssociation: Sendable {
  /// The outcome, as its column is called.
  public let outcome: String
  /// The measure.
  public let measure: String
  /// The calls with both.
  public let calls: Int
  /// Spearman's rank correlation, from -1 to 1.
  public let correlation: Double
  /// Its 95 % interval over draws of calls.
  public let interval: ClosedRange<Double>

  /// Correlates; nil for fewer than twenty calls or a figure that is always the same.
  init?(_ pairs: [(measure: Double, outcome: Double)], measure: String, outcome: String) {
    guard pairs.count >= 20,
      let correlation = Self.correlation(pairs.map(\.measure), pairs.map(\.outcome))
    else { return nil }
    self.measure = measure
    self.outcome = outcome
    calls = pairs.count
    self.correlation = correlation
    var draws = RepeatableDraws(seed: measure + outcome)
    let drawn = (0..<500).compactMap { _ -> Double? in
      let some = pairs.map { _ in pairs[draws.index(below: pairs.count)] }
      return Self.correlation(some.map(\.measure), some.map(\.outcome))
    }.sorted()
    guard drawn.count > 100 else { return nil }
    let low = drawn[Int(Double(drawn.count) * 0.025)]
    let high = drawn[Int(Double(drawn.count) * 0.975)]
    interval = min(low, correlation)...max(high, correlation)
  }

  static func correlation(_ first: [Double], _ second: [Double]) -> Double? {
    let ranks = (ranked(first), ranked(second))
    let middle = Double(first.count + 1) / 2
    var products = 0.0
    var squares = (0.0, 0.0)
    for (left, right) in zip(ranks.0, ranks.1) {
      products += (left - middle) * (right - middle)
      squares.0 += (left - middle) * (left - middle)
      squares.1 += (right - middle) * (right - middle)
    }
    let size = (squares.0 * squares.1).squareRoot()
    return size > 0 ? products / size : nil
  }

  /// Ranks from 1; equal values share the mean of theirs.
  private static func ranked(_ values: [Double]) -> [Double] {
    let order = values.indices.sorted { values[$0] < values[$1] }
    var ranks = [Double](repeating: 0, count: values.count)
    var start = 0
    while start < order.count {
      var end = start + 1
      while end < order.count, values[order[end]] == values[order[start]] { end += 1 }
      for place in start..<end { ranks[order[place]] = Double(start + end + 1) / 2 }
      start = end
    }
    return ranks
  }
}
