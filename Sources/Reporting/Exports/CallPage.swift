import Conversation
public import Pages
import Wording

/// The page of a call: verdict and guidance first, then the timeline, moments and tables.
///
/// It holds all that the text report has, runs only its own script and asks for nothing. A reader can
/// mark interruptions as wrong and save the marks as a file of answers.
public struct CallPage: Sendable {
  let call: CallReport
  /// The sound of interruptions, by their number.
  let clips: [Int: SoundClip]
  let commands: ReaderCommands?

  /// Creates the page of a call.
  public init(
    _ call: CallReport, clips: [Int: SoundClip] = [:], commands: ReaderCommands? = nil
  ) {
    self.call = call
    self.clips = clips
    self.commands = commands
  }

  /// The page in UTF-8.
  public var bytes: [UInt8] {
    var page = Page(title: title, scripts: [CallScript.timeline, CallScript.marks])
    page.body.open("main", ["id": "call", "data-length": "\(call.length.seconds)"])
    header(&page.body)
    if !call.shows(.speech) {
      page.body.element(
        "p", "Talk, silence and interruptions are left out: the input is not good enough.")
    } else if call.length > .zero {
      verdict(&page.body)
      guidance(&page.body)
      tiles(&page.body)
      timeline(&page.body)
      moments(&page.body)
      talk(&page.body)
      listening(&page.body)
      words(&page.body)
      happenings(&page.body)
      findings(&page.body)
    }
    notes(&page.body)
    measuring(&page.body)
    page.body.close("main")
    page.data = [("call-facts", facts)]
    return page.bytes
  }

  /// The interruptions by what stands out, the strongest first.
  ///
  /// Of equal ones the earlier is first.
  public static func ranked(_ record: CallRecord) -> [RecordedInterruption] {
    record.interruptions.sorted { left, right in
      left.salience != right.salience
        ? left.salience > right.salience : left.flag.start < right.flag.start
    }
  }

  /// Call, agent and date as people write them.
  var title: String {
    let agent = call.session.agentID.map { "agent \($0)" }
    let date = call.session.started.map(PlainDate.text)
    return ([call.session.callID ?? call.name] + [agent, date].compactMap(\.self))
      .joined(separator: ", ")
  }

  /// How often a party took the other's turn.
  func taken(_ party: Party) -> Int { call.metrics.parties[party].interruptions.floorTaken }

  private func header(_ page: inout PageText) {
    let session = call.session
    page.element("h1", title)
    let facts = [
      FigureText.clock(call.length), session.source,
      session.sampleRate > 0 ? "\(session.sampleRate) Hz" : "from segments",
      "agent: \(session.parties.agent)", "customer: \(session.parties.customer)",
    ]
    page.element("p", facts.joined(separator: " · "), ["class": "quiet small"])
    if !call.summary.reliable {
      page.element(
        "p", "The figures are not reliable; the notes at the end say why.", ["class": "notice"])
    }
    if !clips.isEmpty {
      page.element(
        "p",
        "This page contains the voices of both the agent and the customer: \(FigureText.count(clips.count, "clip")) "
          + "of a few seconds. Treat it like the recording.", ["class": "notice"])
    }
  }

  private func verdict(_ page: inout PageText) {
    guard call.shows(.interruptions) else { return }
    let agent = taken(.agent)
    let customer = taken(.customer)
    let sentence =
      agent == 0
      ? "The agent never took the customer's turn"
      : "The agent took the customer's turn \(Self.times(agent))"
    let other =
      customer == 0
      ? "; the customer never took the agent's."
      : "; the customer took the agent's \(Self.times(customer))."
    page.element("p", sentence + other, ["class": "verdict"])
  }

  static func times(_ count: Int) -> String {
    switch count {
    case 1: "once"
    case 2: "twice"
    default: "\(count) times"
    }
  }

  private func guidance(_ page: inout PageText) {
    if let absence = call.summary.guidanceAbsence {
      page.open("section")
      page.element("h2", "Guidance")
      page.element("p", absence, ["class": "quiet"])
      return page.close("section")
    }
    page.open("div", ["class": "pair"])
    for isStrength in [true, false] {
      let own = call.summary.guidance.filter { $0.rule.isStrength == isStrength }
      page.open("section", ["class": isStrength ? "good" : "advice"])
      page.element("h2", isStrength ? "Done well" : "Worth trying")
      if let absence = call.summary.absence(ofStrengths: isStrength) {
        page.element("p", absence, ["class": "quiet"])
        page.close("section")
        continue
      }
      page.open("ul")
      for line in own {
        page.open("li")
        page.text(line.words.replacing("\u{A0}", with: " "))
        for (index, moment) in line.moments.enumerated() {
          page.text(index == 0 ? line.lead : ", ")
          clock(moment.time, &page)
        }
        if !line.moments.isEmpty { page.text(".") }
        page.close("li")
      }
      page.close("ul")
      page.close("section")
    }
    page.close("div")
  }

  /// A time that leads to its place in the timeline.
  func clock(_ time: SampleTime, _ page: inout PageText) {
    page.element(
      "a", FigureText.clock(time),
      ["href": "#timeline", "data-at": FigureText.decimal(time.seconds, places: 2)])
  }

  private func tiles(_ page: inout PageText) {
    let metrics = call.metrics
    let agent = metrics.parties.agent
    var tiles: [(figure: String, name: String)] = []
    if call.shows(.interruptions) {
      let taken = taken(.agent)
      tiles.append(
        ("\(taken)", "interruption\(taken == 1 ? "" : "s") by the agent that took the turn"))
      tiles.append(("\(self.taken(.customer))", "by the customer"))
    }
    if call.shows(.share), let share = metrics.shareOfTalk(.agent) {
      tiles.append((FigureText.percent(share), "of the talk is the agent's"))
    }
    if let wait = agent.responses.median {
      let isEarly = wait.rounded(perSecond: 10) < 0
      tiles.append(
        (
          FigureText.seconds(isEarly ? .zero - wait : wait),
          isEarly
            ? "before the customer stops, the agent usually starts"
            : "the agent's usual wait before answering"
        ))
    }
    if call.shows(.interruptions) {
      let words = agent.backchannels
      tiles.append(("\(words)", "backchannel\(words == 1 ? "" : "s") by the agent"))
      if let statement = metrics.openingStatement {
        tiles.append((statement.completed ? "heard" : "cut short", "the customer's opening"))
      }
    }
    let silences = metrics.deadAir
    tiles.append(
      silences.count == 0
        ? ("none", "long silences") : (FigureText.seconds(silences.total), "of long silences"))
    page.open("ul", ["class": "tiles"])
    for tile in tiles {
      page.open("li")
      page.element("b", tile.figure)
      page.element("span", tile.name)
      page.close("li")
    }
    page.close("ul")
  }
}
