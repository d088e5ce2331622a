/// How loud a channel is now and was of late: what tells a leak from its party's own voice.
struct ChannelLoudness {
  /// What is kept of the loudest a frame later: a tenth is left after half a second.
  private static let peakKept: Float = 0.955
  private static let floorRise: Float = 1.002
  /// A floor of nothing could not rise.
  private static let leastFloor: Float = 1e-9
  /// Speech is 10 dB above the background.
  private static let aboveFloor: Float = 10

  /// The power of the newest frame.
  private(set) var now: Float = 0
  /// The power of the loudest recent frames, as far as they are the party's own.
  private(set) var loudest: Float = 0
  /// The same over the longest delay of a leak.
  private(set) var peak = RecentPeak()
  /// The background: the least power, let rise by 9 dB in 10 s.
  private var floor = Float.infinity

  /// Takes the power of the next frame and the share of the one before that was the party's own.
  mutating func add(_ power: Float, own: Float) {
    now = power
    // What leaks into a channel does not make its party a source of leaks.
    loudest = max(power * own, loudest * Self.peakKept)
    peak.add(power * own)
    floor = max(min(power, floor * Self.floorRise), Self.leastFloor)
  }

  /// Whether the newest frame is well above the background.
  var isAboveFloor: Bool { now > floor * Self.aboveFloor }

  /// Whether somebody has spoken of late.
  var isTalk: Bool { loudest > floor * Self.aboveFloor }
}
