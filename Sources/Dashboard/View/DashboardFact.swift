import Conversation
import Wording

/// A measure of the call in words.
struct DashboardFact {
  let name: String
  let text: String
  /// The same for a line that several share; nil for what can be left out there.
  let short: String?
}

extension DashboardView {
  /// Patience, dead air, the longest turns and the opening statement.
  var facts: [DashboardFact] {
    guard state.call != .waiting, shows(.speech) else {
      return ["patience", "dead air", "longest", "opening"].map {
        DashboardFact(name: $0, text: glyphs.missing, short: "\($0) \(glyphs.missing)")
      }
    }
    return [patience, deadAir, longest, opening] + (state.words.map { [words($0)] } ?? [])
  }

  private func words(_ acts: SpokenActs) -> DashboardFact {
    var text = "agent: " + FigureText.count(acts.questions, "question")
    text += ", open at least \(acts.openQuestions); possibly played back \(acts.playbacks)"
    if acts.cuts > 0 { text += "; cut in \(acts.cuts)" }
    return DashboardFact(name: "words", text: text, short: nil)
  }

  private var patience: DashboardFact {
    let agent = metrics.parties.agent.responses
    guard let median = agent.median else {
      return DashboardFact(
        name: "patience", text: glyphs.missing, short: "patience \(glyphs.missing)")
    }
    let length = FigureText.length(median < .zero ? .zero - median : median)
    var text = "agent \(length) \(median < .zero ? "before" : "after") the customer stops"
    text += agent.count == 1 ? " (once)" : " (median of \(agent.count))"
    if let customer = metrics.parties.customer.responses.median {
      text += ", customer \(FigureText.tenths(customer)) s"
    }
    return DashboardFact(
      name: "patience", text: text, short: "patience \(FigureText.tenths(median)) s")
  }

  private var deadAir: DashboardFact {
    let silences = metrics.deadAir
    guard silences.count > 0 else {
      return DashboardFact(name: "dead air", text: "none", short: "no dead air")
    }
    var text = "\(silences.count), \(FigureText.length(silences.total)) in all"
    if silences.count > 1 { text += ", \(FigureText.length(silences.longest)) at most" }
    return DashboardFact(
      name: "dead air", text: text,
      short: "dead air \(silences.count) (\(FigureText.length(silences.total)))")
  }

  private var longest: DashboardFact {
    let parties = metrics.parties
    let turns = Party.allCases.map { party in
      let longest = longestTurn(of: party)
      return "\(party.name) " + (longest > .zero ? FigureText.minutes(longest) : glyphs.missing)
    }
    let monologues = parties.agent.monologues + parties.customer.monologues
    var text = "turn: " + turns.joined(separator: ", ")
    if monologues > 0 { text += ", " + FigureText.count(monologues, "monologue") }
    return DashboardFact(
      name: "longest", text: text, short: "longest " + FigureText.minutes(longestTurn(of: .agent))
    )
  }

  /// A party's longest turn, the one under way included.
  private func longestTurn(of party: Party) -> SampleTime {
    let finished = metrics.parties[party].longestTurn
    guard case .running(let start) = state.call, !state.isPaused,
      let turn = state.turn.current, turn.party == party
    else { return finished }
    return max(finished, state.now - max(turn.since, start))
  }

  private var opening: DashboardFact {
    guard let statement = metrics.openingStatement, shows(.interruptions) else {
      return DashboardFact(name: "opening", text: glyphs.missing, short: nil)
    }
    let length = FigureText.length(statement.interval.length)
    var text = "customer \(length)"
    if let first = statement.firstInterrupted {
      text += ", interrupted after \(FigureText.length(first))"
    }
    text += statement.completed ? ", completed" : ", loses the turn"
    return DashboardFact(name: "opening", text: text, short: "opening \(length)")
  }
}
