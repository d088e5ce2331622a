/// What the user is asked to do while a set-up is tried.
package enum SetupQuestion: String, Hashable, Sendable {
  /// To say something, so that the agent's side is heard.
  case speak
  /// To play something and be silent, so that the customer's side is heard, and what leaks from it.
  case play
}
