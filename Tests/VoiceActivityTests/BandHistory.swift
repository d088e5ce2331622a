import CKernels

/// A kernel's history of bands, on the heap: as a value, a tuple of thousands to Swift, it takes the
/// compiler a minute.
final class BandHistory {
  let pointer = UnsafeMutablePointer<ij_band_history>.allocate(capacity: 1)

  init() { ij_band_history_reset(pointer) }

  deinit { pointer.deallocate() }

  /// What it holds, in the order of its fields.
  var values: [Float] {
    Array(
      UnsafeRawBufferPointer(start: pointer, count: MemoryLayout<ij_band_history>.size)
        .bindMemory(to: Float.self))
  }
}
