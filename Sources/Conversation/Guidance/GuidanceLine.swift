/// A line of guidance in the report: what was found, and when.
public struct GuidanceLine: Equatable, Sendable {
  /// What it is about.
  public var rule: GuidanceRule
  /// The number of events that it rests on.
  public var count: Int
  /// The length it mentions; nil for none.
  public var length: SampleTime?
  /// The share it mentions, from 0 to 1; nil for none.
  public var share: Double?
  /// When it can be heard, in the order of time; at most five.
  public var moments: [GuidanceMoment]

  /// Creates a line.
  public init(
    rule: GuidanceRule, count: Int, length: SampleTime? = nil, share: Double? = nil,
    moments: [GuidanceMoment] = []
  ) {
    self.rule = rule
    self.count = count
    self.length = length
    self.share = share
    self.moments = moments
  }
}
