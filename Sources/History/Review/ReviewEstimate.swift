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
  private let differing: Proportion

  /// Estimates from the answers of a reviewer; a second one's tell how often reviewers are wrong.
  public init(_ files: [ReviewAnswers]) {
    let gathered = GatheredAnswers(files)
    let reviews = files.filter { $0.kind == .review }
    var strata: [ReviewStratum: Proportion] = [:]
    var population: [ReviewStratum: Int] = [:]
    let answers = gathered.judged
    for stratum in ReviewStratum.allCases {
      let own = answers.filter { $0.stratum == stratum && $0.answer != .unsure }
      strata[stratum] = Proportion(own.count { $0.answer == .yes }, of: own.count)
      population[stratum] = reviews.map { $0.population(of: stratum) }.max() ?? 0
    }
    self.strata = strata
    self.population = population
    unsure = answers.count { $0.answer == .unsure }
    let agreement = ReviewAgreement(gathered)
    reviewerError = agreement?.error
    differing = agreement?.differing ?? Proportion(0, of: 0)
  }

  /// How many moments an answer of a stratum stands for; 1 where the files do not say.
  func weight(of stratum: ReviewStratum) -> Double {
    let answered = strata[stratum]?.count ?? 0
    let all = population[stratum] ?? 0
    return answered > 0 && all > 0 ? Double(all) / Double(answered) : 1
  }

  /// The share of flags that are right.
  public var precision: Proportion { strata[.flag] ?? Proportion(0, of: 0) }

  /// The same, corrected for reviewers' own errors (Rogan & Gladen 1978); nil for one reviewer.
  ///
  /// The interval is the wider of two: that of the share alone, and that of 1,000 draws of what is
  /// known of the share and of how often the reviewers differ (Jeffreys' priors).
  public var corrected: (share: Double, interval: ClosedRange<Double>)? {
    guard let error = reviewerError, error < 0.45, let share = precision.share else { return nil }
    var draws = RepeatableDraws(seed: "corrected")
    let drawn = (0..<1000).map { _ in
      let differing = min(0.499, draws.beta(of: differing))
      return Self.corrected(
        draws.beta(of: precision), error: ReviewAgreement.error(differing: differing))
    }.sorted()
    let shares =
      [share, precision.interval.lowerBound, precision.interval.upperBound].map {
        Self.corrected($0, error: error)
      } + [drawn[25], drawn[974]]
    return (shares[0], (shares.min() ?? 0)...(shares.max() ?? 1))
  }

  /// A share as it would be without a known share of wrong answers.
  private static func corrected(_ share: Double, error: Double) -> Double {
    min(1, max(0, (share - error) / (1 - 2 * error)))
  }

  /// The share of interruptions among the moments heard that are flagged, each stratum by its size.
  ///
  /// The bounds are of 1,000 draws each of what the answers of each stratum leave possible: the lower
  /// one of the least of flags and the most of what is missed, the upper one the other way round, as in
  /// Clopper & Pearson 1934. Between strata of very different sizes anything narrower is too narrow.
  public var recall: (share: Double, interval: ClosedRange<Double>)? {
    let used = ReviewStratum.allCases.filter { (strata[$0]?.count ?? 0) > 0 }
    guard used.contains(.flag), used.contains(.overlap) else { return nil }
    func share(_ shares: (ReviewStratum) -> Double) -> Double {
      let found = shares(.flag) * Double(population[.flag] ?? 0)
      let missed = used.filter { $0 != .flag }.map { shares($0) * Double(population[$0] ?? 0) }
      let all = missed.reduce(found, +)
      return all > 0 ? found / all : 0
    }
    var draws = RepeatableDraws(seed: "recall")
    func drawn(isMost: Bool) -> [Double] {
      (0..<1000).map { _ in
        share { stratum in
          let answers = strata[stratum] ?? Proportion(0, of: 0)
          let more = (stratum == .flag) == isMost ? 1.0 : 0
          return draws.beta(
            Double(answers.hits) + more, Double(answers.count - answers.hits) + 1 - more)
        }
      }.sorted()
    }
    let point = share { strata[$0]?.share ?? 0 }
    return (point, min(point, drawn(isMost: false)[25])...max(point, drawn(isMost: true)[974]))
  }
}

extension ReviewEstimate {
  /// How many more answers, in the mix of kinds so far, would bring recall to some points either way.
  ///
  /// An interval narrows with the root of what it rests on. 0 where it is there already, nil without
  /// recall.
  public func more(toRecallWithin width: Double) -> Int? {
    guard let recall else { return nil }
    let answered = strata.values.reduce(0) { $0 + $1.count }
    let half = (recall.interval.upperBound - recall.interval.lowerBound) / 2
    let needed = Double(answered) * (half / width) * (half / width)
    return max(0, Int(needed.rounded(.up)) - answered)
  }
}

extension RepeatableDraws {
  /// A share that may be behind some answers, by Jeffreys' prior.
  mutating func beta(of answers: Proportion) -> Double {
    beta(Double(answers.hits) + 0.5, Double(answers.count - answers.hits) + 0.5)
  }

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
