import Foundation
import Testing

@testable import History

struct CallRateTests {
  @Test("t quantiles and probabilities are those of tables")
  func student() {
    #expect(abs(StudentDistribution.quantile(twoSided: 0.05, freedom: 9) - 2.262157) < 1e-5)
    #expect(abs(StudentDistribution.quantile(twoSided: 0.05, freedom: 1) - 12.706205) < 1e-4)
    #expect(abs(StudentDistribution.quantile(twoSided: 0.001, freedom: 49) - 3.500443) < 1e-4)
    #expect(abs(StudentDistribution.twoSided(2, freedom: 30) - 0.0546250) < 1e-6)
    #expect(StudentDistribution.twoSided(0, freedom: 5) == 1)
  }

  @Test("Holm's correction stops at the first that does not stand")
  func holm() {
    #expect(
      HolmCorrection.standing([0.01, 0.04, 0.03, 0.005]) == [true, false, false, true])
    #expect(HolmCorrection.standing([]) == [])
  }

  @Test("of twelve agents of one distribution hardly anybody is marked, one of twice the rate is")
  func marking() {
    var draws = RepeatableDraws(seed: "agents")
    var falseAlarms = 0
    var found = 0
    for _ in 0..<100 {
      falseAlarms += marked(&draws, factor: 1).isEmpty ? 0 : 1
      found += marked(&draws, factor: 2).contains(0) ? 1 : 0
    }
    #expect(falseAlarms <= 5)
    #expect(found >= 80)
  }

  /// The agents that stand out among twelve of fifty calls, the first of whom has a factor.
  private func marked(_ draws: inout RepeatableDraws, factor: Double) -> [Int] {
    let agents = (0..<12).map { agent in
      (0..<50).map { _ in
        // Six minutes and eight an hour in the mean, calls being as unlike as real ones.
        let room = (0.02 + 0.08 * draws.beta(2, 2) * 2)
        let mean = room * 8 * (agent == 0 ? factor : 1) * 2 * draws.beta(2, 2)
        return CallRate.Call(events: Double(draws.poisson(mean)), room: room)
      }
    }
    let probabilities = agents.indices.map { agent in
      let others = agents.indices.filter { $0 != agent }.flatMap { agents[$0] }
      let rest = CallRate(others, seed: "rest")
      return CallRate(agents[agent], seed: "\(agent)", least: rest.dispersion)
        .probability(against: rest)
    }
    return zip(agents.indices, HolmCorrection.standing(probabilities)).filter(\.1).map(\.0)
  }

  @Test("an interval holds the true rate about as often as it says")
  func coverage() {
    var draws = RepeatableDraws(seed: "coverage")
    var held = 0
    for run in 0..<300 {
      let calls = (0..<30).map { _ in
        CallRate.Call(events: Double(draws.poisson(2 * draws.beta(2, 2))), room: 1)
      }
      if CallRate(calls, seed: "\(run)").interval()?.contains(1) == true { held += 1 }
    }
    #expect((276...297).contains(held))
  }
}

extension RepeatableDraws {
  /// A number of the Poisson distribution (Knuth).
  mutating func poisson(_ mean: Double) -> Int {
    let limit = exp(-mean)
    var product = 1.0
    var count = -1
    repeat {
      product *= Double(next() >> 11) / 9_007_199_254_740_992
      count += 1
    } while product > limit
    return count
  }
}
