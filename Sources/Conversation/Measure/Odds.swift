/// The logistic function without the C library: a table of half steps, interpolated.
public enum Odds {
  /// The probabilities of the logits from 0 to 6 in half steps; the largest error between them is 0.004.
  private static let table: [Double] = [
    0.5, 0.62246, 0.731059, 0.817574, 0.880797, 0.924142, 0.952574, 0.970688, 0.982014, 0.989013,
    0.993307, 0.99593, 0.997527,
  ]

  /// The probability of a logit.
  public static func probability(_ logit: Float) -> Double {
    let step = min(2 * abs(Double(logit)), Double(table.count - 1))
    let index = min(Int(step), table.count - 2)
    let part = step - Double(index)
    let upper = table[index] + part * (table[index + 1] - table[index])
    return logit < 0 ? 1 - upper : upper
  }
}
