public import Conversation
import FoundationEssentials
public import Preferences

/// The figures of a team, as far as it was agreed to show them.
///
/// No group of fewer than five calls or twenty minutes is shown.
public struct TeamReport: Sendable {
  /// What to look at, and how.
  public struct Request: Sendable {
    /// Whom to show.
    public var people: TeamPeople
    /// The names to show instead of the agents' own; nil for their own.
    public var pseudonyms: Pseudonyms?
    /// The column that says what a call is about; nil where calls are taken to be alike.
    public var kind: String?
    /// How each call ended for the customer, by column.
    public var outcomes: OutcomeTable?
    /// What people have said of flags.
    public var answers: [ReviewAnswers]
    /// Weeks on either side of a change.
    public var weeks: Int

    /// Creates a request; by default of the team as a whole.
    public init(
      people: TeamPeople = .none, pseudonyms: Pseudonyms? = nil, kind: String? = nil,
      outcomes: OutcomeTable? = nil, answers: [ReviewAnswers] = [], weeks: Int = 4
    ) {
      self.people = people
      self.pseudonyms = pseudonyms
      self.kind = kind
      self.outcomes = outcomes
      self.answers = answers
      self.weeks = weeks
    }
  }

  /// Whom it shows.
  public let people: TeamPeople
  /// The figures of the whole team; nil where even that is too small a group.
  public let whole: TeamFigures?
  /// The same as if nothing had been marked as wrong; nil where nothing was.
  public let undisputed: TeamFigures?
  /// Interruptions that took the turn, an hour, with the interval over calls.
  public let interval: ClosedRange<Double>?
  /// The agents that are shown, by name.
  public let members: [TeamMember]
  /// Those with too few calls to be shown.
  public let hidden: Int
  /// All agents.
  public let agents: Int
  /// The weeks of the whole team.
  public let weeks: [TeamWeek]
  /// The last weeks against those before.
  public let change: TeamChange?
  /// Moments of the team, as many good ones as others.
  public let moments: [TeamMoment]
  /// Associations with outcomes.
  public let associations: [TeamAssociation]
  /// What a review of these calls has found; nil where none was made.
  public let estimate: ReviewEstimate?
  /// The calls that are numbered in place of their names, in that order; empty where names are shown.
  public let numbered: [TeamCall]
  /// The flags that people have marked as wrong and that are in none of these calls.
  public let unmatched: Int
  /// The calls whose figures cannot be trusted, and are left out.
  public let unreliable: Int
  /// The calls that no agent is named for.
  public let nameless: Int
  /// When the calls were, where that is known.
  public let span: ClosedRange<CalendarDay>?

  /// The moments of each kind that are shown of a team; of a person half as many.
  private static let mostMoments = 6

  /// Brings calls together; days begin at midnight of some clocks, weeks on Monday.
  public init(_ calls: [TeamCall], _ request: Request, in time: LocalTime = .current) {
    let reliable = Self.disputing(
      calls.filter(\.isReliable).sorted {
        ($0.started ?? .distantPast, $0.name) < ($1.started ?? .distantPast, $1.name)
      },
      request.answers)
    unreliable = calls.count - calls.count(where: \.isReliable)
    nameless = reliable.count { $0.agent == nil }
    people = request.people
    estimate =
      request.answers.contains { $0.kind == .review } ? ReviewEstimate(request.answers) : nil
    let dates = reliable.compactMap(\.started).map(time.day(of:))
    span = dates.first.flatMap { first in dates.last.map { first...max(first, $0) } }

    let showsNames =
      switch request.people {
      case .none: false
      case .own: true
      case .named: request.pseudonyms == nil
      }
    numbered = showsNames ? [] : reliable
    var names: [String: String] = [:]
    for (index, call) in reliable.enumerated() {
      names[call.file] = showsNames ? call.name : "call \(index + 1)"
    }

    let weights = Self.weights(reliable)
    let figures = TeamFigures(reliable)
    whole = figures.isSmall ? nil : figures
    undisputed = figures.isSmall ? nil : Self.undisputed(reliable)
    interval = CallRate(Self.rates(reliable, nil), seed: "team").interval()
    weeks = figures.isSmall ? [] : Self.weeks(reliable, time)
    change = Self.change(reliable, weeks: request.weeks, time)
    let byAgent = Dictionary(grouping: reliable.filter { $0.agent != nil }) { $0.agent ?? "" }
    agents = byAgent.count

    // Of somebody's own report all agents are compared too, so that it marks as the team's report does.
    var compared: [(name: String, calls: [TeamCall])] = []
    var own: String?
    switch request.people {
    case .none: break
    case .own(let name):
      own = name
      compared = byAgent.map { ($0.key, $0.value) }
    case .named:
      compared = byAgent.map { (request.pseudonyms?[$0.key] ?? $0.key, $0.value) }
    }
    compared.sort { NameOrder($0.name) < NameOrder($1.name) }
    func isShown(_ agent: String) -> Bool { own == nil || own == agent }
    let large = compared.filter { !TeamFigures($0.calls).isSmall }
    hidden = compared.count { isShown($0.name) } - large.count { isShown($0.name) }
    let comparisons = large.map { agent in
      let files = Set(agent.calls.map(\.file))
      // A pseudonym changes no figure.
      let seed = agent.calls.first?.agent ?? agent.name
      let rest = CallRate(
        Self.rates(reliable.filter { !files.contains($0.file) }, weights), seed: "rest")
      return Comparison(
        mine: CallRate(Self.rates(agent.calls, weights), seed: seed, least: rest.dispersion),
        flagged: agent.calls.contains { $0.flags.contains(where: \.isDisputed) }
          ? CallRate(
            Self.rates(Self.asFlagged(agent.calls), weights), seed: seed, least: rest.dispersion)
          : nil,
        rest: rest)
    }
    let stands = HolmCorrection.standing(comparisons.map(\.probability))
    let results = zip(large, zip(comparisons, stands)).filter { isShown($0.0.name) }
    members = results.map { agent, pair in
      let (comparison, stands) = pair
      let (mine, rest) = (comparison.mine, comparison.rest)
      // Rooms are weighted by kind: brought back to hours as they were.
      let hours = TeamFigures(agent.calls).hours
      let scale = hours > 0 ? mine.room / hours : 1
      return TeamMember(
        name: agent.name, figures: TeamFigures(agent.calls),
        undisputed: Self.undisputed(agent.calls),
        interval: mine.interval().map { $0.lowerBound * scale...$0.upperBound * scale },
        rest: Self.rest(of: agent.calls, in: reliable), usual: rest.rate.map { $0 * scale },
        mark: stands ? comparison.mark : nil,
        change: Self.change(agent.calls, weeks: request.weeks, time),
        weeks: Self.weeks(agent.calls, time),
        moments: Self.moments(of: agent.calls, names, agent: agent.name, Self.mostMoments / 2))
    }
    // Somebody's own report shows no colleague's calls.
    moments =
      figures.isSmall || own != nil
      ? [] : Self.moments(of: reliable, names, agent: nil, Self.mostMoments)
    unmatched = Self.unmatched(reliable, request.answers)
    associations = request.outcomes.map { $0.associations(with: reliable) } ?? []
  }

  /// An agent's rate beside the rest of the team.
  private struct Comparison {
    let mine: CallRate
    /// The rate with the flags that were marked as wrong; nil where none was.
    let flagged: CallRate?
    let rest: CallRate

    /// On which side of the rest the rate lies; nil where marks alone put it there: they take flags out
    /// of a figure, and praise nobody.
    var mark: TeamMember.Mark? {
      let usual = rest.rate ?? 0
      let own = mine.rate ?? 0
      if own > usual { return .more }
      return (flagged?.rate ?? own) < usual ? .less : nil
    }

    /// How easily chance makes such a difference, with the marked flags or without: the more easily.
    var probability: Double {
      let own = mine.probability(against: rest)
      guard let flagged, (mine.rate ?? 0) < (rest.rate ?? 0) else { return own }
      return max(own, flagged.probability(against: rest))
    }
  }

  /// The figures of others' calls of the kinds that some calls are of.
  private static func rest(of own: [TeamCall], in all: [TeamCall]) -> TeamFigures? {
    let files = Set(own.map(\.file))
    let kinds = Set(own.compactMap(\.kind))
    let rest = TeamFigures(
      all.filter { call in
        !files.contains(call.file) && (kinds.isEmpty || kinds.contains(call.kind ?? ""))
      })
    return rest.isSmall ? nil : rest
  }

  /// What the rates are made of; `weights` say how much room a call of a kind gives.
  static func rates(_ calls: [TeamCall], _ weights: [String: Double]?) -> [CallRate.Call] {
    calls.map { call in
      let weight = call.kind.flatMap { weights?[$0] } ?? 1
      return CallRate.Call(events: Double(call.taken), room: call.hours * weight)
    }
  }

  /// How often the turn is taken in calls of a kind against all, for kinds with enough calls.
  private static func weights(_ calls: [TeamCall]) -> [String: Double] {
    let all = TeamFigures(calls)
    guard all.taken > 0, all.hours > 0 else { return [:] }
    return Dictionary(grouping: calls.filter { $0.kind != nil }) { $0.kind ?? "" }
      .compactMapValues { own in
        let figures = TeamFigures(own)
        guard !figures.isSmall else { return nil }
        // Half an event each way keeps a kind without any from having no room at all.
        let rate = (Double(figures.taken) + 0.5) / figures.hours
        return rate / ((Double(all.taken) + 0.5) / all.hours)
      }
  }
}
