package import Conversation

/// Something about a set-up that its user should know.
package enum SetupFinding: Equatable, Sendable {
  /// A side carries nothing at all, not even noise.
  case noSignal(Party)
  /// A side carries hiss and no more.
  case nothingHeard(Party)
  /// A side carries sound, but no speech.
  case noSpeech(Party)
  /// The device of a side was not heard for most of the time.
  case away(Party)
  /// Something plays into outputs that are not heard.
  case otherOutputs([SetupDevice], isCustomerHeard: Bool)
  /// Both sides carry the same.
  case sameSource
  /// What the agent said came from the customer's side, and what was played from the agent's.
  case swapped
  /// The other party's voice is in a side, at a level in dB below where it comes from.
  case leak(into: Party, level: Double)
  /// A side's speech is quiet: its level in dBFS.
  case quiet(Party, level: Double)
  /// A side's noise is close to its speech: the distance in dB.
  case noisy(Party, distance: Double)
  /// A side is distorted.
  case overdriven(Party)

  /// From here on the levels make figures doubtful; sources at `QualityLimits`.
  static let heavyLeak = -10.0
  static let lightLeak = -35.0
  static let tooQuiet = -55.0
  static let quiet = -45.0
  static let tooNoisy = 8.0
  static let noisy = 14.0

  /// Whether calls heard so would have wrong or doubtful figures; else it is only worth knowing.
  package var isFault: Bool {
    switch self {
    case .noSignal, .nothingHeard, .away, .sameSource, .swapped: true
    // Music is sound, and shows that the output is the right one.
    case .noSpeech(let party): party == .agent
    case .otherOutputs(_, let isCustomerHeard): !isCustomerHeard
    case .leak(_, let level): level >= Self.heavyLeak
    case .quiet(_, let level): level < Self.tooQuiet
    case .noisy(_, let distance): distance < Self.tooNoisy
    case .overdriven: false
    }
  }

  /// Its name for programs.
  package var code: String {
    switch self {
    case .noSignal: "no_signal"
    case .nothingHeard: "nothing_heard"
    case .noSpeech: "no_speech"
    case .away: "device_lost"
    case .otherOutputs: "other_output_plays"
    case .sameSource: "identical_channels"
    case .swapped: "swapped_channels"
    case .leak: "bleed"
    case .quiet: "low_level"
    case .noisy: "noisy"
    case .overdriven: "clipping"
    }
  }

  /// The party whose side it is about; nil for both.
  package var party: Party? {
    switch self {
    case .noSignal(let party), .nothingHeard(let party), .noSpeech(let party), .away(let party),
      .leak(let party, _), .quiet(let party, _), .noisy(let party, _), .overdriven(let party):
      party
    case .otherOutputs: .customer
    case .sameSource, .swapped: nil
    }
  }
}
