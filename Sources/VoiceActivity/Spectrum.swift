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
  /// The band powers of the newest step: party, then frame, then band.
  let powers: UnsafeMutablePointer<Float>
  /// log10 of the powers, in the same order.
  let levels: UnsafeMutablePointer<Float>
  private let kernels: ij_kernels
  private let windowLength: Int
  private let size: Int
  private let firstBin: Int
  private let lastBin: Int
  private let window: UnsafeMutablePointer<Float>
  private let weights: UnsafeMutablePointer<Float>
  private let history: PartyPair<UnsafeMutablePointer<Float>>
  private let transform: FourierTransform

  init(rate: EngineRate, kernels: ij_kernels) {
    self.kernels = kernels
    frameLength = rate.frameLength
    stepLength = frameLength * Self.framesPerStep
    windowLength = rate.rawValue / 40
    size = rate == .narrow ? 256 : 512
    // 80 Hz, and 3900 or 7600 Hz, in bins of 31.25 Hz.
    firstBin = 2
    lastBin = rate == .narrow ? 126 : 245
    transform = FourierTransform(size: size, windows: Self.windows)
    let bins = size / 2 + 1
    window = .allocate(capacity: windowLength)
    ij_hann_window(window, windowLength)
    var windowSum = 0.0
    for index in 0..<windowLength { windowSum += Double(window[index]) }
    weights = .allocate(capacity: bins * Self.bands)
    ij_band_weights(weights, size, Double(rate.rawValue), windowSum)
    powers = Self.zeros(Self.windows * Self.bands)
    levels = Self.zeros(Self.windows * Self.bands)
    let held = windowLength + frameLength
    history = PartyPair(agent: Self.zeros(held), customer: Self.zeros(held))
  }

  deinit {
    window.deallocate()
    weights.deallocate()
    powers.deallocate()
    levels.deallocate()
    history.agent.deallocate()
    history.customer.deallocate()
  }

  private static func zeros(_ count: Int) -> UnsafeMutablePointer<Float> {
    let pointer = UnsafeMutablePointer<Float>.allocate(capacity: count)
    pointer.initialize(repeating: 0, count: count)
    return pointer
  }

  /// Where a party's next `stepLength` samples go.
  func samples(of party: Party) -> UnsafeMutablePointer<Float> {
    history[party] + (windowLength - frameLength)
  }

  /// The mean square of a party's samples in one of the frames of the step.
  func meanSquare(of party: Party, frame: Int) -> Float {
    let samples = samples(of: party) + frame * frameLength
    return kernels.product(samples, samples, frameLength) / Float(frameLength)
  }

  /// The bands of both parties' frames in the step, of the powers or the levels.
  func rows(
    of values: UnsafeMutablePointer<Float>, frame: Int
  ) -> PartyPair<UnsafePointer<Float>> {
    PartyPair(
      agent: UnsafePointer(values + frame * Self.bands),
      customer: UnsafePointer(values + (Self.framesPerStep + frame) * Self.bands))
  }

  /// Computes powers and levels of the step whose samples have been written.
  func analyze() {
    for party in Party.allCases {
      for frame in 0..<Self.framesPerStep {
        let row = party.rawValue * Self.framesPerStep + frame
        kernels.apply_window(
          history[party] + frame * frameLength, window, windowLength,
          transform.input + row * size)
      }
    }
    transform.transform()
    kernels.band_powers(
      transform.output, transform.stride, firstBin, lastBin, weights, powers)
    kernels.levels(powers, levels, Self.windows * Self.bands)
  }

  /// Makes room for the samples of the next step.
  func advance() {
    let kept = windowLength - frameLength
    for party in Party.allCases {
      history[party].update(from: history[party] + stepLength, count: kept)
    }
  }
}
