/// Whether the figures of finished calls are kept, and for how long.
public struct HistoryPreference: Equatable, Sendable {
  /// Whether they are kept; the key `history` of the configuration file.
  public var isKept: Bool = false
  /// The days after which a call is forgotten, the key `keep`; nil for never.
  public var days: Int?

  /// The days that can be asked for.
  public static let possibleDays: ClosedRange<Int> = 1...36_500

  /// Creates the preference of somebody who has not been asked: nothing is kept.
  public init() {}
}
