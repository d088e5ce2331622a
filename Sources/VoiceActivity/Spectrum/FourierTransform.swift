import CFFTW

/// Transforms of several windows at once, by FFTW.
///
/// Two windows make one complex signal, which takes half the time of two real ones; what belongs to
/// which follows from symmetry (`bin_powers`).
struct FourierTransform: Transform {
  let stride: Int
  private let plan: FourierPlan

  init(size: Int, windows: Int) {
    plan = FourierPlan.shared(size: size, windows: windows)
    stride = plan.stride
  }

  func transform(
    _ samples: UnsafeMutablePointer<Float>, to spectra: UnsafeMutablePointer<Float>
  ) {
    plan.execute(samples, spectra)
  }
}
