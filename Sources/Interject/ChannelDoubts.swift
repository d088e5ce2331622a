import Conversation

/// What makes one party's figures doubtful and can be told before the stream ends.
struct ChannelDoubts: OptionSet {
  static let bleed: Self = Self(rawValue: 1)
  static let noisy: Self = Self(rawValue: 2)

  /// Speech less than this above the background, in dB, makes every boundary doubtful: below it
  /// the best detectors miss a tenth of the speech on simulated calls.
  static let noisyBelow: Double = 8.0
  /// A leak of at least this level, in dB, is worth a word.
  static let leakAbove: Double = -35.0
  /// The talk from which the level of a party's speech is known.
  private static let enoughTalk = SampleTime(seconds: 5)

  let rawValue: Int

  init(rawValue: Int) {
    self.rawValue = rawValue
  }

  /// Judges a party's measures so far and the level in dB of the other's voice in its channel.
  init(_ measures: PartyMetrics, leak: Double?) {
    self = []
    if let leak, leak >= Self.leakAbove { insert(.bleed) }
    if measures.talk >= Self.enoughTalk, let ratio = measures.signalToNoise,
      ratio < Self.noisyBelow
    {
      insert(.noisy)
    }
  }

  /// Whether a warning of this code is due.
  func warns(of code: WarningCode) -> Bool {
    switch code {
    case .bleed: contains(.bleed)
    case .noisy: contains(.noisy)
    default: false
    }
  }
}
