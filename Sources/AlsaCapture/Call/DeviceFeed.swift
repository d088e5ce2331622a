internal import Conversation
internal import Glibc

/// A device's stream at the engine's rate.
struct DeviceFeed: ~Copyable, Sendable {
  private(set) var stream: CaptureStream
  private var resampler: StreamResampler
  private let rate: EngineRate
  private let channels: Int
  /// The samples of the latest piece, interleaved; of an unknown one, those that the resampler still
  /// held from before it.
  private(set) var output: [Float] = []

  init(_ stream: consuming CaptureStream, rate: EngineRate) {
    channels = stream.request.channelCount
    resampler = StreamResampler(from: stream.format.rate, to: rate, channels: channels)
    self.rate = rate
    self.stream = stream
  }

  /// Takes the next piece, its counts and times at the engine's rate; nil when nothing waits.
  mutating func next() -> CapturePiece? {
    guard let piece = stream.next() else { return nil }
    output.removeAll(keepingCapacity: true)
    switch piece {
    case .frames(_, let inputRate, let end):
      adapt(to: inputRate)
      let samples = stream.samples
      resampler.append(samples.span, to: &output)
      return .frames(
        count, rate: rate.rawValue, end: end - nanoseconds(of: resampler.backlog))
    case .unknown(let frames, let inputRate, let reason, let end):
      resampler.endStretch(into: &output)
      adapt(to: inputRate)
      return .unknown(
        resampler.skip(frames), rate: rate.rawValue, reason: reason, end: end)
    case .lost, .returned, .changed:
      return piece
    }
  }

  /// How many samples of each channel are in `output`.
  var count: Int { output.count / channels }

  /// Takes what the resampler still holds when the stream has ended; when it sounded is not told.
  mutating func finish() -> Int {
    output.removeAll(keepingCapacity: true)
    resampler.endStretch(into: &output)
    return count
  }

  private func nanoseconds(of samples: Int) -> Int64 {
    FrameTime.nanoseconds(of: samples, at: rate.rawValue)
  }

  /// A device that comes back may have another rate.
  private mutating func adapt(to inputRate: Int) {
    guard inputRate != resampler.inputRate else { return }
    resampler = StreamResampler(from: inputRate, to: rate, channels: channels)
  }
}
