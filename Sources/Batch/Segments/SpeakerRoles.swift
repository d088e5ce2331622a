import Conversation

/// Which speaker of a file of segments is the agent and which the customer, and how that is known.
package struct SpeakerRoles: Equatable, Sendable {
  /// The agent's name in the file; nil where only the customer speaks.
  package let agent: String?
  /// The customer's name; nil where only the agent speaks.
  package let customer: String?
  /// A sentence about what was assumed or left out; nil where nothing was.
  package let note: String?
  /// Whether nothing but who speaks first says which is which.
  package private(set) var isGuess = false

  /// Takes the speakers in the order in which they first speak.
  ///
  /// Names that the user gave hold; then names that are "agent" or "customer", or the agent's own;
  /// and else the agent is the one who speaks first.
  package init(
    _ speakers: [String], agent: String?, customer: String?, agentID: String? = nil,
    at place: String
  ) throws(BatchError) {
    for (party, name) in [(Party.agent, agent), (.customer, customer)] {
      guard let name, !speakers.contains(name) else { continue }
      throw BatchError(
        .data, at: place,
        "there is no speaker \(name) to be the \(party.name); it has \(speakers.joined(separator: ", "))"
      )
    }
    func called(_ names: [String?]) -> String? {
      let names = names.compactMap { $0?.lowercased() }
      return speakers.first { names.contains($0.lowercased()) }
    }
    let agentName = agent ?? called(["agent", agentID])
    let customerName = customer ?? called(["customer"])
    let others = speakers.filter { $0 != agentName && $0 != customerName }
    switch (agentName, customerName) {
    case (let agent?, let customer?):
      (self.agent, self.customer) = (agent, customer)
      note =
        others.isEmpty
        ? nil : "left out, as neither agent nor customer: \(others.joined(separator: ", "))"
      return
    case (let agent?, nil) where others.count < 2:
      (self.agent, self.customer, note) = (agent, others.first, nil)
      return
    case (nil, let customer?) where others.count < 2:
      (self.agent, self.customer, note) = (others.first, customer, nil)
      return
    case (nil, nil) where speakers.count <= 2:
      self.agent = speakers.first
      self.customer = speakers.count > 1 ? speakers[1] : nil
      note = "\(speakers.first ?? "") speaks first and was taken for the agent"
      isGuess = true
      return
    default: break
    }
    throw BatchError(
      .parties, at: place,
      "it has \(speakers.count) speakers (\(speakers.joined(separator: ", ")))")
  }
}
