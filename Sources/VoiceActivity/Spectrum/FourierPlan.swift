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

  /// The floats from the start of one row of a spectrum to the next.
  let stride: Int
  private let size: Int
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

  /// Makes a plan of another kind under the same lock, or drops one and returns nil.
  static func planning(_ body: () -> fftwf_plan?) -> fftwf_plan? {
    // As an address, since a pointer must not leave the lock.
    let address = made.withLock { _ in UInt(bitPattern: body()) }
    return OpaquePointer(bitPattern: address)
  }

  private init(size: Int, windows: Int) {
    // Aligned for vector units, and not so that all rows meet in the same places of the cache.
    stride = size + 16
    // Only its alignment counts: that of what will be transformed, in all threads.
    let input = ij_thread_scratch()
    let output = input + size * windows
    var bins = fftwf_iodim(n: Int32(size), is: 1, os: 1)
    var pairs = fftwf_iodim(n: Int32(windows / 2), is: Int32(2 * size), os: Int32(2 * stride))
    let plan = fftwf_plan_guru_split_dft(
      1, &bins, 1, &pairs, input, input + size, output, output + stride, FFTW_ESTIMATE)
    guard let plan else {
      preconditionFailure("FFTW cannot plan a transform of \(size) samples")
    }
    self.size = size
    self.plan = plan
  }

  /// Transforms the windows in one array to the spectra in another.
  func execute(_ input: UnsafeMutablePointer<Float>, _ output: UnsafeMutablePointer<Float>) {
    fftwf_execute_split_dft(plan, input, input + size, output, output + stride)
  }
}
