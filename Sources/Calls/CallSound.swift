import Conversation
import Measures
import VoiceActivity

/// The sound of a call, without its holds and what follows it.
struct CallSound: Sendable {
  /// What the sound comes to at a moment of the call.
  struct State: Sendable {
    var sums = SoundSums()
    var firstMinutes = PartyPair<VoiceFigures?>(repeating: nil)
  }

  private let callStart: SampleTime
  private var finished = SoundSums()
  private var start: SoundSums
  private var latest: SoundSums
  private var firstMinutes = PartyPair<VoiceFigures?>(repeating: nil)
  /// The state at the last words that belong to the call for certain.
  private var settled = State()
  /// The end of the words up to which it is settled.
  private var measured: SampleTime
  private var isBackFromHold = false

  /// Begins to count at a moment with the session's sums by then.
  init(from sums: SoundSums, at start: SampleTime) {
    callStart = start
    self.start = sums
    latest = sums
    measured = start
  }

  /// The state up to now.
  var state: State { State(sums: sums, firstMinutes: firstMinutes) }

  /// The state of a call that ends at a time: what follows its last words does not count.
  func state(to end: SampleTime) -> State { end > measured ? state : settled }

  /// Counts the session's sums as long as somebody speaks: what follows may be music, or no call.
  mutating func follow(
    _ sound: SessionSound, isSpeaking: Bool, lastWords: SampleTime, isOnHold: Bool
  ) {
    if isOnHold {
      isBackFromHold = true
    } else if isBackFromHold {
      goOn(from: sound.sums)
      isBackFromHold = false
    } else if isSpeaking || lastWords > measured {
      count(sound)
      guard lastWords > measured else { return }
      settled = state
      measured = lastWords
    }
  }

  private var sums: SoundSums {
    var sums = finished
    sums.add(latest.since(start))
    return sums
  }

  private mutating func count(_ sound: SessionSound) {
    latest = sound.sums
    for party in Party.allCases where firstMinutes[party] == nil {
      guard let minute = sound.firstMinutes[party], minute.start >= callStart else { continue }
      firstMinutes[party] = minute.figures
    }
  }

  /// Goes on at a later moment and leaves out what lies between.
  private mutating func goOn(from later: SoundSums) {
    finished = sums
    start = later
    latest = later
  }
}
