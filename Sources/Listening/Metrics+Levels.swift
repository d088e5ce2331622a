package import Conversation
package import VoiceActivity

extension Metrics {
  /// Takes the levels that the parties' powers come to.
  package mutating func takeLevels(of powers: PartyPair<PowerSums>) {
    for party in Party.allCases {
      let levels = SpeechLevels(powers[party])
      parties[party].speechLevel = levels.level
      parties[party].signalToNoise = levels.signalToNoise
    }
  }
}
