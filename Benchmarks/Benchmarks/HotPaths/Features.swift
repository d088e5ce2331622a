import CKernels
import Conversation

/// Band powers and levels of the four spectra of a step, without the transform that makes spectra.
struct Features: ~Copyable {
  private static let windows = Int(IJ_STEP_WINDOWS)
  private static let bands = Int(IJ_DETECTOR_BANDS)

  private let kernels = ij_kernels_best().pointee
  private let size: Int
  private let spectra: UnsafeMutablePointer<Float>
  private let bins: UnsafeMutablePointer<Float>
  private let table: UnsafeMutablePointer<ij_band_table>
  private let powers: UnsafeMutablePointer<Float>
  private let levels: UnsafeMutablePointer<Float>

  init(rate: EngineRate) {
    size = rate == .narrow ? 256 : 512
    spectra = Self.floats(size * Self.windows)
    for index in 0..<size * Self.windows { spectra[index] = Float(index % 7) }
    bins = Self.floats(size * Self.windows)
    var weights = [Float](repeating: 0, count: (size / 2 + 1) * Self.bands)
    ij_band_weights(&weights, size, Double(rate.rawValue), Double(rate.rawValue / 80))
    table = .allocate(capacity: 1)
    ij_band_table_fill(table, weights, size)
    powers = Self.floats(Self.windows * Self.bands)
    levels = Self.floats(Self.windows * Self.bands)
  }

  deinit {
    for pointer in [spectra, bins, powers, levels] { pointer.deallocate() }
    table.deallocate()
  }

  /// The level of the first band, so that nothing is left out as unused.
  var newest: Float { levels[0] }

  /// Computes what the network hears of a step.
  mutating func step() {
    kernels.bin_powers(spectra, size, size, bins)
    kernels.band_powers(bins, table, powers)
    kernels.levels(powers, levels, Self.windows * Self.bands)
  }

  private static func floats(_ count: Int) -> UnsafeMutablePointer<Float> {
    let pointer = UnsafeMutablePointer<Float>.allocate(capacity: count)
    pointer.initialize(repeating: 0, count: count)
    return pointer
  }
}
