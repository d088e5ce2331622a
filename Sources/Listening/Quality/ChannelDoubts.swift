import Conversation

/// What makes one party's figures doubtful and is known before the stream ends.
struct ChannelDoubts: OptionSet {
  static let bleed: Self = Self(rawValue: 1)
  static let noisy: Self = Self(rawValue: 2)
  /// A leak so strong that it hides speech; never without `bleed`.
  static let heavyBleed: Self = Self(rawValue: 4)
  /// A second, faint voice.
  static let backgroundVoice: Self = Self(rawValue: 8)

  /// The talk from which the level of a party's speech is known.
  private static let enoughTalk = SampleTime(seconds: 5)

  let rawValue: Int

  init(rawValue: Int) {
    self.rawValue = rawValue
  }

  /// Judges a party's measures so far, the level in dB of the other's voice in its channel, and
  /// whether there is another one.
  init(_ measures: PartyMetrics, leak: Double?, hasFaintVoice: Bool = false) {
    self = []
    if hasFaintVoice { insert(.backgroundVoice) }
    if QualityLimits.isLeak(leak) { insert(.bleed) }
    if QualityLimits.isHeavyLeak(leak) { insert(.heavyBleed) }
    if measures.talk >= Self.enoughTalk, QualityLimits.isNoisy(measures) { insert(.noisy) }
  }

  /// Whether a warning of this code is due.
  func warns(of code: WarningCode) -> Bool {
    switch code {
    case .bleed: contains(.bleed)
    case .noisy: contains(.noisy)
    case .backgroundVoice: contains(.backgroundVoice)
    default: false
    }
  }
}
