import Glibc
import VoiceActivity

extension KernelSet {
  /// The kernels named by `INTERJECT_KERNELS` (portable, avx2, avx512 or avx512vnni), or the
  /// fastest.
  static func chosen() throws(CommandFailure) -> KernelSet {
    guard let name = getenv("INTERJECT_KERNELS").map({ String(cString: $0) }), !name.isEmpty else {
      return .best
    }
    guard let set = KernelSet.named(name) else {
      throw CommandFailure(
        exitCode: 64,
        message: "INTERJECT_KERNELS=\(name): this processor has no such kernels; use portable, "
          + "avx2, avx512 or avx512vnni")
    }
    return set
  }
}
