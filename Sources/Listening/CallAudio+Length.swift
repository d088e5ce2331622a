package import AudioFiles
package import Conversation

extension CallAudio {
  /// The length of the call; nil where it is not known before its end.
  package var length: SampleTime? {
    expectedSamples.map { SampleTime(ticks: $0 * (SampleTime.ticksPerSecond / rate.rawValue)) }
  }
}
