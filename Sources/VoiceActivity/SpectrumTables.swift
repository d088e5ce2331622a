import CKernels
import Conversation

/// The window and the band weights of a rate: made once, and shared by all spectra of the process.
///
/// Thousands of calls on one core find them in the cache, where tables of their own would not fit.
final class SpectrumTables: Sendable {
  private static let narrow = SpectrumTables(.narrow)
  private static let wide = SpectrumTables(.wide)

  /// The samples of a window.
  let windowLength: Int
  /// The samples of a transform.
  let size: Int
  /// The first bin that a band takes.
  let firstBin: Int
  /// The bin after the last that a band takes.
  let lastBin: Int
  /// Hann's window; written only while it is made.
  nonisolated(unsafe) let window: UnsafeMutablePointer<Float>
  /// The weights of the bands for every bin; written only while they are made.
  nonisolated(unsafe) let weights: UnsafeMutablePointer<Float>

  /// The tables of a rate.
  static func shared(_ rate: EngineRate) -> SpectrumTables {
    rate == .narrow ? narrow : wide
  }

  private init(_ rate: EngineRate) {
    windowLength = rate.rawValue / 40
    size = rate == .narrow ? 256 : 512
    // 80 Hz, and 3900 or 7600 Hz, in bins of 31.25 Hz.
    firstBin = 2
    lastBin = rate == .narrow ? 126 : 245
    window = .allocate(capacity: windowLength)
    ij_hann_window(window, windowLength)
    var sum = 0.0
    for index in 0..<windowLength { sum += Double(window[index]) }
    weights = .allocate(capacity: (size / 2 + 1) * Spectrum.bands)
    ij_band_weights(weights, size, Double(rate.rawValue), sum)
  }

  deinit {
    window.deallocate()
    weights.deallocate()
  }
}
