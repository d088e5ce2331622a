import Conversation

/// A measure of the call in words.
struct Fact {
  let name: String
  let text: String
  /// The same for a line that several share; nil for what can be left out there.
  let short: String?
}

extension DashboardView {
  /// Patience, dead air, the longest turns and the opening statement.
  var facts: [Fact] {
    guard state.call != .waiting, shows(.speech) else {
      return ["patience", "dead air", "longest", "opening"].map {
        Fact(name: $0, text: signs.missing, short: "\($0) \(signs.missing)")
      }
    }
    return [patience, deadAir, longest, opening]
  }

  private var patience: Fact {
    let agent = metrics.parties.agent.responses
    guard let median = agent.median else {
      return Fact(name: "patience", text: signs.missing, short: "patience \(signs.missing)")
    }
    let length = Figures.length(median < .zero ? .zero - median : median)
    var text = "agent \(length) \(median < .zero ? "before" : "after") the customer stops"
    text += agent.count == 1 ? " (once)" : " (median of \(agent.count))"
    if let customer = metrics.parties.customer.responses.median {
      text += ", customer \(Figures.decimal(customer)) s"
    }
    return Fact(
      name: "patience", text: text, short: "patience \(Figures.decimal(median)) s")
  }

  private var deadAir: Fact {
    let silences = metrics.deadAir
    guard silences.count > 0 else {
      return Fact(name: "dead air", text: "none", short: "no dead air")
    }
    var text = "\(silences.count), \(Figures.length(silences.total)) in all"
    if silences.count > 1 { text += ", \(Figures.length(silences.longest)) at most" }
    return Fact(
      name: "dead air", text: text,
      short: "dead air \(silences.count) (\(Figures.length(silences.total)))")
  }

  private var longest: Fact {
    let parties = metrics.parties
    let turns = Party.allCases.map { party in
      let longest = parties[party].longestTurn
      return "\(party.name) " + (longest > .zero ? Figures.clock(longest) : signs.missing)
    }
    let monologues = parties.agent.monologues + parties.customer.monologues
    var text = "turn: " + turns.joined(separator: ", ")
    if monologues > 0 { text += ", " + Figures.count(monologues, "monologue") }
    return Fact(
      name: "longest", text: text, short: "longest " + Figures.clock(parties.agent.longestTurn))
  }

  private var opening: Fact {
    guard let statement = metrics.openingStatement, shows(.interruptions) else {
      return Fact(name: "opening", text: signs.missing, short: nil)
    }
    let length = Figures.length(statement.interval.length)
    var text = "customer \(length)"
    if let first = statement.firstInterrupted {
      text += ", interrupted after \(Figures.length(first))"
    }
    text += statement.completed ? ", completed" : ", loses the floor"
    return Fact(name: "opening", text: text, short: "opening \(length)")
  }
}
