/// The power of one party's speech and of its background, as sums over frames.
public struct PowerSums: Equatable, Sendable {
  private var speech = 0.0
  private var speechFrames = 0
  private var background = 0.0
  private var backgroundFrames = 0

  /// Creates sums of no frames.
  public init() {}

  mutating func add(_ meanSquare: Float, probability: Double) {
    // Frames of doubtful probability are neither.
    if probability >= 0.8 {
      speech += Double(meanSquare)
      speechFrames += 1
    } else if probability <= 0.1 {
      background += Double(meanSquare)
      backgroundFrames += 1
    }
  }

  /// Adds the sums of other frames.
  public mutating func add(_ other: PowerSums) {
    speech += other.speech
    speechFrames += other.speechFrames
    background += other.background
    backgroundFrames += other.backgroundFrames
  }

  /// The sums of the frames since an earlier moment; nil where counting has begun anew since then.
  public func since(_ earlier: PowerSums) -> PowerSums? {
    guard speechFrames >= earlier.speechFrames, backgroundFrames >= earlier.backgroundFrames else {
      return nil
    }
    var rest = self
    rest.speech -= earlier.speech
    rest.speechFrames -= earlier.speechFrames
    rest.background -= earlier.background
    rest.backgroundFrames -= earlier.backgroundFrames
    return rest
  }

  /// The mean square of the speech, its background included; nil before a second of speech.
  public var speechPower: Double? {
    speechFrames >= 100 ? speech / Double(speechFrames) : nil
  }

  /// The mean square of the background; nil before a second of it.
  public var backgroundPower: Double? {
    backgroundFrames >= 100 ? background / Double(backgroundFrames) : nil
  }

  /// Whether the speech is less than 25 dB above its background, as far as both are known.
  public var isNoisy: Bool {
    guard let speechPower, let backgroundPower else { return false }
    return speechPower < 316 * backgroundPower
  }
}
