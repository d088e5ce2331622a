import Conversation
import VoiceActivity

/// One of many live calls: an engine and its place in the audio that all of them hear.
final class LiveLine {
  /// When in each 10 ms its samples fall due, in nanoseconds.
  let phase: Int
  private var frame: Int
  private var engine: Engine

  init(configuration: Configuration, rate: EngineRate, kernels: KernelSet, phase: Int, frame: Int) {
    engine = Engine(configuration: configuration, rate: rate, kernels: kernels)
    self.phase = phase
    self.frame = frame
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
