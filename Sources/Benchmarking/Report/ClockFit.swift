/// The straight line through the ends of a device's periods: how its clock runs against ours.
public struct ClockFit: Sendable {
  private var first: Int64?
  private var position = 0.0
  private var count = 0.0
  private var sumX = 0.0
  private var sumY = 0.0
  private var sumXX = 0.0
  private var sumXY = 0.0

  /// Creates a fit without periods.
  public init() {}

  /// Takes a period: its length by the device's clock, its end by ours, in nanoseconds.
  public mutating func add(length: Double, end: Int64) {
    if first == nil { first = end } else { position += length }
    let x = position * 1e-9
    let y = Double(end - (first ?? end)) * 1e-9 - x
    count += 1
    sumX += x
    sumY += y
    sumXX += x * x
    sumXY += x * y
  }

  /// How much faster the device's clock runs in parts per million; nil below a second.
  public var drift: Double? {
    let spread = count * sumXX - sumX * sumX
    guard position > 1e9, spread > 0 else { return nil }
    return -(count * sumXY - sumX * sumY) / spread * 1e6
  }
}
