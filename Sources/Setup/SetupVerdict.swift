package import Conversation

/// What a check has found out about a set-up.
package struct SetupVerdict: Equatable, Sendable {
  /// Both sides as they were at the end.
  package var sides: PartyPair<SetupSide>
  /// What was heard of both sides.
  package var heard: PartyPair<SetupHeard>
  /// What there is to say, faults first.
  package var findings: [SetupFinding]

  package init(
    sides: PartyPair<SetupSide>, heard: PartyPair<SetupHeard>, findings: [SetupFinding]
  ) {
    self.sides = sides
    self.heard = heard
    self.findings = findings.filter(\.isFault) + findings.filter { !$0.isFault }
  }

  /// Whether calls can be heard so.
  package var isRight: Bool { !findings.contains(where: \.isFault) }

  /// Whether neither party is heard on the other's side; nil where that could not be told.
  package var isApart: Bool? {
    for finding in findings {
      switch finding {
      case .sameSource, .swapped, .leak: return false
      default: continue
      }
    }
    let enough = SampleTime(seconds: 3)
    return heard.agent.talk >= enough && heard.customer.sound >= enough ? true : nil
  }

  /// The one output that should be heard in place of the one that is; nil where none or several may be.
  package var betterOutput: SetupDevice? {
    for case .otherOutputs(let outputs, isCustomerHeard: false) in findings {
      return outputs.count == 1 ? outputs[0] : nil
    }
    return nil
  }
}
