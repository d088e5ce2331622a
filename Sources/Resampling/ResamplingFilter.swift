import CKernels
import Synchronization

/// The low-pass filter between two rates, seen at every place that a result can have between samples.
///
/// A windowed sinc. In parts of half the lower rate it is flat to 0.843 (within 0.01 dB; 6.74 kHz of 8)
/// and down by 80 dB from 1.05 on: what is less far down folds back above the highest band that the
/// detector hears, 7.6 kHz. Rates in a ratio of small numbers have a table; of others, as
/// 11,127 and 16,000 Hz, the weights are taken between the 256 rows of a table of their own, right to 90 dB.
final class ResamplingFilter: @unchecked Sendable {
  /// The rates by what they have in common: so many samples in give so many results.
  let (samples, results): (Int, Int)
  /// The samples on each side of a result that have a weight.
  let reach: Int
  /// The weights of a result over the samples of all results of its group.
  let width: Int
  /// Whether there is a row for every place; if not, they are evenly spaced.
  let isExact: Bool
  private let rows: UnsafeMutablePointer<Float>
  private let steps: UnsafeMutablePointer<Int32>
  private let groups: Int

  private static let flat = 0.843
  private static let stopped = 1.05
  /// Kaiser's formula for the length of a window by what it leaves, in dB.
  private static let attenuation = 80.0
  /// The most places for which a table is made.
  private static let mostPlaces = 1024
  /// The places of a table that others are taken between.
  private static let places = 256
  private static let group = Int(IJ_RESAMPLED)

  private struct Rates: Hashable {
    let input: Int
    let output: Int
  }
  private static let made = Mutex<[Rates: ResamplingFilter]>([:])
  /// The most filters that are kept: files with ever other rates do not fill the memory.
  private static let mostKept = 16

  /// The filter between two rates, made once for all who need it.
  static func between(_ input: Int, _ output: Int) -> ResamplingFilter {
    made.withLock { made in
      let rates = Rates(input: input, output: output)
      if let filter = made[rates] { return filter }
      let filter = ResamplingFilter(input, output)
      if made.count == mostKept { made.removeAll() }
      made[rates] = filter
      return filter
    }
  }

  private init(_ input: Int, _ output: Int) {
    let common = ResamplingFilter.commonDivisor(input, output)
    samples = input / common
    results = output / common
    let band = Double(min(input, output)) / Double(input)
    let transition = (Self.stopped - Self.flat) * band / 2
    let half = (Self.attenuation - 7.95) / (14.36 * transition) / 2
    let cutoff = (Self.stopped + Self.flat) / 2 * band
    reach = Int(half.rounded(.up))
    let spread = ((Self.group - 1) * samples + results - 1) / results
    width = (2 * reach + spread + 15) / 16 * 16
    isExact = results <= Self.mostPlaces
    let taps = 2 * reach
    precondition(taps <= Int(IJ_RESAMPLER_TAPS), "the rates lie too far apart for the filter")
    if isExact {
      groups = results / Self.commonDivisor(results, Self.group)
      rows = .allocate(capacity: groups * Self.group * width)
      rows.initialize(repeating: 0, count: groups * Self.group * width)
      steps = .allocate(capacity: groups)
      for group in 0..<groups {
        let first = group * Self.group * samples
        steps[group] = Int32((first + Self.group * samples) / results - first / results)
        for index in 0..<Self.group {
          let place = first % results + index * samples
          let row = rows + (group * Self.group + index) * width + place / results
          ij_low_pass(
            row, taps, Double(reach - 1) + Double(place % results) / Double(results), cutoff, half)
        }
      }
    } else {
      groups = Self.places + 1
      rows = .allocate(capacity: groups * taps)
      steps = .allocate(capacity: 1)
      steps[0] = 0
      for place in 0..<groups {
        ij_low_pass(
          rows + place * taps, taps, Double(reach - 1) + Double(place) / Double(Self.places),
          cutoff, half)
      }
    }
  }

  deinit {
    rows.deallocate()
    steps.deallocate()
  }

  /// The table of every place, for the kernel.
  var table: ij_resampler {
    ij_resampler(rows: rows, steps: steps, width: width, groups: groups)
  }

  /// Writes the weights of a group whose first result lies so many parts of a sample behind the sample
  /// before it; a sample has as many as there are `results`.
  func fill(_ target: UnsafeMutablePointer<Float>, place: Int) {
    let taps = 2 * reach
    target.update(repeating: 0, count: Self.group * width)
    for index in 0..<Self.group {
      let place = place + index * samples
      let exact = Float(place % results) / Float(results) * Float(Self.places)
      let before = min(Int(exact), Self.places - 1)
      let row = rows + before * taps
      ij_between_rows(
        target + index * width + place / results, row, row + taps, taps, exact - Float(before))
    }
  }

  private static func commonDivisor(_ first: Int, _ second: Int) -> Int {
    second == 0 ? first : commonDivisor(second, first % second)
  }
}
