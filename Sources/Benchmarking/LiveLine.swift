import CKernels
import Conversation
import Listening
import VoiceActivity

/// One of many live calls: an engine and its place in the audio that all of them hear.
final class LiveLine {
  /// When in each 10 ms its samples fall due, in nanoseconds.
  let phase: Int
  private var frame: Int
  private var engine: Engine
  /// The bytes up to the engine.
  private static let headBytes = 64

  init(configuration: Configuration, rate: EngineRate, kernels: KernelSet, phase: Int, frame: Int) {
    engine = Engine(configuration: configuration, rate: rate, kernels: kernels)
    self.phase = phase
    self.frame = frame
  }

  /// Begins to fetch the place in the audio, so that `expect` finds it.
  func announce() {
    ij_prefetch(Unmanaged.passUnretained(self).toOpaque(), Self.headBytes)
  }

  /// Begins to fetch what the next step needs first: the engine, and its samples, which would have
  /// arrived just now.
  func expect(_ call: SyntheticCall) {
    engine.prefetch()
    let length = call.rate.frameLength
    for party in Party.allCases {
      call.samples[party].withUnsafeBufferPointer { samples in
        guard let first = samples.baseAddress else { return }
        ij_prefetch(first + frame * length, length * MemoryLayout<Float>.stride)
      }
    }
  }

  /// Hears the next 10 ms and tells how many events came of it.
  func step(_ call: SyntheticCall) -> Int {
    let length = call.rate.frameLength
    let part = frame * length..<(frame + 1) * length
    var events = 0
    engine.process(
      agent: call.samples.agent.span.extracting(part),
      customer: call.samples.customer.span.extracting(part)
    ) { _ in events += 1 }
    frame = (frame + 1) % (call.samples.agent.count / length)
    return events
  }
}
