extension SampleTime {
  /// The time in milliseconds, rounded to the nearest, halves away from zero.
  public var milliseconds: Int { rounded(perSecond: 1000) }

  /// The time as a count of equal parts of a second, rounded to the nearest, halves away from zero.
  public func rounded(perSecond parts: Int) -> Int {
    let (seconds, rest) = ticks.quotientAndRemainder(dividingBy: SampleTime.ticksPerSecond)
    let half = rest < 0 ? -SampleTime.ticksPerSecond / 2 : SampleTime.ticksPerSecond / 2
    return seconds * parts + (rest * parts + half) / SampleTime.ticksPerSecond
  }
}
