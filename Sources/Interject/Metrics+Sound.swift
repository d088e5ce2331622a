import Conversation
import TurnTaking
import VoiceActivity

extension Metrics {
  /// Takes the measures of the sound, which do not follow from events.
  mutating func take(_ sound: CallSound.State) {
    takeLevels(of: sound.sums.powers)
    sound.sums.tone.measure(&self)
    for party in Party.allCases { parties[party].firstMinute = sound.firstMinutes[party] }
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
