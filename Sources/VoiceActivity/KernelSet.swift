import CKernels

/// The vector kernels that the detector runs on.
public struct KernelSet: @unchecked Sendable {
  /// The kernels; constant for the life of the process, so that all calls find the same in the cache.
  let kernels: UnsafePointer<ij_kernels>

  /// The fastest kernels that this processor runs.
  public static var best: KernelSet { KernelSet(kernels: ij_kernels_best()) }

  /// The kernels with a name: portable, avx2, avx512 or avx512vnni; nil where this processor cannot run them.
  public static func named(_ name: String) -> KernelSet? {
    ij_kernels_named(name).map { KernelSet(kernels: $0) }
  }

  /// The name of the set.
  public var name: String { String(cString: kernels.pointee.name) }
}
