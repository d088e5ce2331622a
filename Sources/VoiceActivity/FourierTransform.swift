import CFFTW

/// Real transforms of several windows at once, by FFTW.
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
