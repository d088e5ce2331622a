import AlsaCapture
import ArgumentParser

extension CaptureSettings {
  /// The settings for the period that `--period` names, in milliseconds.
  ///
  /// The device keeps at least two periods, so that one can be read while the next is heard.
  init(period: Int) {
    self.init(periodMilliseconds: period, bufferMilliseconds: max(300, 2 * period))
  }

  /// Refuses a period that cannot be asked for.
  static func check(period: Int) throws {
    guard possiblePeriods.contains(period) else {
      throw ValidationError(
        "--period \(period): write \(possiblePeriods.lowerBound) to "
          + "\(possiblePeriods.upperBound) milliseconds.")
    }
  }
}
