/// What a benchmark found: what it ran on, single figures, and delays with their percentiles.
public struct MeasurementReport: Sendable {
  /// One figure; nil where it could not be measured.
  public struct Figure: Sendable {
    /// The name in JSON.
    public var key: String
    /// The name in text; empty for what belongs into the line of the figure before.
    public var label: String
    /// The value.
    public var value: Double?
    /// The unit, as text.
    public var unit: String
    /// The decimals worth printing.
    public var places: Int
  }

  /// The unit of delays in text; JSON has milliseconds throughout.
  public enum DelayUnit: Sendable {
    /// Thousandths of a second.
    case milliseconds
    /// Millionths of a second, for what would be a few thousandths of a millisecond.
    case microseconds
  }

  /// Delays of one kind.
  public struct Delays: Sendable {
    /// The name in JSON.
    public var key: String
    /// The name in text.
    public var label: String
    /// The delays.
    public var histogram: DelayHistogram
    /// What was there and was not found; nil where nothing was looked for.
    public var missed: Int?
    /// What was found and was not there; nil where nothing was looked for.
    public var spurious: Int?
    /// The unit in text.
    public var unit: DelayUnit
  }

  /// What was measured.
  public var title: String
  /// What it was measured on: names and values.
  public var setting: [(key: String, value: String)] = []
  /// The figures.
  public var figures: [Figure] = []
  /// The delays.
  public var delays: [Delays] = []

  /// Creates an empty report.
  public init(title: String) {
    self.title = title
  }

  /// Adds a figure.
  public mutating func add(
    _ key: String, _ label: String, _ value: Double?, _ unit: String = "", places: Int = 0
  ) {
    figures.append(Figure(key: key, label: label, value: value, unit: unit, places: places))
  }

  /// Adds delays.
  public mutating func add(
    _ key: String, _ label: String, _ histogram: DelayHistogram, missed: Int? = nil,
    spurious: Int? = nil, unit: DelayUnit = .milliseconds
  ) {
    delays.append(
      Delays(
        key: key, label: label, histogram: histogram, missed: missed, spurious: spurious,
        unit: unit))
  }
}
