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
  static let firstBin = Int(IJ_NOTE_FIRST_BIN)
  static let bins = Int(IJ_NOTE_BINS)

  private(set) var sound = LineSound.other

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
  private let history: UnsafeMutablePointer<ij_note_history>
  private var shapeSteps = 0
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
    history = .allocate(capacity: 1)
    ij_note_reset(history)
  }

  deinit { history.deallocate() }

  /// Takes a step: the powers of a spectrum's bins, `Spectrum.windows` apart, the mean square of its
  /// samples, and what the network thinks of it.
  mutating func add(
    bins spectrum: UnsafePointer<Float>, meanSquare: Float, speechProbability: Double
  ) {
    let isLoud = meanSquare > Self.loudFrom
    speech += (speechProbability - speech) / Self.memory
    loudness += ((isLoud ? 1 : 0) - loudness) / Self.memory
    if isLoud { shapeSteps = min(shapeSteps + 1, Self.longMemory) }
    // What stays is learned from sound, and only of sound is looked for a pitch.
    let weight = isLoud ? 1 / Float(shapeSteps + 1) : 0
    let found = kernels.pointee.notes_add(history, spectrum, scale, weight)
    if isLoud {
      steadiness += (Double(found.alike) - steadiness) / Self.memory
      concentration += (Double(found.share) - concentration) / Self.toneMemory
    }
    melody.add(
      pitch: found.pitch, share: Double(found.share),
      isLoud: isLoud && speech < Self.speechToBegin)
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
}
