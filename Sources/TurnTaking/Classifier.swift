/// One hidden layer of rectified sums over capped evidence: cheap enough for every frame.
struct Classifier {
  /// Which piece of evidence an input is, and up to which value, in hundreds of frames.
  let inputs: [(piece: Int, cap: Float)]
  /// The hidden units' weights, unit after unit.
  let hidden: [Float]
  /// The hidden units' biases.
  let biases: [Float]
  /// The weights of the hidden units' outputs, and the bias behind them.
  let output: [Float]
  let bias: Float

  /// The logarithm of the odds.
  func logit<let count: Int>(_ evidence: InlineArray<count, Float>) -> Float {
    var logit = bias
    var weight = 0
    for unit in biases.indices {
      var sum = biases[unit]
      for input in inputs {
        sum += hidden[weight] * min(evidence[input.piece] / 100, input.cap)
        weight += 1
      }
      logit += output[unit] * max(0, sum)
    }
    return logit
  }
}
