/// The groups of figures that a report leaves out because the input forbids them.
public struct Withheld: OptionSet, Hashable, Sendable {
  /// The set as bits.
  public let rawValue: Int

  /// Creates a set from its bits.
  public init(rawValue: Int) {
    self.rawValue = rawValue
  }

  /// The parties' shares of talk.
  public static let share: Withheld = Withheld(rawValue: 1)
  /// The time that both spoke.
  public static let overlap: Withheld = Withheld(rawValue: 2)
  /// Interruptions, backchannels and premature answers.
  public static let interruptions: Withheld = Withheld(rawValue: 4)
  /// Who speaks when, and all that follows from it: talk, turns, silence, levels and voices.
  public static let speech: Withheld = Withheld(rawValue: 8)
}
