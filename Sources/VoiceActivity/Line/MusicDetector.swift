import CKernels

/// Tells music and tones from speech and noise on one channel, from its spectrum.
///
/// Notes are held and change. So the fine structure of a spectrum, its levels less their smooth
/// course over the frequencies and less what stays for seconds, is much the same 100 ms later: the
/// correlation of the two is 0.25 to 0.7 in music, near 0 in noise of whatever colour, and in speech,
/// whose pitch glides, below 0.1 as a rule where the network doubts that it is speech. Measured on
/// five pieces of hold music and on simulated calls. Bare notes look like tones of the network, and
/// are distinguished from them by their pitches. Allocates nothing after it has been made.
struct MusicDetector: ~Copyable {
  /// The bins of 31.25 Hz that are looked at: 125 to 3600 Hz, on the telephone and off it.
  static let firstBin = 4
  static let bins = 112

  private(set) var sound = LineSound.other

  /// The steps of 20 ms between the spectra that are compared.
  private static let lag = 5
  /// The bins on each side over which the smooth course is taken.
  private static let smoothing = 4
  /// The steps over which everything is averaged: a second.
  private static let memory = 50.0
  /// The steps over which the power close to the strongest bin is averaged.
  private static let toneMemory = 10.0
  /// The steps that music must have lasted: a ringing tone is known as one by then.
  private static let begins = 50
  /// The level, as a mean square, from which a step counts as sound: -60 dBFS.
  private static let loudFrom: Float = 1e-6
  private static let musicFrom = 0.13
  private static let musicDownTo = 0.065
  /// The steps over which what stays is averaged: six seconds.
  private static let longMemory = 300
  /// The share of the power close to the strongest bin, above which music is a tone.
  private static let toneFrom = 0.985
  /// The most that the network may think of speech for music to begin, and to go on.
  private static let speechToBegin = 0.3
  private static let speechToEnd = 0.6
  /// The steps of rest that are a part of the music.
  private static let rest = 200

  private let kernels: UnsafePointer<ij_kernels>
  /// The factor from the power of a bin to that of a tone, so that full scale is about one.
  private let scale: Float
  private let powers: UnsafeMutablePointer<Float>
  private let levels: UnsafeMutablePointer<Float>
  private let fine: UnsafeMutablePointer<Float>
  /// The fine structure of the last steps, one after another.
  private let past: UnsafeMutablePointer<Float>
  /// The fine structure that stays, as that of a coloured noise.
  private let lastingShape: UnsafeMutablePointer<Float>
  private var shapeSteps = 0
  private var step = 0
  private var loudness = 0.0
  private var steadiness = 0.0
  private var concentration = 0.0
  private var melody = MelodyFinder()
  private var speech = 0.0
  /// The steps of what may become music.
  private var lasting = 0
  /// The steps of what may be its end.
  private var resting = 0

  init(kernels: UnsafePointer<ij_kernels>, windowLength: Int) {
    self.kernels = kernels
    // The sum of Hann's window is half its length.
    let sum = Float(windowLength) / 2
    scale = 4 / (sum * sum)
    powers = .allocate(capacity: Self.bins)
    powers.initialize(repeating: 0, count: Self.bins)
    levels = .allocate(capacity: Self.bins)
    levels.initialize(repeating: 0, count: Self.bins)
    fine = .allocate(capacity: Self.bins)
    fine.initialize(repeating: 0, count: Self.bins)
    lastingShape = .allocate(capacity: Self.bins)
    lastingShape.initialize(repeating: 0, count: Self.bins)
    past = .allocate(capacity: Self.bins * Self.lag)
    past.initialize(repeating: 0, count: Self.bins * Self.lag)
  }

  deinit {
    powers.deallocate()
    levels.deallocate()
    fine.deallocate()
    past.deallocate()
    lastingShape.deallocate()
  }

  /// Takes a step: the powers of a spectrum's bins, `Spectrum.windows` apart, the mean square of its
  /// samples, and what the network thinks of it.
  mutating func add(
    bins spectrum: UnsafePointer<Float>, meanSquare: Float, speechProbability: Double
  ) {
    let isLoud = meanSquare > Self.loudFrom
    speech += (speechProbability - speech) / Self.memory
    loudness += ((isLoud ? 1 : 0) - loudness) / Self.memory
    let alike = compare(spectrum, isLoud: isLoud)
    let strongest = isLoud ? strongestTone : (pitch: 0, share: 0)
    if isLoud {
      steadiness += (alike - steadiness) / Self.memory
      concentration += (strongest.share - concentration) / Self.toneMemory
    }
    melody.add(
      pitch: strongest.pitch, share: strongest.share,
      isLoud: isLoud && speech < Self.speechToBegin)
    step += 1
    decide()
  }

  /// A stretch that is not heard ends what was heard before it.
  mutating func forget() {
    (loudness, steadiness, concentration, speech) = (0, 0, 0, 0)
    lasting = 0
    melody.forget()
    sound = .other
  }

  private mutating func decide() {
    switch sound {
    case .music, .rest:
      let goesOn =
        (steadiness > Self.musicDownTo || melody.isMelody) && loudness > 0.4
        && speech < Self.speechToBegin
      resting = goesOn ? 0 : resting + 1
      let isOver = resting > Self.rest || speech > Self.speechToEnd
      sound = isOver ? .other : resting > 0 ? .rest : .music
      if isOver { melody.forget() }
    case .other, .tone, .notes:
      guard !melody.isMelody || speech >= Self.speechToBegin else {
        sound = .music
        (lasting, resting) = (0, 0)
        return
      }
      let isTone = concentration > Self.toneFrom && speech < Self.speechToBegin
      let isMusic =
        loudness > 0.75 && steadiness > Self.musicFrom && speech < Self.speechToBegin
      lasting = isMusic && !isTone ? lasting + 1 : 0
      resting = 0
      sound = lasting > Self.begins ? .music : isTone ? .tone : .other
      if sound != .music, melody.mayBecomeOne { sound = .notes }
      if sound == .music { lasting = 0 }
    }
  }

  /// The correlation of the fine structure with that of some steps before.
  private mutating func compare(_ spectrum: UnsafePointer<Float>, isLoud: Bool) -> Double {
    for bin in 0..<Self.bins {
      powers[bin] = scale * spectrum[(bin + Self.firstBin) * Spectrum.windows]
    }
    kernels.pointee.levels(powers, levels, Self.bins)
    subtractSmoothCourse()
    subtractLastingShape(learns: isLoud)
    let before = past + step % Self.lag * Self.bins
    let norm = max(kernels.pointee.product(fine, fine, Self.bins), 1e-12).squareRoot()
    let alike = kernels.pointee.product(fine, before, Self.bins) / norm
    for bin in 0..<Self.bins { before[bin] = fine[bin] / norm }
    return Double(alike)
  }

  private func subtractSmoothCourse() {
    let width = Self.smoothing
    var sum: Float = 0
    for bin in 0..<width { sum += levels[bin] }
    // At both ends there are fewer bins to smooth over.
    for bin in 0...width {
      sum += levels[bin + width]
      fine[bin] = levels[bin] - sum / Float(bin + width + 1)
    }
    let whole = Float(2 * width + 1)
    for bin in width + 1..<Self.bins - width {
      sum += levels[bin + width]
      sum -= levels[bin - width - 1]
      fine[bin] = levels[bin] - sum / whole
    }
    for bin in Self.bins - width..<Self.bins {
      sum -= levels[bin - width - 1]
      fine[bin] = levels[bin] - sum / Float(Self.bins - bin + width)
    }
  }

  private mutating func subtractLastingShape(learns: Bool) {
    if learns { shapeSteps = min(shapeSteps + 1, Self.longMemory) }
    let weight = learns ? 1 / Float(shapeSteps + 1) : 0
    for bin in 0..<Self.bins {
      let difference = fine[bin] - lastingShape[bin]
      // Not `+=`: with the thread sanitizer Swift 6.3.1 cannot compile that here.
      lastingShape[bin] = lastingShape[bin] + weight * difference
      fine[bin] = difference
    }
  }

  /// The strongest pitch, in bins, and the share of the power that lies within 160 Hz of it.
  private var strongestTone: (pitch: Float, share: Double) {
    var peak = 0
    var all: Float = 0
    for bin in 0..<Self.bins {
      all += powers[bin]
      if powers[bin] > powers[peak] { peak = bin }
    }
    guard all > 0 else { return (0, 0) }
    var near: Float = 0
    for bin in max(0, peak - 5)...min(Self.bins - 1, peak + 5) { near += powers[bin] }
    return (Float(Self.firstBin + peak) + offset(from: peak), Double(near / all))
  }

  /// How far the top of the parabola through a peak and its neighbours lies from its bin.
  private func offset(from peak: Int) -> Float {
    guard peak > 0, peak < Self.bins - 1 else { return 0 }
    let (left, right) = (levels[peak - 1], levels[peak + 1])
    let curve = left - 2 * levels[peak] + right
    return curve < 0 ? (left - right) / (2 * curve) : 0
  }
}
