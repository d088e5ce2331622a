/// One hidden layer of rectified sums over capped evidence: cheap enough for every frame.
///
/// Eight hidden units are summed at a time, each in the order of the inputs, so that the result is
/// that of adding them up one by one.
struct Classifier {
  private typealias Units = SIMD8<Float>

  /// Which piece of evidence an input is, and up to which value, in hundreds of frames.
  private let inputs: [(piece: Int, cap: Float)]
  /// The weights of eight units for each input, then those of the next eight.
  private let hidden: [Units]
  private let biases: [Units]
  private let output: [Units]
  private let bias: Float

  /// Creates a classifier from the units' weights, unit after unit, and their biases; the weights of
  /// their outputs, and the bias behind them.
  init(
    inputs: [(piece: Int, cap: Float)], hidden: [Float], biases: [Float], output: [Float],
    bias: Float
  ) {
    self.inputs = inputs
    self.bias = bias
    self.biases = Self.grouped(biases.count) { biases[$0] }
    self.output = Self.grouped(output.count) { output[$0] }
    let columns = inputs.indices.map { input in
      Self.grouped(biases.count) { unit in hidden[unit * inputs.count + input] }
    }
    self.hidden = self.biases.indices.flatMap { group in columns.map { $0[group] } }
  }

  /// Puts eight values at a time together; those beyond the last are zero.
  private static func grouped(_ count: Int, _ value: (Int) -> Float) -> [Units] {
    stride(from: 0, to: count, by: Units.scalarCount).map { first in
      var units = Units.zero
      for unit in first..<min(first + Units.scalarCount, count) {
        units[unit - first] = value(unit)
      }
      return units
    }
  }

  /// The logarithm of the odds.
  func logit<let count: Int>(_ evidence: InlineArray<count, Float>) -> Float {
    withUnsafeTemporaryAllocation(of: Float.self, capacity: inputs.count) { capped in
      for (index, input) in inputs.enumerated() {
        capped[index] = min(evidence[input.piece] / 100, input.cap)
      }
      return logit(capped)
    }
  }

  private func logit(_ capped: UnsafeMutableBufferPointer<Float>) -> Float {
    hidden.withUnsafeBufferPointer { hidden in
      var logit = bias
      var weight = 0
      for group in biases.indices {
        var sums = biases[group]
        for input in 0..<capped.count {
          sums += hidden[weight] * capped[input]
          weight += 1
        }
        sums = output[group] * sums.replacing(with: 0, where: sums .< 0)
        for unit in 0..<Units.scalarCount { logit += sums[unit] }
      }
      return logit
    }
  }
}
