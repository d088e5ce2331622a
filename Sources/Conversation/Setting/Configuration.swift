/// Every threshold, with its unit, default and source.
///
/// Lengths are in seconds, levels in dB, probabilities from 0 to 1. `Setting.all` names each for
/// the command line and the configuration file.
public struct Configuration: Equatable, Sendable {
  /// Where speech begins and ends.
  public var activity: ActivitySettings = ActivitySettings()
  /// How the parties share the floor.
  public var turns: TurnSettings = TurnSettings()
  /// When a live call begins and ends.
  public var calls: CallSettings = CallSettings()

  /// Whether voices are measured, and which changes are marked.
  public var tone: ToneSettings = ToneSettings()
  /// When guidance is given.
  public var guidance: GuidanceSettings = GuidanceSettings()

  /// Creates the default configuration.
  public init() {}
}
