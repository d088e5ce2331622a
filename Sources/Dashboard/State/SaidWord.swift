import Conversation

/// A word to the agent, and when it was said.
struct SaidWord: Equatable, Sendable {
  var nudge: Nudge
  var at: SampleTime
}
