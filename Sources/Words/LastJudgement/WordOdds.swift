import Conversation

/// The odds that an onset over the other's speech is an interruption, by its timing and the words said.
enum WordOdds {
  /// What a flag needs to stand, by whether the floor was taken.
  static let stands = WordWeights.stands
  /// What makes an interruption of an onset that was not flagged.
  static let raises = WordWeights.raises
  /// What the holder's return upon an answer is worth, after a piece that it had finished: no data, a choice.
  static let holder: Float = 1
  /// What lasts longer in one go is no agreement.
  static let longestAgreement = SampleTime(seconds: 2.5)
  /// Lengths beyond this count as this, in seconds.
  private static let longest: Float = 2

  /// The logarithm of the odds; lengths are as known when the onset was judged.
  ///
  /// `timing` are the odds by timing, `starts` when each word began after the onset, in seconds, and
  /// `heard` for how long the words are known.
  static func logit(
    timing: Float, listed: [Bool], starts: [Float], heard: Float, outcome: InterruptionOutcome,
    length: Float, rest: Float
  ) -> Float {
    let length = min(length, longest)
    let rest = min(rest, longest)
    let said = Float(listed.count)
    let acknowledging = Float(listed.count { $0 })
    let claiming = said - acknowledging
    var inOneGo: (claiming: Float, acknowledging: Float) = (0, 0)
    for (index, start) in starts.enumerated() where start <= length + 0.05 {
      if listed[index] { inOneGo.acknowledging += 1 } else { inOneGo.claiming += 1 }
    }
    let first = Float(listed.firstIndex(of: false) ?? listed.count)
    // The order is the recipe's (Training/interruptions/words.py).
    let inputs: [Float] = [
      timing, outcome == .floorTaken ? 1 : 0, outcome == .floorKept ? 1 : 0,
      min(length, 0.5), min(length, 1), length, min(rest, 1), rest,
      min(said, 1), min(said, 3), min(said, 8), min(acknowledging, 1), min(acknowledging, 3),
      min(claiming, 1), min(claiming, 2), min(claiming, 4), min(claiming, 8),
      min(inOneGo.claiming, 1), min(inOneGo.claiming, 2), min(inOneGo.claiming, 4),
      min(inOneGo.acknowledging, 1), min(inOneGo.acknowledging, 3),
      listed.first == true ? 1 : 0, min(first, 3), said == 0 ? 1 : 0, claiming / max(said, 1),
      Float(listed.prefix(3).count { !$0 }), min(max(heard, 0), 3),
    ]
    var logit = WordWeights.bias
    for unit in WordWeights.biases.indices {
      var sum = WordWeights.biases[unit]
      for (index, input) in inputs.enumerated() {
        sum += WordWeights.hidden[unit * inputs.count + index] * input
      }
      logit += WordWeights.output[unit] * max(0, sum)
    }
    return logit
  }
}
