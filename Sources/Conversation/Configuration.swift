/// Every threshold of the engine, with its unit, default and source.
///
/// Lengths are in seconds, levels in dB, probabilities from 0 to 1. `Setting.all` names each for
/// the command line and the configuration file.
public struct Configuration: Equatable, Sendable {
  /// Where speech begins and ends.
  public var activity: ActivitySettings = ActivitySettings()
  /// How the parties share the floor.
  public var turns: TurnSettings = TurnSettings()

  /// When guidance is given.
  public var guidance: GuidanceSettings = GuidanceSettings()

  /// Creates the default configuration.
  public init() {}
}
