import CKernels

/// Brings channels from one sample rate to another; the first result stands where the first sample did.
///
/// Any chunking of the same samples gives the same results, bit for bit, and so does either channel
/// alone. Results come four at a time, as soon as all samples that have a weight in them are there:
/// 3 ms after theirs at 16 kHz.
package struct RateConverter: ~Copyable, @unchecked Sendable {
  /// The most samples of a channel that are taken at once.
  package static let capacity = 4096

  package let channels: Int
  private let filter: ResamplingFilter
  private let kernels: UnsafePointer<ij_kernels>
  /// Each channel's samples, those that are needed once more before the new ones.
  private let inputs: UnsafeMutablePointer<Float>
  private let inputRoom: Int
  private let outputs: UnsafeMutablePointer<Float>
  private let outputRoom: Int
  /// The weights of the group under way, where there is no table of all.
  private let rows: UnsafeMutablePointer<Float>?
  private var filled = 0
  private var place = ij_resampler_place()
  /// The parts of a sample by which the group's first result lies behind a sample.
  private var part = 0

  /// Creates a converter between two rates in hertz, the higher at most 24 times the lower.
  package init(from input: Int, to output: Int, channels: Int) {
    self.channels = channels
    kernels = ij_kernels_chosen()
    filter = ResamplingFilter.between(input, output)
    inputRoom = Self.capacity + filter.width + Int(IJ_RESAMPLED) * (input / output + 1)
    outputRoom = inputRoom * filter.results / filter.samples + 2 * Int(IJ_RESAMPLED)
    inputs = .allocate(capacity: channels * inputRoom)
    inputs.initialize(repeating: 0, count: channels * inputRoom)
    outputs = .allocate(capacity: channels * outputRoom)
    outputs.initialize(repeating: 0, count: channels * outputRoom)
    rows = filter.isExact ? nil : .allocate(capacity: Int(IJ_RESAMPLED) * filter.width)
    rows?.initialize(repeating: 0, count: Int(IJ_RESAMPLED) * filter.width)
    restart()
  }

  deinit {
    inputs.deallocate()
    outputs.deallocate()
    rows?.deallocate()
  }

  /// Forgets all samples: the next one is the first.
  package mutating func restart() {
    filled = filter.reach - 1
    place = ij_resampler_place()
    part = 0
    inputs.update(repeating: 0, count: channels * inputRoom)
  }

  /// Where a channel's next samples are put, at most `capacity`, before they are converted.
  package func input(_ channel: Int) -> UnsafeMutablePointer<Float> {
    inputs + channel * inputRoom + filled
  }

  /// The results of a channel that the latest samples gave.
  package func output(_ channel: Int) -> UnsafePointer<Float> {
    UnsafePointer(outputs + channel * outputRoom)
  }

  /// Converts so many samples, which every channel has now, and returns how many results they give.
  package mutating func convert(_ samples: Int) -> Int {
    filled += samples
    let count = filter.isExact ? convertByTable() : convertBetweenRows()
    let start = min(Int(place.start), filled)
    for channel in 0..<channels {
      let input = inputs + channel * inputRoom
      input.update(from: input + start, count: filled - start)
    }
    filled -= start
    place.start -= start
    return count
  }

  /// Converts silence, as behind the end; at least one result comes of it.
  package mutating func convertSilence() -> Int {
    for channel in 0..<channels { input(channel).update(repeating: 0, count: Self.capacity) }
    return convert(Self.capacity)
  }

  private mutating func convertByTable() -> Int {
    var table = filter.table
    return convert(&table, filled, to: 0)
  }

  private mutating func convertBetweenRows() -> Int {
    guard let rows else { return 0 }
    var count = 0
    while Int(place.start) + filter.width <= filled {
      filter.fill(rows, place: part)
      part += Int(IJ_RESAMPLED) * filter.samples
      var step = Int32(part / filter.results)
      part %= filter.results
      let width = filter.width
      let end = Int(place.start) + width
      count += withUnsafePointer(to: &step) { step in
        var group = ij_resampler(rows: rows, steps: step, width: width, groups: 1)
        return convert(&group, end, to: count)
      }
    }
    return count
  }

  /// Converts the first `end` samples of all channels by some weights.
  private mutating func convert(
    _ weights: inout ij_resampler, _ end: Int, to count: Int
  ) -> Int {
    var made = 0
    let before = place
    for channel in stride(from: 0, to: channels, by: 2) {
      place = before
      let isPair = channel + 1 < channels
      let input = inputs + channel * inputRoom
      let output = outputs + channel * outputRoom + count
      made = kernels.pointee.resample(
        &weights, &place, input, isPair ? input + inputRoom : nil, end, output,
        isPair ? output + outputRoom : nil)
    }
    return made
  }
}
