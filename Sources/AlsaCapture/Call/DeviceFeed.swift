internal import Conversation
internal import Glibc

/// A device's stream at the engine's rate.
struct DeviceFeed: ~Copyable, Sendable {
  /// What one piece of the device's stream came to: samples, now in `output`, then unknown time.
  struct Piece {
    var samples = 0
    var samplesEnd: Int64 = 0
    var unknown = 0
    var reason = UnknownReason.lost
    var end: Int64 = 0
    var change: CallDeviceChange.State?
  }

  private(set) var stream: CaptureStream
  private var resampler: StreamResampler
  private let rate: EngineRate
  private let channels: Int
  /// The samples of the latest piece, interleaved.
  private(set) var output: [Float] = []

  init(_ stream: consuming CaptureStream, rate: EngineRate) {
    channels = stream.request.channelCount
    resampler = StreamResampler(from: stream.format.rate, to: rate, channels: channels)
    self.rate = rate
    self.stream = stream
  }

  /// Takes the next piece; nil when nothing waits.
  mutating func next() -> Piece? {
    guard let captured = stream.next() else { return nil }
    output.removeAll(keepingCapacity: true)
    var piece = Piece()
    switch captured {
    case .frames(_, let inputRate, let end):
      adapt(to: inputRate)
      let samples = stream.samples
      resampler.append(samples.span, to: &output)
      piece.samplesEnd = end - nanoseconds(of: resampler.backlog)
    case .unknown(let frames, let inputRate, let reason, let end):
      resampler.endStretch(into: &output)
      adapt(to: inputRate)
      piece.unknown = resampler.skip(frames)
      piece.reason = reason
      piece.end = end
      piece.samplesEnd = end - nanoseconds(of: piece.unknown)
    case .lost(let reason):
      piece.change = .lost(reason)
    case .returned:
      piece.change = .returned
    case .changed:
      piece.change = .changed
    }
    piece.samples = output.count / channels
    return piece
  }

  /// Takes what the resampler still holds when the stream has ended; `samplesEnd` is not told.
  mutating func finish() -> Int {
    output.removeAll(keepingCapacity: true)
    resampler.endStretch(into: &output)
    return output.count / channels
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
