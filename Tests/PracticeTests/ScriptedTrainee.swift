import Conversation
import Practice

/// A trainee that behaves by a plan, whatever the customer does.
struct ScriptedTrainee {
  /// The tellings, by their number among first tellings of pieces, into which it breaks.
  var cuts: Set<Int> = []
  /// How far into a piece it breaks in, and for how long it speaks then, in seconds.
  var cutAfter = 1.5
  var cutLength = 1.6
  /// What it adds after a pause of 0.25 s, in seconds.
  var addition = 0.0
  /// The pieces, by the same number, in which it says a short word of a length in seconds.
  var shortWords: Set<Int> = []
  var shortWord = 0.35
  /// The silence that it leaves before an answer, in seconds; nil for no answer.
  var gap: Double? = 1.0
  var answer = 2.0

  private var state: PlayedCustomer.State?
  private var told = -1
  private var lastPiece: Int?
  private var speaksFrom: SampleTime?
  private var speaksUntil = SampleTime.zero

  /// Whether it speaks in the frame that begins now.
  mutating func speaks(_ customer: PlayedCustomer.State, at now: SampleTime) -> Bool {
    if customer != state {
      if case .telling(let piece, let since, _) = customer {
        if piece != lastPiece {
          told += 1
          if cuts.contains(told) { plan(since, cutAfter, cutLength) }
          if shortWords.contains(told) { plan(since, 2.0, shortWord) }
        }
        lastPiece = piece
      }
      if case .waiting(_, let since, 0) = customer, let gap { plan(since, gap, answer) }
      state = customer
    }
    guard let speaksFrom else { return false }
    let added = speaksUntil + SampleTime(seconds: 0.25)
    if now >= added, now < added + SampleTime(seconds: addition) { return true }
    return now >= speaksFrom && now < speaksUntil
  }

  private mutating func plan(_ since: SampleTime, _ after: Double, _ length: Double) {
    let start = since + SampleTime(seconds: after)
    speaksFrom = start
    speaksUntil = start + SampleTime(seconds: length)
  }
}
