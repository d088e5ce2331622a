import CFFTW

/// A transform of one long complex signal, in place; made for one use.
final class ComplexTransform {
  private let size: Int
  private let values: UnsafeMutablePointer<fftwf_complex>
  private let plan: fftwf_plan

  init(size: Int) {
    guard let values = fftwf_alloc_complex(size) else {
      preconditionFailure("no memory for a transform of \(size) samples")
    }
    for index in 0..<size { values[index] = (0, 0) }
    // Planning is not thread-safe in FFTW.
    let plan = FourierPlan.planning {
      fftwf_plan_dft_1d(Int32(size), values, values, FFTW_FORWARD, FFTW_ESTIMATE)
    }
    guard let plan else { preconditionFailure("FFTW cannot plan a transform of \(size) samples") }
    self.size = size
    self.values = values
    self.plan = plan
  }

  deinit {
    _ = FourierPlan.planning {
      fftwf_destroy_plan(plan)
      return nil
    }
    fftwf_free(values)
  }

  func real(_ index: Int, _ value: Float) { values[index].0 = value }
  func imaginary(_ index: Int, _ value: Float) { values[index].1 = value }
  func real(at index: Int) -> Float { values[index].0 }

  func forward() { fftwf_execute(plan) }

  /// Replaces the spectrum of two real signals, one the real and one the imaginary part, by the
  /// differences of their phases in some bins, of magnitude 1, and by nothing elsewhere.
  ///
  /// Transformed once more, the real part tells how the second fits the first, by its lag.
  func compareHalves(in bins: ClosedRange<Int>) {
    for index in 0...size / 2 {
      let mirror = (size - index) % size
      let (one, two) = (values[index], values[mirror])
      // The first is the half that is its own mirror image, the second the other.
      let first = (one.0 + two.0, one.1 - two.1)
      let second = (one.1 + two.1, two.0 - one.0)
      let product = (
        first.0 * second.0 + first.1 * second.1, first.1 * second.0 - first.0 * second.1
      )
      let length = (product.0 * product.0 + product.1 * product.1).squareRoot()
      let isHeard = bins.contains(index) && length > 0
      let unit = isHeard ? (product.0 / length, product.1 / length) : (0, 0)
      // Conjugated, so that a forward transform does what a backward one would.
      values[index] = (unit.0, -unit.1)
      values[mirror] = (unit.0, unit.1)
    }
  }
}
