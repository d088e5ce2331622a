import Glibc

/// Student's t distribution, by the incomplete beta function (DLMF 8.17).
enum StudentDistribution {
  /// The probability of a value farther from zero than `value`, on both sides together.
  static func twoSided(_ value: Double, freedom: Double) -> Double {
    guard value.isFinite else { return value.isNaN ? 1 : 0 }
    return incompleteBeta(freedom / (freedom + value * value), freedom / 2, 0.5)
  }

  /// The value that is exceeded on both sides together with a probability.
  static func quantile(twoSided probability: Double, freedom: Double) -> Double {
    var low = 0.0
    var high = 1.0
    while twoSided(high, freedom: freedom) > probability, high < 1e9 { high *= 2 }
    for _ in 0..<80 {
      let middle = (low + high) / 2
      if twoSided(middle, freedom: freedom) > probability { low = middle } else { high = middle }
    }
    return (low + high) / 2
  }

  private static func incompleteBeta(_ x: Double, _ a: Double, _ b: Double) -> Double {
    guard x > 0 else { return 0 }
    guard x < 1 else { return 1 }
    let front = exp(
      lgamma(a + b) - lgamma(a) - lgamma(b) + a * log(x) + b * log1p(-x))
    return x < (a + 1) / (a + b + 2)
      ? front * fraction(x, a, b) / a : 1 - front * fraction(1 - x, b, a) / b
  }

  /// The continued fraction of DLMF 8.17.22, by Lentz's method.
  private static func fraction(_ x: Double, _ a: Double, _ b: Double) -> Double {
    let least = 1e-300
    var c = 1.0
    var d = 1 / nonZero(1 - (a + b) * x / (a + 1), least)
    var result = d
    for step in 1...300 {
      let m = Double(step)
      let even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
      d = 1 / nonZero(1 + even * d, least)
      c = nonZero(1 + even / c, least)
      result *= d * c
      let odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
      d = 1 / nonZero(1 + odd * d, least)
      c = nonZero(1 + odd / c, least)
      let change = d * c
      result *= change
      if abs(change - 1) < 1e-14 { break }
    }
    return result
  }

  private static func nonZero(_ value: Double, _ least: Double) -> Double {
    abs(value) < least ? least : value
  }
}
