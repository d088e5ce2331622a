import CKernels

/// Notices a leak that is known and still not taken away, as one that comes before its source.
///
/// Frames as loud as the leak is expected, while the far side is the louder one, are hardly ever a
/// party's own voice by chance: where many of them stay above what the leak explains, it explains too
/// little.
struct LeakRest {
  /// The ratio of powers within which a frame is as loud as its leak: 6 dB.
  private static let near: Float = 4
  /// How far a leak is above the background, in decades, that counts.
  private static let audible: Float = 0.3
  /// The frames after which something is said, and those that are remembered: 2 and 20 s.
  private static let enough: Float = 200
  private static let memory: Float = 2000
  private static let most: Float = 0.35

  private var frames: Float = 0
  private var left: Float = 0

  /// Whether the leak is left in the channel.
  var isLeft: Bool { frames >= Self.enough && left > Self.most * frames }

  /// Takes a frame of `power` in which the far side is the louder one, and the share of it that counts
  /// as the party's own.
  mutating func add(_ fit: ij_leak_fit, power: Float, own: Double) {
    guard fit.audible >= Self.audible, power < Self.near * fit.leaked,
      fit.leaked < Self.near * power
    else { return }
    if frames >= Self.memory {
      frames /= 2
      left /= 2
    }
    frames += 1
    if own >= 0.5 { left += 1 }
  }
}
