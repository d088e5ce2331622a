import Conversation

extension Metrics {
  /// Takes the measures of the sound, which do not follow from events, over from others.
  mutating func takeSound(of other: Metrics) {
    for party in Party.allCases {
      parties[party].speechLevel = other.parties[party].speechLevel
      parties[party].signalToNoise = other.parties[party].signalToNoise
      parties[party].voice = other.parties[party].voice
      parties[party].firstMinute = other.parties[party].firstMinute
    }
    distraction = other.distraction
  }
}
