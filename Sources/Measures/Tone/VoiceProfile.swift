import Conversation

/// One party's voice: all of it, its first minute, and the newest stretch compared with that.
struct VoiceProfile {
  /// A marked change: the figures of the first minute and of now, and the frame from which it is.
  typealias Change = (measure: ToneMeasure, from: Double, to: Double, start: Int)

  /// The length of the first minute, and the speech that it must hold; it goes on until it does.
  private static let minute = 6000
  private static let leastSpeech = 1500
  /// The speech that is compared at a time.
  private static let stretch = 800
  /// The longest pause inside speech (Heldner & Edlund 2010).
  private static let bridge = 18
  /// Syllables become certain up to this long after their middle.
  private static let syllableDelay = 15

  private let settings: ToneSettings
  /// The whole stream's sums.
  private(set) var all = VoiceTally()
  private var first = VoiceTally()
  private var newest = VoiceTally()
  private var begun: Int?
  private var stretchStart = 0
  private var silent = VoiceProfile.bridge + 1
  /// The direction of the last change that was told, by measure.
  private var told = InlineArray<3, Int>(repeating: 0)
  private(set) var firstMinute: FirstMinute?

  init(settings: ToneSettings) {
    self.settings = settings
  }

  /// Begins the first minute anew and keeps the memory; the sums of the whole go on.
  mutating func beginAnew() {
    first.removeAll()
    newest.removeAll()
    begun = nil
    stretchStart = 0
    silent = Self.bridge + 1
    told = InlineArray(repeating: 0)
    firstMinute = nil
  }

  /// Takes the next frame of the party; `isAlone` where it is speech and the other does not speak.
  mutating func advance(
    _ frame: Int, _ voice: VoiceFrame, isAlone: Bool, emit: (Change) -> Void
  ) {
    if voice.isSyllable, silent <= Self.syllableDelay || isAlone {
      all.addSyllable()
      if firstMinute == nil { first.addSyllable() } else { newest.addSyllable() }
    }
    guard isAlone else {
      silent += 1
      return
    }
    let pause = silent <= Self.bridge ? silent : 0
    silent = 0
    begun = begun ?? frame
    all.add(pause: pause)
    all.add(voice)
    if firstMinute == nil {
      first.add(pause: pause)
      first.add(voice)
      closeFirstMinute(at: frame)
      return
    }
    if newest.frames == 0 { stretchStart = frame }
    newest.add(pause: pause)
    newest.add(voice)
    guard newest.frames >= Self.stretch else { return }
    compare(newest.figures, emit: emit)
    newest.removeAll()
  }

  private mutating func closeFirstMinute(at frame: Int) {
    guard let begun, frame - begun >= Self.minute, first.frames >= Self.leastSpeech else { return }
    firstMinute = FirstMinute(start: SampleTime(frames: begun), figures: first.figures)
  }

  private mutating func compare(_ now: VoiceFigures, emit: (Change) -> Void) {
    guard let firstMinute = firstMinute?.figures else { return }
    compare(.pitch, at: 0, from: firstMinute, to: now, emit: emit)
    compare(.loudness, at: 1, from: firstMinute, to: now, emit: emit)
    compare(.rate, at: 2, from: firstMinute, to: now, emit: emit)
  }

  private mutating func compare(
    _ measure: ToneMeasure, at place: Int, from first: VoiceFigures, to now: VoiceFigures,
    emit: (Change) -> Void
  ) {
    guard let old = first[measure], let new = now[measure] else { return }
    let change = change(of: measure, from: old, to: new)
    let direction = change > 0 ? 1 : -1
    if abs(change) >= 1, told[place] != direction {
      told[place] = direction
      emit((measure, old, new, stretchStart))
    } else if abs(change) < 0.5 {
      told[place] = 0
    }
  }

  /// A change as a multiple of the one that is marked.
  private func change(of measure: ToneMeasure, from old: Double, to new: Double) -> Double {
    switch measure {
    case .pitch: 12 * Logarithm.base2(new / old) / settings.pitch
    case .loudness: (new - old) / settings.loudness
    case .rate: old > 0 ? (new / old - 1) / settings.rate : 0
    }
  }
}
