import Conversation

/// How far the step under way is filled, and what of it was not heard.
struct StepFilling {
  /// The samples of each party so far.
  private(set) var samples = 0
  /// Which of its frames hold samples that were not heard.
  private(set) var isMissing = PartyPair<InlineArray<2, Bool>>(
    repeating: InlineArray(repeating: false))

  /// Takes so many more samples, at least one and at most those that still fit.
  mutating func add(_ count: Int, heard: PartyPair<Bool>, frameLength: Int) {
    if !heard.agent || !heard.customer {
      let last = (samples + count - 1) / frameLength
      for index in samples / frameLength...last {
        if !heard.agent { isMissing.agent[index] = true }
        if !heard.customer { isMissing.customer[index] = true }
      }
    }
    samples += count
  }

  /// Whether both parties are heard in all of the step.
  var isHeard: Bool {
    for index in 0..<Spectrum.framesPerStep
    where isMissing.agent[index] || isMissing.customer[index] {
      return false
    }
    return true
  }
}
