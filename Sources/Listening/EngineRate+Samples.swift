package import Conversation

extension EngineRate {
  /// The samples in a length of time.
  package func samples(in time: SampleTime) -> Int {
    time.ticks / (SampleTime.ticksPerSecond / rawValue)
  }
}
