import Conversation
import Resampling

/// Brings one or two channels to the engine's rate without moving them in time.
///
/// The first sample out stands where the first sample in stood, and there are as many out as the
/// recording is long, rounded up.
final class Resampler {
  private var converter: RateConverter
  private let inputRate: Int
  private let outputRate: Int
  /// The results that are ready, and those of them that have been taken.
  private var ready = 0
  private var used = 0
  private var taken = 0
  private var given = 0
  private var isFlushing = false

  init(from inputRate: Int, to outputRate: EngineRate, channels: Int) {
    converter = RateConverter(from: inputRate, to: outputRate.rawValue, channels: channels)
    self.inputRate = inputRate
    self.outputRate = outputRate.rawValue
  }

  /// Whether more input is needed before more can come out.
  var isHungry: Bool { used == ready && !isFlushing }

  /// Takes as many frames as it has room for, and `block` holds.
  func feed(_ block: SampleBlock, channels: (Int, Int)) {
    let count = min(block.count, RateConverter.capacity)
    taken += count
    block.take(
      count,
      SampleBlock.Lanes(
        channels: channels, first: converter.input(0),
        second: converter.channels > 1 ? converter.input(1) : nil))
    ready = converter.convert(count)
    used = 0
  }

  /// Says that no more input comes: what is still inside is pushed out by silence.
  func finish() { isFlushing = true }

  /// Gives samples, at most `count`; 0 when it is hungry or everything is out.
  func take(_ lanes: borrowing SampleBlock.Lanes, count: Int) -> Int {
    var room = count
    if isFlushing {
      // Rounded up, so that no part of the recording is lost.
      room = min(room, (taken * outputRate + inputRate - 1) / inputRate - given)
      if room > 0, used == ready {
        ready = converter.convertSilence()
        used = 0
      }
    }
    room = min(room, ready - used)
    guard room > 0 else { return 0 }
    lanes.first.update(from: converter.output(0) + used, count: room)
    if converter.channels > 1, let second = lanes.second {
      second.update(from: converter.output(1) + used, count: room)
    }
    used += room
    given += room
    return room
  }
}
