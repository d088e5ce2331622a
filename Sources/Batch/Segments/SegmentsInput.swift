/// A file that says who speaks when in a call.
package struct SegmentsInput: Equatable, Sendable {
  package var path: String
  /// The agent's name in it, where the user says it.
  package var agentSpeaker: String?
  /// The customer's name in it, where the user says it.
  package var customerSpeaker: String?
  /// Whether there is a recording too, which tells how long the call is.
  package var hasRecording: Bool

  package init(
    path: String, agentSpeaker: String? = nil, customerSpeaker: String? = nil,
    hasRecording: Bool = true
  ) {
    self.path = path
    self.agentSpeaker = agentSpeaker
    self.customerSpeaker = customerSpeaker
    self.hasRecording = hasRecording
  }
}
