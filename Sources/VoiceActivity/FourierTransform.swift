import CFFTW

/// Real transforms of several windows at once, by FFTW.
struct FourierTransform: ~Copyable, Transform {
  let input: UnsafeMutablePointer<Float>
  let output: UnsafeMutablePointer<Float>
  let stride: Int
  private let plan: FourierPlan

  init(size: Int, windows: Int) {
    let plan = FourierPlan.shared(size: size, windows: windows)
    self.plan = plan
    stride = plan.stride
    (input, output) = plan.allocate()
  }

  deinit {
    fftwf_free(input)
    fftwf_free(output)
  }

  func transform() {
    plan.execute(input, output)
  }
}
