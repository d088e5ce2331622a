import CSpeexDSP
import Conversation

/// Brings one or two channels to the engine's rate without moving them in time.
///
/// The first sample out stands where the first sample in stood, and there are as many out as the
/// recording is long, rounded up. Cost: 64 multiplications a sample, more for higher rates.
final class Resampler {
  private let state: OpaquePointer
  private let inputRate: Int
  private let outputRate: Int
  private let inputs: [UnsafeMutablePointer<Float>]
  private let capacity: Int
  private var filled = 0
  private var used = 0
  private var taken = 0
  private var given = 0
  private var isFlushing = false

  /// speexdsp's own scale of 0 to 10: 80 dB of stop band, flat to 7.3 kHz of 8.
  private static let quality: Int32 = 4

  /// Creates a resampler; nil where speexdsp has no memory.
  init?(from inputRate: Int, to outputRate: EngineRate, channels: Int) {
    var failure: Int32 = 0
    guard
      let state = speex_resampler_init(
        UInt32(channels), UInt32(inputRate), UInt32(outputRate.rawValue), Resampler.quality,
        &failure)
    else { return nil }
    speex_resampler_skip_zeros(state)
    self.state = state
    self.inputRate = inputRate
    self.outputRate = outputRate.rawValue
    let capacity = 4096
    self.capacity = capacity
    inputs = (0..<channels).map { _ in
      let input = UnsafeMutablePointer<Float>.allocate(capacity: capacity)
      input.initialize(repeating: 0, count: capacity)
      return input
    }
  }

  deinit {
    speex_resampler_destroy(state)
    for input in inputs { input.deallocate() }
  }

  /// Whether more input is needed before more can come out.
  var isHungry: Bool { used == filled && !isFlushing }

  /// Takes as many frames as it has room for, and `block` holds.
  func feed(_ block: SampleBlock, channels: (Int, Int)) {
    filled = min(block.count, capacity)
    used = 0
    taken += filled
    block.take(
      filled,
      SampleBlock.Lanes(
        channels: channels, first: inputs[0], second: inputs.count > 1 ? inputs[1] : nil))
  }

  /// Says that no more input comes: what is still inside is pushed out by silence.
  func finish() {
    isFlushing = true
    for input in inputs { input.update(repeating: 0, count: capacity) }
  }

  /// Gives samples, at most `count`; 0 when it is hungry or everything is out.
  func take(_ lanes: borrowing SampleBlock.Lanes, count: Int) -> Int {
    var room = count
    if isFlushing {
      // Rounded up, so that no part of the recording is lost.
      room = min(room, (taken * outputRate + inputRate - 1) / inputRate - given)
      used = 0
      filled = capacity
    }
    guard room > 0 else { return 0 }
    var consumed = UInt32(filled - used)
    var produced = UInt32(room)
    for (channel, input) in inputs.enumerated() {
      let target = channel == 0 ? lanes.first : lanes.second
      consumed = UInt32(filled - used)
      produced = UInt32(room)
      speex_resampler_process_float(
        state, UInt32(channel), input + used, &consumed, target, &produced)
      // The filter overshoots where the recording is overdriven.
      if let target {
        for index in 0..<Int(produced) { target[index] = max(-1, min(1, target[index])) }
      }
    }
    used += Int(consumed)
    given += Int(produced)
    return Int(produced)
  }
}
