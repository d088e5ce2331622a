import Conversation
import Listening
import Measures

extension Metrics {
  /// Takes the measures of the sound, which do not follow from events.
  mutating func take(_ sound: CallSound.State) {
    let sums = sound.sums
    takeLevels(of: sums.powers)
    sums.tone.measure(&self)
    for party in Party.allCases { parties[party].firstMinute = sound.firstMinutes[party] }
  }
}
