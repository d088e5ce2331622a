import CFFTW
import Synchronization

/// Real transforms of several windows at once, by FFTW.
///
/// Plans are made with `FFTW_ESTIMATE`, which measures nothing: the same machine gives the same
/// numbers bit for bit. Planning is not thread-safe in FFTW and happens under one lock.
struct FourierTransform: ~Copyable, Transform {
  private static let planning = Mutex(())

  let input: UnsafeMutablePointer<Float>
  let output: UnsafeMutablePointer<Float>
  let stride: Int
  private let plan: fftwf_plan?

  init(size: Int, windows: Int) {
    // Room for the bins, rounded up so that every spectrum is aligned for vector units.
    stride = size / 2 + 8
    let samples = size * windows
    let values = 2 * stride * windows
    let input = fftwf_alloc_real(samples)
    let output = fftwf_alloc_real(values)
    guard let input, let output else {
      preconditionFailure("out of memory for a transform of \(size) samples")
    }
    input.initialize(repeating: 0, count: samples)
    output.initialize(repeating: 0, count: values)
    self.input = input
    self.output = output
    let distance = Int32(stride)
    // The pointers stay with this value; the lock only keeps planners apart.
    nonisolated(unsafe) let from = input
    nonisolated(unsafe) let to = output
    nonisolated(unsafe) var made: fftwf_plan?
    Self.planning.withLock { _ in
      made = to.withMemoryRebound(to: fftwf_complex.self, capacity: values / 2) { bins in
        var length = Int32(size)
        return fftwf_plan_many_dft_r2c(
          1, &length, Int32(windows), from, nil, 1, length, bins, nil, 1, distance, FFTW_ESTIMATE)
      }
    }
    plan = made
    precondition(plan != nil, "FFTW cannot plan a transform of \(size) samples")
  }

  deinit {
    nonisolated(unsafe) let ended = plan
    Self.planning.withLock { _ in fftwf_destroy_plan(ended) }
    fftwf_free(input)
    fftwf_free(output)
  }

  func transform() {
    fftwf_execute(plan)
  }
}
