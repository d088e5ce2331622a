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
  /// Hann's window; written only while it is made.
  nonisolated(unsafe) let window: UnsafeMutablePointer<Float>
  /// The bins and the weights of the bands; written only while they are made.
  nonisolated(unsafe) let bands: UnsafeMutablePointer<ij_band_table>

  /// The tables of a rate.
  static func shared(_ rate: EngineRate) -> SpectrumTables {
    rate == .narrow ? narrow : wide
  }

  private init(_ rate: EngineRate) {
    windowLength = rate.rawValue / 40
    size = rate == .narrow ? 256 : 512
    window = .allocate(capacity: windowLength)
    ij_hann_window(window, windowLength)
    var sum = 0.0
    for index in 0..<windowLength { sum += Double(window[index]) }
    var weights = [Float](repeating: 0, count: (size / 2 + 1) * Spectrum.bands)
    ij_band_weights(&weights, size, Double(rate.rawValue), sum)
    bands = .allocate(capacity: 1)
    ij_band_table_fill(bands, weights, size)
  }
}
