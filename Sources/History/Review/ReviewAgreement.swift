/// How far two reviewers of the same moments agree.
public struct ReviewAgreement: Equatable, Sendable {
  /// The moments that both judged.
  public let count: Int
  /// The share of them on which they agree.
  public let agreed: Double
  /// Agreement beyond chance (Cohen 1960), over yes, no and cannot tell; nil where chance explains all.
  public let kappa: Double?
  /// The moments judged yes or no by both on which they differ, and all such moments.
  let differing: Proportion

  /// Compares the first two people that have moments in common; nil where none have.
  public init?(_ files: [ReviewAnswers]) { self.init(GatheredAnswers(files)) }

  init?(_ gathered: GatheredAnswers) {
    for (index, first) in gathered.reviewers.enumerated() {
      for second in gathered.reviewers.dropFirst(index + 1) {
        let others = Dictionary(
          second.answers.map { ($0.key, $0.answer) }, uniquingKeysWith: { first, _ in first })
        let pairs = first.answers.compactMap { answer -> Pair? in
          guard let own = answer.answer, let other = others[answer.key] ?? nil else { return nil }
          return Pair(first: own, second: other)
        }
        guard !pairs.isEmpty else { continue }
        self.init(pairs)
        return
      }
    }
    return nil
  }

  /// Two answers on the same moment.
  struct Pair {
    let first: ReviewAnswer.Verdict
    let second: ReviewAnswer.Verdict
  }

  init(_ pairs: [Pair]) {
    count = pairs.count
    let all = Double(pairs.count)
    agreed = Double(pairs.count { $0.first == $0.second }) / all
    let chance = [ReviewAnswer.Verdict.yes, .no, .unsure].reduce(0.0) { sum, verdict in
      let first = Double(pairs.count { $0.first == verdict })
      let second = Double(pairs.count { $0.second == verdict })
      return sum + first * second / (all * all)
    }
    kappa = chance < 1 ? (agreed - chance) / (1 - chance) : nil
    let clear = pairs.filter { $0.first != .unsure && $0.second != .unsure }
    differing = Proportion(clear.count { $0.first != $0.second }, of: clear.count)
  }

  /// The share of each reviewer's answers that are wrong, if both err alike and independently: they
  /// differ with a probability of 2e(1 - e).
  var error: Double? { differing.share.map(Self.error) }

  /// The same for a share of moments on which they differ.
  static func error(differing: Double) -> Double {
    (1 - max(0, 1 - 2 * min(differing, 0.5)).squareRoot()) / 2
  }
}
