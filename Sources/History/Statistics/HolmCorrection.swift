/// Which of many comparisons stand when one wrong one in twenty families of them is the most
/// (Holm 1979).
enum HolmCorrection {
  /// Whether each of some probabilities stands.
  static func standing(_ probabilities: [Double], level: Double = 0.05) -> [Bool] {
    var standing = [Bool](repeating: false, count: probabilities.count)
    let order = probabilities.indices.sorted { probabilities[$0] < probabilities[$1] }
    for (rank, index) in order.enumerated() {
      guard probabilities[index] <= level / Double(order.count - rank) else { break }
      standing[index] = true
    }
    return standing
  }
}
