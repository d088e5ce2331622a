import Wording

extension TeamReport {
  /// All moments, of the team and of each agent.
  public var allMoments: [TeamMoment] { moments + members.flatMap(\.moments) }

  /// As many good moments as others, one of a call at most.
  static func moments(
    of calls: [TeamCall], _ names: [String: String], agent: String?, _ most: Int
  ) -> [TeamMoment] {
    func moment(
      _ call: TeamCall, _ start: Double, _ text: String, isGood: Bool, flag: Int? = nil
    ) -> TeamMoment {
      TeamMoment(
        place: .init(file: call.file, start: start), call: names[call.file] ?? "", flag: flag,
        text: text, isGood: isGood, agent: agent)
    }
    let worst = calls.compactMap { call -> (Double, TeamMoment)? in
      let standing = call.flags.filter { $0.tookTurn && !$0.isDisputed }
      guard let flag = standing.max(by: { $0.salience < $1.salience }) else { return nil }
      let text = "The agent takes the customer's turn."
      return (flag.salience, moment(call, flag.start, text, isGood: false, flag: flag.id))
    }
    let best = calls.compactMap { call -> (Double, TeamMoment)? in
      if let strength = call.strengths.max(by: { $0.count < $1.count }) {
        return (
          1000 + Double(strength.count), moment(call, strength.start, strength.text, isGood: true)
        )
      }
      // Without a strength, what can be heard: a long turn of the customer that came to its end.
      guard let turn = call.heardOut else { return nil }
      let length = turn.upperBound - turn.lowerBound
      let text =
        "The customer speaks for \(FigureText.decimal(length, places: 0)) s, and no interruption is flagged."
      return (length, moment(call, turn.lowerBound, text, isGood: true))
    }
    let count = min(most, worst.count, best.count)
    func first(_ moments: [(Double, TeamMoment)]) -> [TeamMoment] {
      moments.sorted { $0.0 > $1.0 }.prefix(count).map(\.1)
    }
    return first(best) + first(worst)
  }
}
