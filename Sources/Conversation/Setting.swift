/// A named threshold of the configuration: what it means, its unit, its range.
public struct Setting: Sendable {
  /// The name used on the command line and in the configuration file.
  public let key: String
  /// The unit of the value: `s`, `dB` or empty for a probability.
  public let unit: String
  /// The values that are accepted.
  public let range: ClosedRange<Double>
  /// What the value decides, in a sentence.
  public let summary: String
  /// Where the default comes from.
  public let source: String
  private let path: any WritableKeyPath<Configuration, Double> & Sendable

  init(
    _ key: String, _ path: any WritableKeyPath<Configuration, Double> & Sendable, unit: String,
    _ range: ClosedRange<Double>, _ summary: String, source: String
  ) {
    self.key = key
    self.path = path
    self.unit = unit
    self.range = range
    self.summary = summary
    self.source = source
  }

  /// The value in a configuration.
  public func value(in configuration: Configuration) -> Double {
    configuration[keyPath: path]
  }

  /// Changes the value in a configuration; false when it is out of range or no number.
  public func set(_ value: Double, in configuration: inout Configuration) -> Bool {
    guard range.contains(value) else { return false }
    configuration[keyPath: path] = value
    return true
  }

  /// The setting with a name.
  public static func named(_ key: String) -> Setting? {
    all.first { $0.key == key }
  }
}
