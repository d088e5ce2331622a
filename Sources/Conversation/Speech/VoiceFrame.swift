/// What a frame of one party's audio sounds like.
public struct VoiceFrame: Equatable, Sendable {
  /// The mean square of the samples, without a constant offset.
  public var power: Float
  /// The pitch in Hz; zero where none was found or measured.
  public var pitch: Float
  /// Whether the middle of a syllable has become certain with this frame.
  public var isSyllable: Bool

  /// Creates a description; of silence by default.
  public init(power: Float = 0, pitch: Float = 0, isSyllable: Bool = false) {
    self.power = power
    self.pitch = pitch
    self.isSyllable = isSyllable
  }
}
