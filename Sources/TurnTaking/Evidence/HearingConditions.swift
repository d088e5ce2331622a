public import Conversation

/// How well the parties are heard: what makes a decision less certain than its odds.
public struct HearingConditions: Equatable, Sendable {
  /// Each party's speech above its background in dB; nil before both are known.
  public var signalToNoise: PartyPair<Double?>
  /// The level in dB of the other's voice in each party's channel; nil where none is certain.
  public var leaks: PartyPair<Double?>

  /// Creates conditions; nothing speaks against them by default.
  public init(
    signalToNoise: PartyPair<Double?> = PartyPair(repeating: nil),
    leaks: PartyPair<Double?> = PartyPair(repeating: nil)
  ) {
    self.signalToNoise = signalToNoise
    self.leaks = leaks
  }

  /// The noise of the worse channel: 0 from 15 dB up, 1 for each 10 dB less.
  var noise: Float {
    Self.steps { party in signalToNoise[party].map { 15 - $0 } }
  }

  /// The leak into the worse channel: 0 up to -15 dB, 1 for each 10 dB more.
  var leak: Float {
    Self.steps { party in leaks[party].map { $0 + 15 } }
  }

  /// The greater excess in tens of decibels, from 0 to 2.
  private static func steps(_ excess: (Party) -> Double?) -> Float {
    let worst = max(excess(.agent) ?? 0, excess(.customer) ?? 0)
    return Float(min(max(worst / 10, 0), 2))
  }
}
