import Conversation

extension TeamReport {
  /// The calls with the flags that people have marked as wrong set apart.
  static func disputing(_ calls: [TeamCall], _ answers: [ReviewAnswers]) -> [TeamCall] {
    let marks = GatheredAnswers(answers).marks.filter { $0.party == Party.agent.name }
    guard !marks.isEmpty else { return calls }
    let bySource = Dictionary(grouping: marks, by: \.source)
    return calls.map { call in
      guard let own = bySource[call.source] else { return call }
      var call = call
      for index in call.flags.indices {
        call.flags[index].isDisputed = own.contains {
          abs($0.start - call.flags[index].start) < 0.05
        }
      }
      let disputed = call.flags.filter(\.isDisputed).map(\.start)
      // Whether an opening was cut is not known without the flag that is said to have cut it.
      call.isOpeningDisputed =
        call.openingHeard == false
        && disputed.contains { call.opening?.contains($0) ?? false }
      return call
    }
  }

  /// How many marks are about no flag of these calls; a customer's flags are known by their calls.
  static func unmatched(_ calls: [TeamCall], _ answers: [ReviewAnswers]) -> Int {
    let bySource = Dictionary(grouping: calls, by: \.source)
    return GatheredAnswers(answers).marks.count { mark in
      guard let own = bySource[mark.source] else { return true }
      guard mark.party == Party.agent.name else { return false }
      return !own.contains { call in call.flags.contains { abs($0.start - mark.start) < 0.05 } }
    }
  }

  static func asFlagged(_ calls: [TeamCall]) -> [TeamCall] {
    calls.map { call in
      var call = call
      for index in call.flags.indices { call.flags[index].isDisputed = false }
      call.isOpeningDisputed = false
      return call
    }
  }

  /// The figures as if nothing had been marked as wrong; nil where nothing was.
  static func undisputed(_ calls: [TeamCall]) -> TeamFigures? {
    calls.contains { $0.flags.contains(where: \.isDisputed) }
      ? TeamFigures(asFlagged(calls)) : nil
  }
}
