import CKernels

/// What is wrong with one party's samples, if anything.
public struct InputHealth: Sendable {
  /// The samples seen.
  public private(set) var samples: Int = 0
  /// The samples that were no numbers and count as silence.
  public private(set) var notFinite: Int = 0
  /// The samples at full scale.
  public private(set) var clipped: Int = 0
  /// The greatest size of a sample.
  public private(set) var peak: Double = 0
  /// The sum and the number of samples in frames without one at full scale: clipping moves the mean.
  private var sum = 0.0
  private var summed = 0

  /// Creates the record of no samples.
  init() {}

  mutating func add(_ facts: ij_sample_facts, count: Int) {
    samples += count
    notFinite += Int(facts.not_finite)
    clipped += Int(facts.clipped)
    peak = max(peak, Double(facts.peak))
    guard facts.clipped == 0 else { return }
    sum += facts.sum
    summed += count
  }

  /// The mean of the samples that are not beside clipped ones, the constant offset.
  public var offset: Double { summed > 0 ? sum / Double(summed) : 0 }

  /// Whether nothing was carried: no sample above the last bit of 16.
  public var isSilent: Bool { peak <= 1.5 / 32_768 }

  /// Whether so many samples are at full scale that speech is distorted: one in a thousand.
  public var isClipped: Bool { clipped * 1000 > samples && samples > 0 }

  /// Whether the constant offset is above 1 % of full scale.
  public var isOffset: Bool { abs(offset) > 0.01 }
}
