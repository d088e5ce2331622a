import Conversation
import Listening
import Measures
import VoiceActivity

/// The sound of a call, without its holds and what follows it.
struct CallSound: Sendable {
  /// What the sound comes to at a moment of the call.
  ///
  /// It keeps counts, which are cheap to take at every step, and adds them up when it is asked.
  struct State: Sendable {
    /// The sums over what came before the last hold.
    private var finished: SoundSums
    /// The session's sums when the call began, or when it came back from its last hold.
    private var start = SoundSums()
    /// What the session has counted since its start; nil where nothing has been since `start`.
    private var latest: SoundCounts?
    var firstMinutes = PartyPair<VoiceFigures?>(repeating: nil)

    /// The state of a call with the sums of its sound.
    init(sums: SoundSums = SoundSums()) { finished = sums }

    /// The state of a call that begins with the session's sums by then.
    init(from start: SoundSums) {
      finished = SoundSums()
      self.start = start
    }

    var sums: SoundSums {
      guard let latest else { return finished }
      var sums = finished
      sums.add(SoundSums(latest).since(start))
      return sums
    }

    mutating func count(_ counts: SoundCounts) { latest = counts }

    /// Goes on at a later moment and leaves out what lies between.
    mutating func goOn(from later: SoundSums) {
      finished = sums
      start = later
      latest = nil
    }
  }

  private let callStart: SampleTime
  /// The state up to now.
  private(set) var state: State
  /// The state at the last words that belong to the call for certain.
  private var settled = State()
  /// The end of the words up to which it is settled.
  private var measured: SampleTime
  private var isBackFromHold = false

  /// Begins to count at a moment with the session's sums by then.
  init(from sums: SoundSums, at start: SampleTime) {
    callStart = start
    state = State(from: sums)
    measured = start
  }

  /// The state of a call that ends at a time: what follows its last words does not count.
  func state(to end: SampleTime) -> State { end > measured ? state : settled }

  /// Counts the session's sums as long as somebody speaks: what follows may be music, or no call.
  mutating func follow(
    _ sound: SessionSound, isSpeaking: Bool, lastWords: SampleTime, isOnHold: Bool
  ) {
    if isOnHold {
      isBackFromHold = true
    } else if isBackFromHold {
      state.goOn(from: sound.sums)
      isBackFromHold = false
    } else if isSpeaking || lastWords > measured {
      count(sound)
      guard lastWords > measured else { return }
      settled = state
      measured = lastWords
    }
  }

  private mutating func count(_ sound: SessionSound) {
    state.count(sound.counts)
    for party in Party.allCases where state.firstMinutes[party] == nil {
      guard let minute = sound.firstMinutes[party], minute.start >= callStart else { continue }
      state.firstMinutes[party] = minute.figures
    }
  }
}
