import CKernels
import Conversation

/// The band powers and levels of both parties, a step of two frames at a time.
///
/// A frame's window is 25 ms long and ends with the frame; the mean is subtracted, the window is
/// Hann's. 24 mel bands reach from 80 to 3900 Hz at both rates, so that telephone and wide-band
/// audio look alike, and eight more to 7600 Hz at 16 kHz.
struct Spectrum: ~Copyable {
  static let bands = Int(IJ_DETECTOR_BANDS)
  static let windows = Int(IJ_STEP_WINDOWS)
  static let framesPerStep = Int(IJ_STEP_FRAMES)

  /// The samples of a frame.
  let frameLength: Int
  /// The samples that a step takes from each party.
  let stepLength: Int
  private let kernels: UnsafePointer<ij_kernels>
  private let tables: SpectrumTables
  private let history: PartyPair<UnsafeMutablePointer<Float>>
  private let transform: FourierTransform

  init(rate: EngineRate, kernels: UnsafePointer<ij_kernels>) {
    self.kernels = kernels
    frameLength = rate.frameLength
    stepLength = frameLength * Self.framesPerStep
    tables = .shared(rate)
    transform = FourierTransform(size: tables.size, windows: Self.windows)
    let held = tables.windowLength + frameLength
    history = PartyPair(agent: Self.zeros(held), customer: Self.zeros(held))
  }

  deinit {
    history.agent.deallocate()
    history.customer.deallocate()
  }

  private static func zeros(_ count: Int) -> UnsafeMutablePointer<Float> {
    let pointer = UnsafeMutablePointer<Float>.allocate(capacity: count)
    pointer.initialize(repeating: 0, count: count)
    return pointer
  }

  // In the scratch of the thread, valid from `analyze` until the thread's next one.
  /// The band powers of the newest step: party, then frame, then band.
  var powers: UnsafeMutablePointer<Float> { ij_thread_scratch() }
  /// log10 of the powers, in the same order.
  var levels: UnsafeMutablePointer<Float> { powers + Self.windows * Self.bands }
  private var windowed: UnsafeMutablePointer<Float> { levels + Self.windows * Self.bands }
  private var spectra: UnsafeMutablePointer<Float> { windowed + Self.windows * tables.size }
  private var binPowers: UnsafeMutablePointer<Float> { spectra + Self.windows * transform.stride }

  /// Where a party's next `stepLength` samples go.
  func samples(of party: Party) -> UnsafeMutablePointer<Float> {
    history[party] + (tables.windowLength - frameLength)
  }

  /// The bands of both parties' frames in the step, of the powers or the levels.
  func rows(
    of values: UnsafeMutablePointer<Float>, frame: Int
  ) -> PartyPair<UnsafePointer<Float>> {
    PartyPair(
      agent: UnsafePointer(values + frame * Self.bands),
      customer: UnsafePointer(values + (Self.framesPerStep + frame) * Self.bands))
  }

  /// The powers of the bins, but of the first, of a party's frame in the step: `windows` apart.
  func bins(of party: Party, frame: Int) -> UnsafePointer<Float> {
    UnsafePointer(binPowers + party.rawValue * Self.framesPerStep + frame)
  }

  /// The samples of a window.
  var windowLength: Int { tables.windowLength }

  /// Computes powers and levels of the step whose samples have been written.
  func analyze() {
    for party in Party.allCases {
      for frame in 0..<Self.framesPerStep {
        let row = party.rawValue * Self.framesPerStep + frame
        kernels.pointee.apply_window(
          history[party] + frame * frameLength, tables.window, tables.windowLength,
          windowed + row * tables.size, tables.size)
      }
    }
    transform.transform(windowed, to: spectra)
    kernels.pointee.bin_powers(spectra, transform.stride, tables.size, binPowers)
    kernels.pointee.band_powers(binPowers, tables.bands, powers)
    kernels.pointee.levels(powers, levels, Self.windows * Self.bands)
  }

  /// Begins to fetch the samples of the step under way.
  func prefetch() {
    let bytes = (tables.windowLength + frameLength) * MemoryLayout<Float>.stride
    for party in Party.allCases { ij_prefetch(history[party], bytes) }
  }

  /// Makes room for the samples of the next step.
  func advance() {
    let kept = tables.windowLength - frameLength
    for party in Party.allCases {
      history[party].update(from: history[party] + stepLength, count: kept)
    }
  }
}
