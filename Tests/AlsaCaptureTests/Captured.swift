import Conversation
import Testing

@testable import AlsaCapture

/// All that a capture delivered until it had `length` frames of stream.
struct Captured {
  var samples: [Float] = []
  var pieces: [CapturePiece] = []
  var counters: CaptureCounters

  /// Captures from a simulated device, going by its own clock.
  init(_ device: SimulatedDevice, channels: [Int] = [], frames length: Int) throws {
    try self.init(device, request: device.request(channels: channels), frames: length)
  }

  init(_ device: SimulatedDevice, request: CaptureRequest, frames length: Int) throws {
    let opened = try CaptureDevice.open(request)
    var stream = try CaptureStream.start(opened, clock: device.clock)
    // In succession: a busy machine may give every piece a wait of its own.
    var patience = 3000
    while stream.position < length && patience > 0 {
      guard let piece = stream.next() else {
        stream.wait(milliseconds: 10)
        patience -= 1
        continue
      }
      patience = 3000
      pieces.append(piece)
      if case .frames = piece { samples += stream.samples }
    }
    stream.stop()
    waitUntil { stream.isFinished }
    counters = stream.counters
  }

  /// The gaps, neighbours with the same reason as one: where in the stream, how long, and why.
  var gaps: [Gap] {
    var gaps: [Gap] = []
    var position = 0
    for piece in pieces {
      switch piece {
      case .frames(let count, _, _): position += count
      case .unknown(let count, _, let reason, _):
        if let last = gaps.last, last.start + last.length == position, last.reason == reason {
          gaps[gaps.count - 1].length += count
        } else {
          gaps.append(Gap(start: position, length: count, reason: reason))
        }
        position += count
      default: break
      }
    }
    return gaps
  }

  struct Gap: Equatable {
    var start: Int
    var length: Int
    var reason: UnknownReason
  }
}
