import AudioFiles
import Conversation

/// Everything that a call has to give, read in portions of a size.
struct Reading {
  var rate: EngineRate
  var agent: [Float] = []
  var customer: [Float] = []
  var portions: [AudioStretch] = []
  var repairs: [Repair] = []
  var expected: Int?

  init(_ source: CallSource, portion: Int = 4096) throws(AudioFileError) {
    var audio = try CallAudio.open(source)
    rate = audio.rate
    expected = audio.expectedSamples
    let left = UnsafeMutableBufferPointer<Float>.allocate(capacity: portion)
    let right = UnsafeMutableBufferPointer<Float>.allocate(capacity: portion)
    defer {
      left.deallocate()
      right.deallocate()
    }
    while true {
      let read = try audio.read(agent: left, customer: right)
      if read.isEnd { break }
      agent += left[..<read.samples]
      customer += right[..<read.samples]
      portions.append(read)
    }
    repairs = audio.repairs
  }

  init(path: String, portion: Int = 4096) throws(AudioFileError) {
    try self.init(CallSource(.together(AudioInput(.path(path)))), portion: portion)
  }

  /// Whether the samples are the same, bit for bit; a test that fails on it prints no arrays.
  func sounds(like other: Reading) -> Bool {
    agent == other.agent && customer == other.customer
  }

  /// The stretches, in samples, that a party's recording does not hold because it is damaged.
  func damages(_ party: Party = .agent) -> [Range<Int>] {
    var damages: [Range<Int>] = []
    var position = 0
    for portion in portions {
      let end = position + portion.samples
      if portion.unknown[party] == .damaged {
        if let last = damages.last, last.upperBound == position {
          damages[damages.count - 1] = last.lowerBound..<end
        } else {
          damages.append(position..<end)
        }
      }
      position = end
    }
    return damages
  }

  /// The samples of portions in which a party is unknown.
  func unknown(_ party: Party) -> Int {
    portions.filter { $0.unknown[party] != nil }.reduce(0) { $0 + $1.samples }
  }
}
