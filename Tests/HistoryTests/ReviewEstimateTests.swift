import Foundation
import Testing

@testable import History

struct ReviewEstimateTests {
  /// The share of wrong answers of each rater, and the true share of right flags.
  private static let raters: [(error: Int, truth: Int)] = [
    (0, 70), (2, 90), (5, 70), (5, 90), (10, 80),
  ]

  @Test(
    "two raters of known error recover the true precision within its interval", arguments: raters)
  func recovery(error: Int, truth: Int) throws {
    var draws = RepeatableDraws(seed: "raters \(error) \(truth)")
    var held = 0
    for _ in 0..<100 {
      let isRight = (0..<80).map { _ in draws.index(below: 100) < truth }
      let files = try ["first", "second"].map { name in
        try file(name, isRight.map { (draws.index(below: 100) < error) != $0 ? .yes : .no })
      }
      let found = ReviewEstimate(files).corrected?.interval
      if found?.contains(Double(truth) / 100) == true { held += 1 }
    }
    #expect(held >= 95)
  }

  @Test("one rater's errors move the share of right flags by e(1 - 2p), which no answer more mends")
  func bias() throws {
    var draws = RepeatableDraws(seed: "one rater")
    let answers = (0..<4000).map { _ in
      (draws.index(below: 100) < 10) != (draws.index(below: 100) < 90)
        ? ReviewAnswer.Verdict.yes : .no
    }
    let estimate = ReviewEstimate([try file("one", answers)])
    #expect(abs((estimate.precision.share ?? 0) - 0.82) < 0.02)
    #expect(!estimate.precision.interval.contains(0.9))
    #expect(estimate.corrected == nil && estimate.reviewerError == nil)
  }

  @Test("recall weighted by stratum holds the true one within its interval in 95 of 100 samples")
  func weightedRecall() throws {
    var draws = RepeatableDraws(seed: "strata")
    let population = ["flag": 400, "overlap": 900, "silence": 3000]
    let shares: [(ReviewStratum, Int)] = [(.flag, 80), (.overlap, 15), (.silence, 2)]
    let truth = 0.8 * 400 / (0.8 * 400 + 0.15 * 900 + 0.02 * 3000)
    var held = 0
    for _ in 0..<100 {
      let answers = shares.enumerated().flatMap { place, stratum in
        (0..<80).map { number in
          answer(
            stratum.0, 1000 * place + number,
            draws.index(below: 100) < stratum.1 ? .yes : .no)
        }
      }
      let found = ReviewEstimate([try file("a", answers, population: population)]).recall?.interval
      if found?.contains(truth) == true { held += 1 }
    }
    #expect(held >= 95)
  }

  @Test("so many more answers as it says bring recall to where it says")
  func more() throws {
    let review = { (times: Int) in
      let flags = (0..<20 * times).map { answer(.flag, $0, $0 < 16 * times ? .yes : .no) }
      let others = (0..<20 * times).map {
        answer(.overlap, 10_000 + $0, $0 < 4 * times ? .yes : .no)
      }
      return try file("a", flags + others, population: ["flag": 100, "overlap": 100])
    }
    let some = ReviewEstimate([try review(1)])
    let more = try #require(some.more(toRecallWithin: 0.05))
    #expect(more > 40)
    let times = Int((Double(more + 40) / 40).rounded(.up))
    let interval = try #require(ReviewEstimate([try review(times)]).recall?.interval)
    #expect(interval.upperBound - interval.lowerBound < 0.11)
    #expect(ReviewEstimate([try review(100)]).more(toRecallWithin: 0.05) == 0)
    #expect(ReviewEstimate([]).more(toRecallWithin: 0.05) == nil)
  }

  @Test("agreement beyond chance is Cohen's")
  func kappa() throws {
    // 20 yes-yes, 5 yes-no, 10 no-yes, 15 no-no: the standard example, kappa 0.4.
    let first =
      [ReviewAnswer.Verdict](repeating: .yes, count: 25) + .init(repeating: .no, count: 25)
    let second =
      [ReviewAnswer.Verdict](repeating: .yes, count: 20) + .init(repeating: .no, count: 5)
      + .init(repeating: .yes, count: 10) + .init(repeating: .no, count: 15)
    let agreement = try #require(ReviewAgreement([try file("a", first), try file("b", second)]))
    #expect(agreement.count == 50)
    #expect(abs(agreement.agreed - 0.7) < 1e-12)
    #expect(abs((agreement.kappa ?? 0) - 0.4) < 1e-12)
  }

  @Test("kappa over yes, no and cannot tell is that of a reference implementation")
  func kappaOfThree() throws {
    // cohen_kappa_score of scikit-learn 1.9.1 on these hundred pairs: 0.651278644968449.
    let pairs: [(ReviewAnswer.Verdict, ReviewAnswer.Verdict, Int)] = [
      (.yes, .yes, 31), (.yes, .no, 4), (.yes, .unsure, 3), (.no, .yes, 6), (.no, .no, 40),
      (.no, .unsure, 2), (.unsure, .yes, 1), (.unsure, .no, 5), (.unsure, .unsure, 8),
    ]
    let first = pairs.flatMap { [ReviewAnswer.Verdict](repeating: $0.0, count: $0.2) }
    let second = pairs.flatMap { [ReviewAnswer.Verdict](repeating: $0.1, count: $0.2) }
    let agreement = try #require(ReviewAgreement([try file("a", first), try file("b", second)]))
    #expect(abs((agreement.kappa ?? 0) - 0.651278644968449) < 1e-12)
    #expect(agreement.differing == Proportion(10, of: 81))
  }

  @Test("kappa is not defined where chance explains all, nor without moments in common")
  func noKappa() throws {
    let yes = try file("a", [.yes, .yes])
    let other = try #require(ReviewAgreement([yes, try file("b", [.yes, .yes])]))
    #expect(other.kappa == nil && other.agreed == 1)
    #expect(ReviewAgreement([yes]) == nil && ReviewAgreement([yes, yes]) == nil)
  }

  @Test("recall weighs each kind by how often it occurs")
  func recall() throws {
    let flags = (0..<20).map { answer(.flag, $0, $0 < 16 ? .yes : .no) }
    let overlaps = (0..<20).map { answer(.overlap, 100 + $0, $0 < 2 ? .yes : .no) }
    let review = try file("a", flags + overlaps, population: ["flag": 100, "overlap": 400])
    let estimate = ReviewEstimate([review])
    #expect(estimate.precision.share == 0.8)
    let recall = try #require(estimate.recall)
    #expect(abs(recall.share - 80 / 120) < 1e-12)
    #expect(recall.interval.contains(recall.share))
    #expect(recall.interval.lowerBound > 0.3 && recall.interval.upperBound < 0.97)
  }

  @Test("the interval of a share is Wilson's")
  func wilson() {
    let interval = Proportion(41, of: 50).interval
    #expect(abs(interval.lowerBound - 0.6920) < 1e-3)
    #expect(abs(interval.upperBound - 0.9022) < 1e-3)
    #expect(Proportion(0, of: 0).share == nil)
    #expect(Proportion(41, of: 50).more(toWithin: 0.05) == 177)
  }

  private func answer(
    _ stratum: ReviewStratum, _ place: Int, _ verdict: ReviewAnswer.Verdict
  ) -> ReviewAnswer {
    ReviewAnswer(
      call: "c", source: "c.wav", agent: nil, party: "agent", start: Double(place), id: nil,
      outcome: nil, stratum: stratum, answer: verdict, why: nil)
  }

  private func file(_ reviewer: String, _ verdicts: [ReviewAnswer.Verdict]) throws -> ReviewAnswers
  {
    try file(reviewer, verdicts.enumerated().map { answer(.flag, $0, $1) }, population: [:])
  }

  private func file(
    _ reviewer: String, _ answers: [ReviewAnswer], population: [String: Int]
  ) throws -> ReviewAnswers {
    ReviewAnswers(
      interject: "answers", schema: 1, kind: .review, reviewer: reviewer, population: population,
      answers: answers)
  }
}
