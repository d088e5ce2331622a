import Conversation
import Testing

/// A random conversation, its events and the oracle of its frames; each is made once.
struct RandomCall: Sendable, CustomTestStringConvertible {
  let name: String
  let call: ScriptedCall
  let oracle: FrameOracle

  private init(_ name: String, _ states: PartyPair<[FrameState]>) {
    self.name = name
    call = ScriptedCall(states)
    oracle = FrameOracle(call, script: states)
  }

  var testDescription: String { name }

  /// Both heard all the time, speaking and pausing regardless of each other.
  static let heard = (0..<10).map { seed in
    RandomCall("heard \(seed)", RandomConversation.reckless(seed: seed))
  }

  /// The same with time that one of them is not heard.
  static let lossy = (0..<10).map { seed in
    RandomCall("lossy \(seed)", RandomConversation.reckless(seed: 100 + seed, unknown: 0.15))
  }

  /// Turns with pauses, gaps and overlaps that end a turn.
  static let orderly = (0..<6).map { seed in
    RandomCall("orderly \(seed)", RandomConversation.orderly(seed: seed))
  }

  static let all = heard + lossy + orderly
}
