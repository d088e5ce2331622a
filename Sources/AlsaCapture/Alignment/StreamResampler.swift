internal import CSpeexDSP
internal import Conversation

/// A device's frames brought to the engine's rate, with as many samples out as time went in.
///
/// Output is aligned with input: the first sample out belongs to the first in. A stretch of audio
/// between gaps gives exactly the samples that its place in the stream asks for; the filter's tail
/// at its end is filled from silence. Audio at the engine's rate passes unchanged.
struct StreamResampler: ~Copyable, Sendable {
  /// The same as for files, so that a call heard live gives the samples of its recording.
  static let quality: Int32 = 4

  let inputRate: Int
  let outputRate: Int
  let channels: Int
  nonisolated(unsafe) private let state: OpaquePointer?
  /// Input frames since the start, gaps included.
  private var position = 0
  /// Output frames since the start, gaps included.
  private var produced = 0
  private var scratch: [Float] = []

  init(from inputRate: Int, to rate: EngineRate, channels: Int) {
    self.inputRate = inputRate
    outputRate = rate.rawValue
    self.channels = channels
    var status: Int32 = 0
    state =
      inputRate == outputRate
      ? nil
      : speex_resampler_init(
        UInt32(channels), UInt32(inputRate), UInt32(outputRate), StreamResampler.quality, &status)
    if let state { speex_resampler_skip_zeros(state) }
  }

  deinit {
    if let state { speex_resampler_destroy(state) }
  }

  /// Whether frames of a rate can be brought to the engine's rate; false when memory ran out.
  var isUsable: Bool { state != nil || inputRate == outputRate }

  /// The output frames that the input so far stands for but that are not out yet.
  var backlog: Int { due - produced }

  private var due: Int {
    position / inputRate * outputRate + position % inputRate * outputRate / inputRate
  }

  /// Takes interleaved frames and appends what they give, interleaved.
  mutating func append(_ input: Span<Float>, to output: inout [Float]) {
    let frames = input.count / channels
    position += frames
    guard state != nil else {
      input.withUnsafeBufferPointer { output.append(contentsOf: $0) }
      produced += frames
      return
    }
    let outputStart = output.count
    input.withUnsafeBufferPointer { buffer in
      guard let start = buffer.baseAddress else { return }
      convert(start, frames: frames, into: &output)
    }
    produced += (output.count - outputStart) / channels
  }

  /// Ends a stretch of audio: appends what its frames still owe, and forgets them.
  mutating func endStretch(into output: inout [Float]) {
    guard let state else { return }
    let silence = [Float](repeating: 0, count: 256 * channels)
    let outputStart = output.count
    var missing = due - produced
    var rounds = 0
    while missing > 0 && rounds < 64 {
      let before = output.count
      silence.withUnsafeBufferPointer { buffer in
        guard let start = buffer.baseAddress else { return }
        convert(start, frames: 256, into: &output)
      }
      missing -= (output.count - before) / channels
      rounds += 1
    }
    let wanted = outputStart + (due - produced) * channels
    if output.count > wanted { output.removeLast(output.count - wanted) }
    while output.count < wanted { output.append(0) }
    produced = due
    speex_resampler_reset_mem(state)
    speex_resampler_skip_zeros(state)
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
    let room = frames * outputRate / inputRate + 16
    if scratch.count < room * channels {
      scratch = [Float](repeating: 0, count: room * channels)
    }
    var done = 0
    while done < frames {
      var taken = UInt32(frames - done)
      var given = UInt32(room)
      let state = state
      let channels = channels
      scratch.withUnsafeMutableBufferPointer { buffer in
        _ = speex_resampler_process_interleaved_float(
          state, input + done * channels, &taken, buffer.baseAddress, &given)
      }
      output.append(contentsOf: scratch[0..<Int(given) * channels])
      done += Int(taken)
      if taken == 0 && given == 0 { break }
    }
  }
}
