internal import Conversation
internal import Resampling

/// A device's frames brought to the engine's rate, with as many samples out as time went in.
///
/// Output is aligned with input: the first sample out belongs to the first in. A stretch of audio
/// between gaps gives exactly the samples that its place in the stream asks for; the filter's tail
/// at its end is filled from silence. Audio at the engine's rate passes unchanged.
struct StreamResampler: ~Copyable, Sendable {
  let inputRate: Int
  let outputRate: Int
  let channels: Int
  /// The same as for files, so that a call heard live gives the samples of its recording; nil for audio
  /// at the engine's rate.
  private var converter: RateConverter?
  /// Input frames since the start, gaps included.
  private var position = 0
  /// Output frames since the start, gaps included.
  private var produced = 0

  init(from inputRate: Int, to rate: EngineRate, channels: Int) {
    self.inputRate = inputRate
    outputRate = rate.rawValue
    self.channels = channels
    converter =
      inputRate == outputRate
      ? nil : RateConverter(from: inputRate, to: outputRate, channels: channels)
  }

  /// The output frames that the input so far stands for but that are not out yet.
  var backlog: Int { due - produced }

  private var due: Int {
    position / inputRate * outputRate + position % inputRate * outputRate / inputRate
  }

  /// Takes interleaved frames and appends what they give, interleaved.
  mutating func append(_ input: Span<Float>, to output: inout [Float]) {
    let frames = input.count / channels
    position += frames
    guard converter != nil else {
      input.withUnsafeBufferPointer { output.append(contentsOf: $0) }
      produced += frames
      return
    }
    input.withUnsafeBufferPointer { buffer in
      guard let start = buffer.baseAddress else { return }
      convert(start, frames: frames, into: &output)
    }
  }

  /// Ends a stretch of audio: appends what its frames still owe, and forgets them.
  mutating func endStretch(into output: inout [Float]) {
    guard converter != nil else { return }
    while backlog > 0 {
      let ready = converter?.convertSilence() ?? 0
      give(min(ready, backlog), to: &output)
    }
    converter?.restart()
  }

  /// Passes over missing input; the output frames that it stands for.
  mutating func skip(_ frames: Int) -> Int {
    position += frames
    let skipped = due - produced
    produced = due
    return skipped
  }

  private mutating func convert(
    _ input: UnsafePointer<Float>, frames: Int, into output: inout [Float]
  ) {
    var done = 0
    while done < frames {
      let count = min(frames - done, RateConverter.capacity)
      for channel in 0..<channels {
        guard let target = converter?.input(channel) else { return }
        let source = input + done * channels + channel
        for index in 0..<count { target[index] = source[index &* channels] }
      }
      give(converter?.convert(count) ?? 0, to: &output)
      done += count
    }
  }

  /// Appends the first of the results that are ready, interleaved.
  private mutating func give(_ count: Int, to output: inout [Float]) {
    guard count > 0, let first = converter?.output(0) else { return }
    produced += count
    let start = output.count
    output.append(contentsOf: repeatElement(0, count: count * channels))
    for index in 0..<count { output[start + index * channels] = first[index] }
    for channel in 1..<channels {
      guard let results = converter?.output(channel) else { return }
      for index in 0..<count { output[start + index * channels + channel] = results[index] }
    }
  }
}
