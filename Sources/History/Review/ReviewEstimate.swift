import Glibc

/// How often the flags of some calls are right, and how many interruptions they miss, as a sample
/// that people have judged tells.
public struct ReviewEstimate: Sendable {
  /// The answers "yes" among those that are yes or no, of each stratum.
  public let strata: [ReviewStratum: Proportion]
  /// The answers "cannot tell".
  public let unsure: Int
  /// The share of a reviewer's answers that are wrong, as two reviewers' disagreement tells; nil for
  /// one reviewer.
  public let reviewerError: Double?
  private let population: [ReviewStratum: Int]

  /// Estimates from the answers of a reviewer; a second one's tell how often reviewers are wrong.
  public init(_ files: [ReviewAnswers]) {
    let reviews = files.filter { $0.kind == .review }
    var strata: [ReviewStratum: Proportion] = [:]
    var population: [ReviewStratum: Int] = [:]
    // Each moment once: reviewers of the same moment would count twice.
    var seen = Set<String>()
    let answers = reviews.flatMap(\.answers).filter { answer in
      answer.answer != nil && seen.insert(answer.key).inserted
    }
    for stratum in ReviewStratum.allCases {
      let own = answers.filter { $0.stratum == stratum && $0.answer != .unsure }
      strata[stratum] = Proportion(own.count { $0.answer == .yes }, of: own.count)
      population[stratum] = reviews.map { $0.population(of: stratum) }.max() ?? 0
    }
    self.strata = strata
    self.population = population
    unsure = answers.count { $0.answer == .unsure }
    reviewerError = ReviewAgreement(files).flatMap(\.error)
  }

  /// The share of flags that are right.
  public var precision: Proportion { strata[.flag] ?? Proportion(0, of: 0) }

  /// The same, corrected for reviewers' own errors (Rogan & Gladen 1978); nil for one reviewer.
  public var corrected: (share: Double, interval: ClosedRange<Double>)? {
    guard let error = reviewerError, let share = precision.share else { return nil }
    return Self.corrected(share, precision.interval, error: error)
  }

  /// A share as it would be without a known share of wrong answers.
  static func corrected(
    _ share: Double, _ interval: ClosedRange<Double>, error: Double
  ) -> (share: Double, interval: ClosedRange<Double>)? {
    guard error < 0.45 else { return nil }
    func true_(_ share: Double) -> Double { min(1, max(0, (share - error) / (1 - 2 * error))) }
    return (true_(share), true_(interval.lowerBound)...true_(interval.upperBound))
  }

  /// The share of interruptions among the moments heard that are flagged, each stratum by its size.
  ///
  /// The interval is that of 4,000 draws from what is known of each stratum (Jeffreys' prior).
  public var recall: (share: Double, interval: ClosedRange<Double>)? {
    let used = ReviewStratum.allCases.filter { (strata[$0]?.count ?? 0) > 0 }
    guard used.contains(.flag), used.contains(.overlap) else { return nil }
    func share(_ shares: [ReviewStratum: Double]) -> Double {
      let all = used.map { (shares[$0] ?? 0) * Double(population[$0] ?? 0) }.reduce(0, +)
      let found = (shares[.flag] ?? 0) * Double(population[.flag] ?? 0)
      return all > 0 ? found / all : 0
    }
    var draws = RepeatableDraws(seed: "recall")
    let drawn = (0..<4000).map { _ in
      share(
        Dictionary(
          uniqueKeysWithValues: used.map { stratum in
            let answers = strata[stratum] ?? Proportion(0, of: 0)
            return (
              stratum,
              draws.beta(
                Double(answers.hits) + 0.5, Double(answers.count - answers.hits) + 0.5)
            )
          }))
    }.sorted()
    let shares = strata.compactMapValues(\.share)
    let point = share(shares)
    return (point, min(point, drawn[100])...max(point, drawn[3899]))
  }
}

extension RepeatableDraws {
  /// A number of the beta distribution, from two of the gamma distribution.
  mutating func beta(_ a: Double, _ b: Double) -> Double {
    let first = gamma(a)
    let second = gamma(b)
    return first + second > 0 ? first / (first + second) : 0.5
  }

  private mutating func unit() -> Double { (Double(next() >> 11) + 0.5) / 9_007_199_254_740_992 }

  private mutating func normal() -> Double {
    (-2 * log(unit())).squareRoot() * cos(2 * .pi * unit())
  }

  /// Marsaglia & Tsang 2000.
  private mutating func gamma(_ shape: Double) -> Double {
    guard shape >= 1 else { return gamma(shape + 1) * pow(unit(), 1 / shape) }
    let d = shape - 1 / 3
    let c = 1 / (9 * d).squareRoot()
    while true {
      let x = normal()
      let v = pow(1 + c * x, 3)
      if v > 0, log(unit()) < 0.5 * x * x + d - d * v + d * log(v) { return d * v }
    }
  }
}
