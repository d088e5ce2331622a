import Conversation
import VoiceActivity

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

  /// Takes the levels that the parties' powers come to.
  mutating func takeLevels(of powers: PartyPair<PowerSums>) {
    for party in Party.allCases {
      let levels = SpeechLevels(powers[party])
      parties[party].speechLevel = levels.level
      parties[party].signalToNoise = levels.signalToNoise
    }
  }
}
