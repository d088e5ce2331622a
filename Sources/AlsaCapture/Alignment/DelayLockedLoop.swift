/// The clock of a device as seen on the monotonic clock: which sample was heard when.
///
/// A second-order delay-locked loop (Adriaensen, "Using a DLL to filter time", 2005): each block's
/// timestamp corrects the predicted time and, more slowly, the length of a sample. At the start the
/// time is averaged, so that one late wake-up does not set it.
struct DelayLockedLoop {
  /// The bandwidth in hertz while the rate is still being found, and afterwards.
  private static let bandwidths = (fast: 0.05, slow: 0.016)
  /// The seconds for which the bandwidth is the fast one.
  private static let settling = 30.0
  /// How far a device's rate may be from what it says: what is further off is no clock, but a server
  /// that delivers unevenly.
  private static let rateLimit = 0.0005
  /// A timestamp that is further off than this counts as this far off, in seconds.
  private static let errorLimit = 0.05

  private let nominal: Double
  /// Nanoseconds that count as zero, so that seconds keep their precision.
  private var origin: Int64?
  private var position = 0
  private var seconds = 0.0
  private var secondsPerSample: Double
  private var updates = 0
  private var age = 0.0

  init(rate: Int) {
    nominal = 1 / Double(rate)
    secondsPerSample = nominal
  }

  /// Whether any time is known.
  var isSet: Bool { origin != nil }

  /// How much slower than stated the device's clock runs, in parts per million.
  var slowness: Double { (secondsPerSample / nominal - 1) * 1e6 }

  /// Takes the time at which the sample before `position` ended.
  mutating func update(position newPosition: Int, end: Int64) {
    guard let origin else {
      origin = end
      position = newPosition
      updates = 1
      return
    }
    let length = newPosition - position
    guard length > 0 else { return }
    let measured = Double(end - origin) * 1e-9
    let period = Double(length) * secondsPerSample
    let predicted = seconds + period
    position = newPosition
    guard updates > 0 else {
      seconds = measured
      updates = 1
      return
    }
    let error = min(max(measured - predicted, -Self.errorLimit), Self.errorLimit)
    let bandwidth = age < Self.settling ? Self.bandwidths.fast : Self.bandwidths.slow
    let omega = 2 * Double.pi * bandwidth * period
    updates += 1
    age += period
    seconds = predicted + max(omega * 2.0.squareRoot(), 1 / Double(updates)) * error
    let changed = secondsPerSample + omega * omega * error / Double(length)
    secondsPerSample = min(
      max(changed, nominal * (1 - Self.rateLimit)), nominal * (1 + Self.rateLimit))
  }

  /// Passes over missing samples: the rate stays, the time is found anew from the next blocks.
  mutating func skip(to newPosition: Int, end: Int64) {
    guard let origin else { return update(position: newPosition, end: end) }
    position = newPosition
    seconds = Double(end - origin) * 1e-9
    updates = 0
  }

  /// The time, in nanoseconds, at which the sample before a position ended.
  func time(at target: Int) -> Double {
    Double(origin ?? 0) + (seconds + Double(target - position) * secondsPerSample) * 1e9
  }

  /// The position of the samples heard up to a time.
  func position(at nanoseconds: Double) -> Double {
    let passed = (nanoseconds - Double(origin ?? 0)) * 1e-9 - seconds
    return Double(position) + passed / secondsPerSample
  }
}
