package import Conversation

extension Summary {
  /// Why there is no line of guidance; nil where there is one.
  package var guidanceAbsence: String? {
    guard guidance.isEmpty else { return nil }
    guard reliable else { return "None: the figures are not reliable." }
    let agent = metrics.parties.agent
    let customer = metrics.parties.customer
    guard agent.talk > .zero || customer.talk > .zero else { return "None: nobody spoke." }
    for party in Party.allCases where metrics.parties[party].talk == .zero {
      return "None: only the \(party.other.name) was heard."
    }
    return "Nothing stands out in \(FigureText.count(agent.turns + customer.turns, "turn")), and "
      + "praise needs more evidence than that nothing went wrong."
  }

  /// Why there is no strength, or no advice, beside the other; nil where there is one.
  package func absence(ofStrengths isStrength: Bool) -> String? {
    guard !guidance.isEmpty, !guidance.contains(where: { $0.rule.isStrength == isStrength }) else {
      return nil
    }
    let isMarked = metrics.parties.agent.interruptions.markedWrong > 0
    let fault = isMarked ? "a fault or a flag marked as wrong" : "a fault"
    return isStrength
      ? "Nothing to praise: too little evidence, or \(fault) speaks against it."
      : "No fault stands out."
  }
}
