import Conversation
public import Pages
public import Reporting
import Wording

/// The page that a team shares: one file with overview, weeks, moments, agents as far as agreed.
public struct TeamPage: Sendable {
  private let report: TeamReport
  private let version: String
  private let clips: [TeamMoment.Place: SoundClip]
  private let pages: [String: String]
  private let commands: ReaderCommands?

  /// Creates the page of a report; `pages` are the addresses of calls' own pages by file of results,
  /// led to only where calls are named.
  public init(
    _ report: TeamReport, version: String, clips: [TeamMoment.Place: SoundClip] = [:],
    pages: [String: String] = [:], commands: ReaderCommands? = nil
  ) {
    self.report = report
    self.version = version
    self.commands = commands
    self.clips = clips
    self.pages = report.numbered.isEmpty ? pages : [:]
  }

  /// The page in UTF-8.
  public var bytes: [UInt8] {
    var page = Page(title: title, scripts: [TeamScript.text])
    page.body.open("main")
    page.body.element("h1", title)
    page.body.element("p", TeamWords.checked(report.estimate, commands), ["class": "notice"])
    if !clips.isEmpty {
      page.body.element(
        "p",
        "This page contains the voices of agents and customers: "
          + "\(FigureText.count(clips.count, "clip")) of a few seconds. Treat it like the recordings.",
        ["class": "notice"])
    }
    if let whole = report.whole {
      if isOwn { own(&page.body) }
      overview(whole, &page.body)
      if report.members.count > 1 || report.moments.count > 6 { tools(&page.body) }
      members(&page.body)
      weeks(report.weeks, &page.body)
      if !isOwn {
        moments(&page.body)
        sections(&page.body)
      }
      associations(&page.body)
    } else {
      page.body.element("p", TeamWords.tooSmall)
    }
    measuring(&page.body)
    page.body.close("main")
    return page.bytes
  }

  private var title: String {
    let name =
      switch report.people {
      case .own(let name): "Calls of \(name)"
      case .none, .named: "How the team listens"
      }
    guard let span = report.span else { return name }
    return "\(name), \(span.lowerBound.text) to \(span.upperBound.text)"
  }

  /// Whether one person is to see their own calls, and no colleague's.
  private var isOwn: Bool {
    if case .own = report.people { true } else { false }
  }

  /// The person's own figures and moments, before the team's.
  private func own(_ page: inout PageText) {
    for member in report.members {
      page.open("section", ["class": "long"])
      details(of: member, &page)
      page.close("section")
    }
    for note in TeamWords.omissions(report) where report.members.isEmpty {
      page.element("p", note)
    }
    page.element("h2", "The whole team")
  }

  private func overview(_ whole: TeamFigures, _ page: inout PageText) {
    let rate = whole.takenPerHour.map { FigureText.decimal($0, places: 1) }
    page.element(
      "p",
      rate.map { "In an hour of call, agents take the customer's turn \($0) times" }
        ?? "Agents took the customer's turn \(whole.taken) times",
      ["class": "verdict"])
    page.element(
      "p",
      (whole.takenPerHour == nil
        ? "" : "95 % interval over calls: \(TeamWords.range(report.interval)). ")
        + (report.change == nil
          ? "Too few calls or weeks to compare with weeks before."
          : "The \(TeamWords.changeName(report.change)): \(TeamWords.change(report.change))."),
      ["class": "quiet"])
    let tiles = [
      ("\(whole.calls)", "calls, \(FigureText.decimal(whole.hours, places: 1)) hours"),
      (
        TeamWords.rate(whole.takenPerTurns, whole.taken),
        "times agents took the turn, per 100 customer turns"
      ),
      (TeamWords.percent(whole.share), "of the talk is the agents'"),
      TeamWords.wait(whole.wait),
      (
        TeamWords.rate(whole.backchannelRate, whole.backchannels),
        "signs of listening, per minute of the customer's talk"
      ),
      (TeamWords.openings(whole), "openings heard to the end"),
      (TeamWords.percent(whole.deadAir), "of the time in long silences"),
    ]
    page.open("ul", ["class": "tiles"])
    for tile in tiles {
      page.open("li")
      page.element("b", tile.0)
      page.element("span", tile.1)
      page.close("li")
    }
    page.close("ul")
    if let disputes = TeamWords.disputes(report.undisputed, whole) { page.element("p", disputes) }
    page.open("details")
    page.element("summary", "All figures of the team")
    page.table(
      "All figures of the team", head: ["measure", "figure"],
      rows: TeamMeasures.rows(whole, interval: report.interval).map { [$0.name, $0.value] },
      numeric: [1])
    page.close("details")
  }

  /// An agent's figures beside those of the others in calls of the same kinds.
  private func figures(_ member: TeamMember, _ page: inout PageText) {
    let own = TeamMeasures.rows(member.figures, interval: member.interval)
    let rest = member.rest.map { TeamMeasures.rows($0, interval: nil) } ?? []
    let values = Dictionary(
      rest.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first })
    page.table(
      "All figures of \(member.name)", head: ["measure", "figure", "the rest, same kinds"],
      rows: own.map { [$0.name, $0.value, values[$0.name] ?? TeamWords.missing] },
      numeric: [1, 2])
  }

  private func tools(_ page: inout PageText) {
    page.raw(
      """
      <div class="tools screen" role="search"><label for="search">Find</label>
      <input id="search" type="search" autocomplete="off">
      <label><input id="only-marked" type="checkbox">only agents who differ from the team</label>
      <span id="found" class="quiet small" role="status"></span></div>

      """)
  }

  private func members(_ page: inout PageText) {
    guard !report.members.isEmpty else { return }
    page.open("section", ["class": "long"])
    page.element("h2", "Agents")
    page.element("p", TeamWords.markNote, ["class": "quiet small"])
    page.table(
      "Agents, by name; the headings sort",
      head: [
        "agent", "calls", "took the turn, per hour", "95 %", "the rest, same kinds", "",
        "per 100 customer turns", "marked wrong", "talks", "waits", "against the weeks before",
      ],
      rows: report.members.map { member in
        let figures = member.figures
        return [
          member.name, "\(figures.calls)",
          TeamWords.rate(figures.takenPerHour, figures.taken), TeamWords.range(member.interval),
          member.usual.map { FigureText.decimal($0, places: 1) } ?? TeamWords.missing,
          TeamWords.mark(member.mark), TeamWords.rate(figures.takenPerTurns, figures.taken),
          "\(figures.disputed)", TeamWords.percent(figures.share),
          TeamWords.seconds(figures.wait), TeamWords.direction(member.change),
        ]
      }, numeric: [1, 2, 3, 4, 6, 7, 8, 9], spare: [1, 4, 6, 7, 8, 9, 10],
      elsewhere: "All figures of an agent are in that agent's section.", identifier: "agents")
    page.close("section")
  }

  private func weeks(_ weeks: [TeamWeek], of name: String? = nil, _ page: inout PageText) {
    guard weeks.count > 1 else { return }
    let most = weeks.compactMap { $0.figures?.takenPerHour }.max() ?? 0
    if name == nil {
      page.open("section", ["class": "long"])
      page.element("h2", "Weeks")
    }
    let caption = name.map { "Weeks of \($0)" } ?? "Weeks of the team"
    page.open("div", ["class": "wide", "tabindex": "0", "role": "region", "aria-label": caption])
    page.open("table")
    page.element("caption", caption)
    page.raw(
      "<thead><tr><th scope=\"col\">week from</th><th scope=\"col\" class=\"number\">calls</th>")
    page.raw("<th scope=\"col\" class=\"number\">took the turn, per hour</th><td></td>")
    page.raw("<th scope=\"col\" class=\"number\">talks</th>")
    page.raw("<th scope=\"col\" class=\"number\">waits</th></tr></thead>\n<tbody>\n")
    for week in weeks {
      page.raw("<tr>")
      page.element("th", week.start.text, ["scope": "row", "class": "date"])
      page.element("td", "\(week.calls)", ["class": "number"])
      let figures = week.figures
      page.element(
        "td", figures.map { TeamWords.rate($0.takenPerHour, $0.taken) } ?? "too few calls",
        ["class": "number"])
      let width = most > 0 ? (figures?.takenPerHour ?? 0) / most * 120 : 0
      page.raw(
        "<td><svg width=\"120\" height=\"14\" aria-hidden=\"true\"><rect class=\"lane agent\" ")
      page.raw("width=\"\(FigureText.decimal(width, places: 1))\" height=\"14\"/></svg></td>")
      page.element("td", TeamWords.percent(figures?.share), ["class": "number"])
      page.element("td", TeamWords.seconds(figures?.wait), ["class": "number"])
      page.raw("</tr>\n")
    }
    page.raw("</tbody>")
    page.close("table")
    page.close("div")
    page.sidewaysHint()
    if name == nil { page.close("section") }
  }

  private func moments(_ page: inout PageText) {
    page.open("section", ["class": "long"])
    page.element("h2", "Moments to listen to together")
    guard !report.moments.isEmpty else {
      page.element("p", TeamWords.noMoments, ["class": "quiet small"])
      return page.close("section")
    }
    if !report.numbered.isEmpty {
      let list = commands.map { " \($0.numbers), which says which they are." } ?? ""
      page.element(
        "p", "Calls are numbered so that this page names nobody.\(list)",
        ["class": "quiet small"])
    }
    list(report.moments, &page)
    page.close("section")
  }

  private func list(
    _ moments: [TeamMoment], isOfAgent: Bool = false, _ page: inout PageText
  ) {
    for isGood in [true, false] {
      let own = moments.filter { $0.isGood == isGood }
      guard !own.isEmpty else { continue }
      page.element("h3", isGood ? "✓ Went well" : "→ To talk about")
      page.open("ul", ["class": "found"])
      for moment in own { item(moment, isOfAgent: isOfAgent, &page) }
      page.close("ul")
    }
  }

  private func item(_ moment: TeamMoment, isOfAgent: Bool, _ page: inout PageText) {
    let name = "\(moment.call), \(FigureText.clock(seconds: Int(moment.start)))"
    page.open("li")
    if let address = pages[moment.place.file] {
      page.element("a", name, ["href": address + (moment.flag.map { "#moment-\($0)" } ?? "")])
    } else {
      page.text(name)
    }
    page.text(": \(moment.text)")
    // Of an agent's moments those of the team are heard there: no sound is on the page twice.
    let isHeardAbove = isOfAgent && report.moments.contains { $0.place == moment.place }
    if let clip = clips[moment.place], !isHeardAbove {
      page.open(
        "audio",
        ["controls": "", "preload": "none", "src": clip.address, "aria-label": "Clip of \(name)"])
      page.close("audio")
    }
    page.close("li")
  }

  private func sections(_ page: inout PageText) {
    guard !report.members.isEmpty else { return }
    page.open("section", ["class": "long"])
    page.element("h2", "Each agent")
    for member in report.members {
      page.open("details", ["class": "member"])
      page.element("summary", member.name)
      details(of: member, &page)
      page.close("details")
    }
    page.close("section")
  }

  private func details(of member: TeamMember, _ page: inout PageText) {
    figures(member, &page)
    if let disputes = TeamWords.disputes(member.undisputed, member.figures) {
      page.element("p", disputes)
    }
    page.element(
      "p",
      member.change == nil
        ? "Too few calls or weeks to compare with weeks before."
        : "The \(TeamWords.changeName(member.change)): \(TeamWords.change(member.change)).")
    weeks(member.weeks, of: member.name, &page)
    list(member.moments, isOfAgent: true, &page)
  }

  private func associations(_ page: inout PageText) {
    guard !report.associations.isEmpty else { return }
    page.open("section", ["class": "long"])
    page.element("h2", "What correlates with outcomes")
    page.element(
      "p",
      "Rank correlation over calls with its 95 % interval. A correlation does not show which figure "
        + "causes which: hard calls may have both.", ["class": "quiet small"])
    page.table(
      "Measures and outcomes", head: ["outcome", "measure", "correlation", "95 %", "calls"],
      rows: report.associations.map {
        [
          $0.outcome, $0.measure, FigureText.decimal($0.correlation, places: 2),
          TeamWords.range($0.interval, places: 2), "\($0.calls)",
        ]
      }, numeric: [2, 3, 4])
    page.close("section")
  }

  private func measuring(_ page: inout PageText) {
    page.open("section")
    page.element("h2", "How this was measured, and how often it is wrong")
    page.element("p", TeamWords.purpose)
    page.element("p", TeamWords.waitNote)
    for sentence in KnownError.sentences(commands) { page.element("p", sentence) }
    page.element(
      "p",
      "Rates are shown from ten events up. No group of fewer than \(TeamFigures.fewestCalls) calls or "
        + "\(Int(TeamFigures.fewestMinutes)) minutes is shown. Anyone on a call can mark a "
        + "flag as wrong in the call's own report.")
    for note in TeamWords.omissions(report) { page.element("p", note) }
    page.element("p", "Interject \(version).", ["class": "quiet small"])
    page.close("section")
  }
}
