public import Conversation

/// Guidance from words: one piece of advice and one strength at most, from what the rules tell surely.
public enum WordGuidance {
  /// The most lines of a report.
  private static let most = 5
  /// The fewest cuts that make advice, and the fewest open questions that make a strength.
  private static let fewest = (cuts: 2, questions: 3)

  /// The lines of a report with what the agent's words add, strengths first.
  ///
  /// Without punctuation fewer than four in five cuts in a pause are right: too few for advice.
  public static func lines(
    _ lines: [GuidanceLine], with events: [WordEvent], isPunctuated: Bool
  ) -> [GuidanceLine] {
    var all = lines
    let cuts = events.compactMap { event -> SampleTime? in
      if case .cutInPause(.agent, let start, _, _) = event { start } else { nil }
    }
    let questions = events.compactMap { event -> SampleTime? in
      if case .question(.agent, let interval, isOpen: true, _, _) = event {
        interval.start
      } else {
        nil
      }
    }
    if questions.count >= fewest.questions, all.count < most {
      let place = all.firstIndex { !$0.rule.isStrength } ?? all.endIndex
      all.insert(line(.askedOpenly, questions), at: place)
    }
    if isPunctuated, cuts.count >= fewest.cuts, all.count < most {
      all.append(line(.cutInPause, cuts))
    }
    return all
  }

  private static func line(_ rule: GuidanceRule, _ times: [SampleTime]) -> GuidanceLine {
    GuidanceLine(
      rule: rule, count: times.count, moments: times.prefix(5).map { GuidanceMoment($0) })
  }
}
