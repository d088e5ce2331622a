import Foundation
import Testing

@testable import History

struct ReviewEstimateTests {
  @Test("raters who err as often as known recover the true precision in its interval")
  func recovery() throws {
    var draws = RepeatableDraws(seed: "raters")
    var held = 0
    for _ in 0..<200 {
      let truth = (0..<80).map { _ in draws.index(below: 100) < 70 }
      let files = try ["first", "second"].map { name in
        try file(
          name,
          truth.map { truth in
            (draws.index(below: 100) < 5) != truth ? .yes : .no
          })
      }
      let estimate = ReviewEstimate(files)
      if estimate.corrected?.interval.contains(0.7) == true { held += 1 }
    }
    #expect(held >= 188)
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

  @Test("kappa is not defined where chance explains all, nor without moments in common")
  func noKappa() throws {
    let yes = try file("a", [.yes, .yes])
    #expect(ReviewAgreement([yes, yes])?.kappa == nil)
    #expect(ReviewAgreement([yes]) == nil)
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
    #expect(recall.interval.lowerBound > 0.35 && recall.interval.upperBound < 0.95)
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
