import CKernels

/// A kernel's history of bands.
final class BandHistory {
  let pointer: OpaquePointer = ij_band_history_new()

  deinit { ij_band_history_free(pointer) }

  /// The frames so far.
  var frames: Int { Int(ij_band_history_frames(pointer)) }

  /// What it holds, in the order of its fields.
  var values: [Float] {
    let bands = Int(IJ_DETECTOR_BANDS)
    let count = 2 * bands + Int(IJ_HISTORY_FRAMES) * (Int(IJ_LEAK_BANDS) + bands)
    return Array(UnsafeBufferPointer(start: ij_band_history_numbers(pointer), count: count))
  }
}
