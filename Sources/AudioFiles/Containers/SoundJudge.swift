import CSndfile

/// Tells whether bytes that no header declares are sound as the declared ones are.
enum SoundJudge {
  /// The places that are looked at, and the frames at each.
  private static let places = 8
  private static let window = 2048
  /// Neighbouring samples of speech are alike: the mean square of their differences is about 0.4
  /// of that of the samples at 8 kHz, more of fricatives, and 2 where bytes are something else.
  private static let mostRoughness: Float = 1.2
  /// Quieter than this, -40 dB of full scale, even noise may be the silence of a line.
  private static let quiet: Float = 1e-4

  /// Whether plain samples in a range make sense: neither all the same, nor noise, nor text.
  static func hears(_ layout: SampleLayout, in range: Range<Int>, of stream: ByteStream) -> Bool {
    guard let coding = layout.coding, SoundFile.channelCounts.contains(layout.channels) else {
      return false
    }
    let block = layout.blockLength
    let frames = range.count / block
    guard frames >= layout.rate / 10 else { return false }
    let length = min(window, frames)
    var hasSound = false
    for place in 0..<places {
      let start = range.lowerBound + (frames - length) * place / (places - 1) * block
      guard
        let samples = decode(coding, layout, start..<start + length * block, of: stream)
      else { return false }
      for channel in 0..<min(2, layout.channels) {
        let verdict = judge(samples, channel: channel, of: layout.channels)
        if verdict == .other { return false }
        if verdict == .sound { hasSound = true }
      }
    }
    return hasSound
  }

  private enum Verdict { case sound, still, other }

  private static func judge(_ samples: [Float], channel: Int, of channels: Int) -> Verdict {
    let values = stride(from: channel, to: samples.count, by: channels).map { samples[$0] }
    guard let first = values.first, values.contains(where: { $0 != first }) else { return .still }
    guard values.allSatisfy(\.isFinite) else { return .other }
    let mean = values.reduce(0, +) / Float(values.count)
    let power = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Float(values.count)
    var steps: Float = 0
    for (value, next) in zip(values, values.dropFirst()) {
      steps += (next - value) * (next - value)
    }
    let roughness = steps / Float(values.count) / power
    if power < quiet, mean * mean < quiet { return .sound }
    return roughness < mostRoughness && mean * mean < power ? .sound : .other
  }

  private static func decode(
    _ coding: SampleCoding, _ layout: SampleLayout, _ range: Range<Int>, of stream: ByteStream
  ) -> [Float]? {
    let file = SampleFile(stream, [.stream(offset: range.lowerBound, count: range.count)])
    let info = SF_INFO(coding, rate: layout.rate, channels: layout.channels)
    guard let decoder = try? SampleDecoder(file, of: stream, info) else { return nil }
    let count = range.count / layout.blockLength
    return [Float](unsafeUninitializedCapacity: count * layout.channels) { buffer, filled in
      guard let base = buffer.baseAddress else { return }
      filled = decoder.read(into: base, frames: count) * layout.channels
    }
  }
}

extension SF_INFO {
  /// What libsndfile needs to know of samples without a header.
  init(_ coding: SampleCoding, rate: Int, channels: Int) {
    self.init()
    samplerate = Int32(rate)
    self.channels = Int32(channels)
    format = Int32(SF_FORMAT_RAW | coding.format)
  }
}
