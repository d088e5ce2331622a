/// A block of decoded frames, channels interleaved, from which parties' samples are taken.
final class SampleBlock {
  /// Whether there is a frame that has not been taken.
  var isEmpty: Bool { used == filled }
  /// The frames that have not been taken.
  var count: Int { filled - used }
  /// Whether the block stands for frames that cannot be decoded.
  private(set) var isMissing = false
  /// The samples that were not finite, by party, among those taken.
  private(set) var nonFinite = [0, 0]
  /// The samples that were beyond full scale, by party, among those taken.
  private(set) var beyond = [0, 0]

  private let file: SoundFile
  private let channels: Int
  private let capacity: Int
  private let shorts: UnsafeMutablePointer<Int16>?
  private let floats: UnsafeMutablePointer<Float>?
  private var filled = 0
  private var used = 0

  init(_ file: SoundFile) {
    self.file = file
    channels = file.channels
    // About 64 KiB of shorts: few calls, and still in the cache when they are taken.
    capacity = max(64, 32_768 / file.channels)
    let samples = capacity * file.channels
    shorts = file.isShort ? .allocate(capacity: samples) : nil
    floats = file.isShort ? nil : .allocate(capacity: samples)
  }

  deinit {
    shorts?.deallocate()
    floats?.deallocate()
  }

  /// Decodes the next block; false at the end.
  func refill() throws(AudioFileError) -> Bool {
    used = 0
    while true {
      filled = file.takeMissing(atMost: capacity)
      isMissing = filled > 0
      if isMissing {
        shorts?.update(repeating: 0, count: filled * channels)
        floats?.update(repeating: 0, count: filled * channels)
        return true
      }
      if let shorts { filled = file.read(into: shorts, frames: capacity) }
      if let floats { filled = file.read(into: floats, frames: capacity) }
      if filled > 0 { return true }
      guard try file.passDamage() else { return false }
    }
  }

  /// Takes frames: a channel's samples, scaled to ±1, for each target.
  func take(_ count: Int, _ lanes: borrowing Lanes) {
    if let shorts {
      let first = shorts + used * channels
      if channels == 2, let second = lanes.second, lanes.channels.0 != lanes.channels.1 {
        let isSwapped = lanes.channels.0 == 1
        SampleBlock.split(
          first, count, left: isSwapped ? second : lanes.first,
          right: isSwapped ? lanes.first : second)
      } else {
        SampleBlock.scale(first + lanes.channels.0, stride: channels, count, lanes.first)
        if let second = lanes.second {
          SampleBlock.scale(first + lanes.channels.1, stride: channels, count, second)
        }
      }
    }
    if let floats {
      let first = floats + used * channels
      limit(first + lanes.channels.0, count, lanes.first, party: 0)
      if let second = lanes.second {
        limit(first + lanes.channels.1, count, second, party: 1)
      }
    }
    used += count
  }

  private static func split(
    _ source: UnsafePointer<Int16>, _ count: Int, left: UnsafeMutablePointer<Float>,
    right: UnsafeMutablePointer<Float>
  ) {
    for index in 0..<count {
      left[index] = Float(source[2 &* index]) * (1 / 32_768)
      right[index] = Float(source[2 &* index &+ 1]) * (1 / 32_768)
    }
  }

  private static func scale(
    _ source: UnsafePointer<Int16>, stride: Int, _ count: Int, _ target: UnsafeMutablePointer<Float>
  ) {
    for index in 0..<count { target[index] = Float(source[index &* stride]) * (1 / 32_768) }
  }

  /// Copies floating-point samples; what is not finite becomes silence, what is too large full scale.
  private func limit(
    _ source: UnsafePointer<Float>, _ count: Int, _ target: UnsafeMutablePointer<Float>, party: Int
  ) {
    for index in 0..<count {
      let value = source[index &* channels]
      if value.magnitude <= 1 {
        target[index] = value
      } else if value.isFinite {
        target[index] = value < 0 ? -1 : 1
        beyond[party] += 1
      } else {
        target[index] = 0
        nonFinite[party] += 1
      }
    }
  }
}

extension SampleBlock {
  /// Where the samples of one or two channels go.
  struct Lanes {
    /// The channels in a frame, counted from 0; the second counts where there is a second target.
    var channels: (Int, Int)
    /// The first channel's target.
    var first: UnsafeMutablePointer<Float>
    /// The second channel's target.
    var second: UnsafeMutablePointer<Float>?

    /// The same targets, so many samples on.
    func advanced(by samples: Int) -> Lanes {
      Lanes(channels: channels, first: first + samples, second: second.map { $0 + samples })
    }
  }
}
