/// A named threshold or switch of the configuration: what it means, its unit, its range.
public struct Setting: Sendable {
  /// The name used on the command line and in the configuration file.
  public let key: String
  /// The unit of the value: `s`, `dB`, `st` for semitones, or empty for a probability, share or switch.
  public let unit: String
  /// The values that are accepted.
  public let range: ClosedRange<Double>
  /// What the value decides, in a sentence.
  public let summary: String
  /// Where the default comes from.
  public let source: String
  /// Whether it is a switch: 1 is on, 0 is off.
  public let isSwitch: Bool
  private let path: Path

  private enum Path: Sendable {
    case number(any WritableKeyPath<Configuration, Double> & Sendable)
    case flag(any WritableKeyPath<Configuration, Bool> & Sendable)
  }

  init(
    _ key: String, _ path: any WritableKeyPath<Configuration, Double> & Sendable, unit: String,
    _ range: ClosedRange<Double>, _ summary: String, source: String
  ) {
    self.key = key
    self.path = .number(path)
    isSwitch = false
    self.unit = unit
    self.range = range
    self.summary = summary
    self.source = source
  }

  init(
    _ key: String, _ path: any WritableKeyPath<Configuration, Bool> & Sendable, _ summary: String,
    source: String
  ) {
    self.key = key
    unit = ""
    range = 0...1
    self.summary = summary
    self.source = source
    self.path = .flag(path)
    isSwitch = true
  }

  /// The value in a configuration.
  public func value(in configuration: Configuration) -> Double {
    switch path {
    case .number(let path): configuration[keyPath: path]
    case .flag(let path): configuration[keyPath: path] ? 1 : 0
    }
  }

  /// Changes the value in a configuration; false when it is out of range or no number.
  public func set(_ value: Double, in configuration: inout Configuration) -> Bool {
    guard range.contains(value) else { return false }
    switch path {
    case .number(let path): configuration[keyPath: path] = value
    case .flag(let path):
      guard value == 0 || value == 1 else { return false }
      configuration[keyPath: path] = value == 1
    }
    return true
  }

  /// The setting with a name.
  public static func named(_ key: String) -> Setting? {
    all.first { $0.key == key }
  }
}
