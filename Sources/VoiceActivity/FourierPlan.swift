import CFFTW
import CKernels
import Synchronization

/// How FFTW goes about transforms of one kind: made once, shared by all calls of the process.
///
/// Plans are made with `FFTW_ESTIMATE`, which measures nothing: the same machine gives the same
/// numbers bit for bit. Planning is not thread-safe in FFTW and happens under one lock; executing
/// is, on the scratch of any thread.
final class FourierPlan: Sendable {
  private struct Kind: Hashable {
    var size: Int
    var windows: Int
  }

  private static let made = Mutex<[Kind: FourierPlan]>([:])

  /// The complex bins from the start of one spectrum to the next.
  let stride: Int
  nonisolated(unsafe) private let plan: fftwf_plan

  /// The plan for so many windows of a size; it stays for the life of the process.
  static func shared(size: Int, windows: Int) -> FourierPlan {
    made.withLock { plans in
      let kind = Kind(size: size, windows: windows)
      if let plan = plans[kind] { return plan }
      let plan = FourierPlan(size: size, windows: windows)
      plans[kind] = plan
      return plan
    }
  }

  private init(size: Int, windows: Int) {
    // Room for the bins, rounded up so that every spectrum is aligned for vector units.
    stride = size / 2 + 8
    // Only its alignment counts: that of what will be transformed, in all threads.
    let input = ij_thread_scratch()
    let output = input + size * windows
    var length = Int32(size)
    let plan = fftwf_plan_many_dft_r2c(
      1, &length, Int32(windows), input, nil, 1, length, Self.bins(output), nil, 1,
      Int32(stride), FFTW_ESTIMATE)
    guard let plan else {
      preconditionFailure("FFTW cannot plan a transform of \(size) samples")
    }
    self.plan = plan
  }

  /// Transforms the windows in one array to the spectra in another.
  func execute(_ input: UnsafeMutablePointer<Float>, _ output: UnsafeMutablePointer<Float>) {
    fftwf_execute_dft_r2c(plan, input, Self.bins(output))
  }

  private static func bins(
    _ output: UnsafeMutablePointer<Float>
  ) -> UnsafeMutablePointer<fftwf_complex> {
    // A complex number of FFTW is two floats.
    UnsafeMutableRawPointer(output).assumingMemoryBound(to: fftwf_complex.self)
  }
}
