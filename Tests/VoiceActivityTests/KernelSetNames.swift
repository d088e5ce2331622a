@testable import VoiceActivity

/// The kernel sets that this processor runs.
enum KernelSetNames {
  static let all = ["portable", "avx2", "avx512", "avx512vnni"]
  static let available = all.filter { KernelSet.named($0) != nil }
}
