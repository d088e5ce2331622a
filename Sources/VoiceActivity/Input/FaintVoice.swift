/// Notices a second voice in a channel, far below the party's own: a colleague, a television.
///
/// Of every half second of speech the loudest tenth of a second counts, so that weak syllables do not.
/// A party's own voice rarely falls 18 dB below its usual level for so long.
struct FaintVoice {
  private static let blockLength = 10
  private static let blocks = 5
  /// The frames of speech that make a half second one of speech.
  private static let speech = 40
  /// The share of all half seconds of speech that is as loud as the party's own voice or louder.
  private static let loud = 5
  /// How far below it a faint voice is, in steps of 3 dB.
  private static let below = 6
  /// The half seconds of a faint voice from which on it is one, and their share.
  private static let enough = 12
  private static let share = 8

  /// The half seconds whose loudest part has so many bits less than full scale.
  private var counts = InlineArray<32, Int>(repeating: 0)
  private var total = 0
  private var frames = 0
  private var spoken = 0
  private var block: Float = 0
  private var loudest: Float = 0

  /// Whether there is one.
  private(set) var isHeard = false

  /// Takes a frame's mean square and the probability that somebody speaks in it.
  mutating func add(_ meanSquare: Float, probability: Double) {
    if probability >= 0.5 { spoken += 1 }
    block += meanSquare
    frames += 1
    guard frames % Self.blockLength == 0 else { return }
    loudest = max(loudest, block / Float(Self.blockLength))
    block = 0
    guard frames == Self.blockLength * Self.blocks else { return }
    if spoken >= Self.speech { book(loudest) }
    frames = 0
    spoken = 0
    loudest = 0
  }

  private mutating func book(_ power: Float) {
    let bits = power > 0 ? -Int(power.exponent) : counts.count
    counts[min(max(bits, 0), counts.count - 1)] += 1
    total += 1
    var louder = 0
    var own = 0
    while own < counts.count - 1, (louder + counts[own]) * Self.loud < total {
      louder += counts[own]
      own += 1
    }
    var faint = 0
    for bits in min(own + Self.below, counts.count)..<counts.count { faint += counts[bits] }
    isHeard = faint >= Self.enough && faint * Self.share >= total
  }
}
