import Reporting
import Wording

/// Figures of a team as people read them, for text and page alike.
enum TeamWords {
  static let missing = "–"

  static func rate(_ rate: Double?, _ count: Int, places: Int = 1) -> String {
    rate.map { FigureText.decimal($0, places: places) } ?? "\(count) in all"
  }

  static func range(_ range: ClosedRange<Double>?, places: Int = 1) -> String {
    guard let range else { return missing }
    return FigureText.decimal(range.lowerBound, places: places) + "–"
      + FigureText.decimal(range.upperBound, places: places)
  }

  static func percent(_ share: Double?) -> String { share.map(FigureText.percent) ?? missing }

  static func seconds(_ seconds: Double?) -> String {
    seconds.map { FigureText.decimal($0, places: 1) + " s" } ?? missing
  }

  /// What the column "waits" holds; the same in the figures of a team and in trends.
  static let waitNote = """
    Waits: the median over calls of each call's usual wait, which is the median time from the end of \
    the customer's words to the start of the agent's.
    """

  /// The usual wait and what it is, for a tile: before zero it is none.
  static func wait(_ seconds: Double?) -> (String, String) {
    if let seconds, (seconds * 10).rounded() < 0 {
      return (self.seconds(-seconds), "before the customer stops, agents usually start")
    }
    return (self.seconds(seconds), "usual wait before answering")
  }

  static func openings(_ figures: TeamFigures) -> String {
    figures.openings.all == 0 ? missing : "\(figures.openings.heard) of \(figures.openings.all)"
  }

  /// A change such as `-18 % (-30 to -4 %)`, with what it says.
  static func change(_ change: TeamChange?) -> String {
    guard let change else { return missing }
    let text =
      percent(change: change.ratio) + " ("
      + percent(change: change.interval.lowerBound) + " to "
      + percent(change: change.interval.upperBound) + ")"
    return direction(change) + ": " + text
  }

  static func weeks(_ count: Int) -> String {
    count == 1
      ? "the last week against the one before"
      : "the last \(count) weeks against the \(count) before"
  }

  /// What a row with the change is called.
  static func changeName(_ change: TeamChange?) -> String {
    guard let weeks = change?.weeks else { return "change over weeks" }
    return weeks == 1
      ? "last week against the one before" : "last \(weeks) weeks against \(weeks) before"
  }

  static func direction(_ change: TeamChange?) -> String {
    switch change?.direction {
    case .up: "more"
    case .down: "fewer"
    case .unclear: "no clear change"
    case nil: missing
    }
  }

  private static func percent(change ratio: Double) -> String {
    let points = (ratio - 1) * 100
    return (points > 0 ? "+" : "") + FigureText.decimal(points, places: 0) + " %"
  }

  static func mark(_ mark: TeamMember.Mark?) -> String {
    switch mark {
    case .more: "more often than the team"
    case .less: "less often than the team"
    case nil: ""
    }
  }

  /// Whether the flags have been checked on the team's own calls, and what came of it.
  static func checked(_ estimate: ReviewEstimate?, _ commands: ReaderCommands?) -> String {
    guard let estimate, let share = estimate.precision.share else {
      let way = commands.map {
        ": \($0.sample) makes a page for judging a sample by ear; add the answers with \($0.answers)"
      }
      return "Not yet checked on your calls\(way ?? "")."
    }
    let precision = estimate.precision
    var text =
      "On your own calls \(precision.hits) of \(precision.count) sampled flags were judged right ("
      + FigureText.percent(share) + ", " + percents(precision.interval) + ")"
    if let missed = estimate.strata[.overlap], missed.count > 0 {
      text +=
        "; of \(missed.count) unflagged overlaps \(missed.hits) "
        + (missed.hits == 1 ? "was" : "were") + " missed"
    }
    return text + "."
  }

  static func percents(_ range: ClosedRange<Double>) -> String {
    FigureText.decimal(range.lowerBound * 100, places: 0) + "–"
      + FigureText.percent(range.upperBound)
  }

  /// What was marked as wrong, and the figures without it.
  static func disputes(_ undisputed: TeamFigures?, _ whole: TeamFigures) -> String? {
    guard let undisputed else { return nil }
    return
      "\(FigureText.count(whole.disputed, "flag")) of agents marked as wrong by people on the calls: "
      + "with them the turn was taken \(FigureText.count(undisputed.taken, "time")), without them "
      + "\(FigureText.count(whole.taken, "time")). All figures here are without them. Marks on "
      + "customers' flags change no figure here."
  }

  /// What is left out of the figures.
  static func omissions(_ report: TeamReport) -> [String] {
    var notes: [String] = []
    let least = "\(TeamFigures.fewestCalls) calls or \(Int(TeamFigures.fewestMinutes)) minutes"
    if report.hidden > 0, case .own(let name) = report.people {
      notes.append(
        "\(name) has fewer than \(least): too few to show. These calls are in the team's figures.")
    } else if report.hidden > 0 {
      notes.append(
        "Agents not shown, with fewer than \(least): \(report.hidden). Their calls are in the "
          + "team's figures.")
    }
    if report.unreliable > 0 {
      notes.append("Calls left out for unreliable figures: \(report.unreliable).")
    }
    if report.nameless > 0, report.people != .none {
      notes.append("Calls without an agent's name: \(report.nameless).")
    }
    return notes
  }

  static let noMoments =
    "None: as many good ones are shown as others, and these calls lack one of the two."

  static let tooSmall =
    "Fewer than \(TeamFigures.fewestCalls) calls or \(Int(TeamFigures.fewestMinutes)) minutes: "
    + "too few to show."

  static let purpose = """
    For listening together and learning. Not for dismissal, pay or ranking: one figure does \
    not judge a person's work, and flags are sometimes wrong.
    """

  static let markNote = """
    An agent is marked only where the 95 % interval over calls, corrected for the number of agents \
    (Holm), excludes what the rest of the team does in calls of the same kinds.
    """
}
