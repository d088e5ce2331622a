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
      withUnsafeTemporaryAllocation(of: Int.self, capacity: inputs.count) { places in
        // What is nothing adds nothing, and much of the evidence is.
        var count = 0
        for (index, input) in inputs.enumerated() {
          let value = min(evidence[input.piece] / 100, input.cap)
          capped[count] = value
          places[count] = index
          count += value == 0 ? 0 : 1
        }
        return logit(
          UnsafeMutableBufferPointer(rebasing: capped[..<count]),
          at: UnsafeMutableBufferPointer(rebasing: places[..<count]))
      }
    }
  }

  private func logit(
    _ capped: UnsafeMutableBufferPointer<Float>, at places: UnsafeMutableBufferPointer<Int>
  ) -> Float {
    hidden.withUnsafeBufferPointer { hidden in
      var logit = bias
      // Two groups at a time, so that a sum need not wait for the one before.
      for group in stride(from: 0, to: biases.count, by: 2) {
        let isPair = group + 1 < biases.count
        let (first, second) = (group * inputs.count, (isPair ? group + 1 : group) * inputs.count)
        var sums = biases[group]
        var others = isPair ? biases[group + 1] : biases[group]
        for index in 0..<capped.count {
          let (value, input) = (capped[index], places[index])
          sums += hidden[first &+ input] * value
          others += hidden[second &+ input] * value
        }
        Self.add(sums, output[group], to: &logit)
        if isPair { Self.add(others, output[group + 1], to: &logit) }
      }
      return logit
    }
  }

  /// Adds what the units come to, one by one.
  @inline(__always)
  private static func add(_ sums: Units, _ output: Units, to logit: inout Float) {
    let weighted = output * sums.replacing(with: 0, where: sums .< 0)
    for unit in 0..<Units.scalarCount { logit += weighted[unit] }
  }
}
