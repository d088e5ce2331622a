import AudioFiles
import Conversation

/// Everything that a call has to give, read in portions of a size.
struct Reading {
  var rate: EngineRate
  var agent: [Float] = []
  var customer: [Float] = []
  var portions: [AudioPortion] = []
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

  /// The samples of portions in which a party is unknown.
  func unknown(_ party: Party) -> Int {
    portions.filter { $0.unknown[party] }.reduce(0) { $0 + $1.samples }
  }
}
