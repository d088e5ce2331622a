import Conversation
import Wording

/// A page for a browser with the timeline as a picture; it needs nothing from elsewhere, no script.
public enum HTMLPage {
  /// The page of a call, in UTF-8.
  public static func bytes(_ call: CallReport) -> [UInt8] {
    var page = XMLText()
    page.line("<!DOCTYPE html>")
    page.open("html", [("lang", "en")])
    page.open("head")
    page.line("<meta charset=\"utf-8\">")
    page.line("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")
    page.element("title", call.session.source)
    page.line("<style>\(style)</style>")
    page.close("head")
    page.open("body")
    page.header(call)
    if !call.shows(.speech) {
      page.withheld()
    } else if call.length > .zero {
      page.timeline(call)
      page.talk(call)
      page.interruptions(call)
      page.listening(call)
      page.words(call)
      page.findings(call)
      page.guidance(call)
    }
    page.notes(call)
    page.close("body")
    page.close("html")
    return page.bytes
  }
}

extension XMLText {
  fileprivate mutating func header(_ call: CallReport) {
    let session = call.session
    var facts = [
      FigureText.clock(call.length),
      session.sampleRate > 0 ? "\(session.sampleRate) Hz" : "from segments",
      "agent: \(session.parties.agent)", "customer: \(session.parties.customer)",
    ]
    facts += [session.started, session.callID, session.agentID].compactMap(\.self)
    element("h1", session.source)
    element("p", facts.joined(separator: " · "), [("class", "quiet")])
    if !call.summary.reliable {
      element("p", "The figures are not reliable; the notes say why.", [("class", "notice")])
    }
  }

  fileprivate mutating func withheld() {
    element("h2", "Talk, silence, interruptions")
    element("p", "Left out: the input does not allow them.", [("class", "quiet")])
  }

  fileprivate mutating func talk(_ call: CallReport) {
    let metrics = call.metrics
    element("h2", "Talk")
    open("table")
    row("th", ["", "of talk", "of call", "time", ""])
    for party in Party.allCases {
      let share = call.shows(.share) ? metrics.shareOfTalk(party) : nil
      bar(party.name, metrics.parties[party].talk, of: call, share, barred: call.shows(.share))
    }
    bar("neither", metrics.silence, of: call, nil, barred: call.shows(.share))
    if call.shows(.overlap) { bar("both", metrics.overlap, of: call, nil, barred: true) }
    if metrics.unknown > .zero { bar("unheard", metrics.unknown, of: call, nil, barred: true) }
    close("table")
    element(
      "p",
      call.shows(.share)
        ? "Time in which both speak counts as talk of both."
        : "Shares are left out: the input does not allow them.",
      [("class", "quiet")])
  }

  private mutating func bar(
    _ name: String, _ time: SampleTime, of call: CallReport, _ share: Double?, barred: Bool
  ) {
    let ofCall = time.seconds / call.length.seconds
    open("tr")
    element("th", name == "unheard" ? "not heard" : name)
    element("td", share.map(FigureText.percent) ?? "")
    element("td", barred ? FigureText.percent(ofCall) : "–")
    element("td", FigureText.clock(time))
    let width = barred ? FigureText.decimal(ofCall * 100, places: 1) : "0.0"
    line("<td class=\"bar\"><div class=\"\(name)\" style=\"width:\(width)%\"></div></td>")
    close("tr")
  }

  fileprivate mutating func interruptions(_ call: CallReport) {
    element("h2", "Interruptions")
    guard call.shows(.interruptions) else {
      element("p", "Left out: the input does not allow them.", [("class", "quiet")])
      return
    }
    guard !call.record.interruptions.isEmpty else {
      element("p", "none")
      return
    }
    open("table")
    row("th", ["at", "who", "whom", "outcome", "overlap", "salience"])
    for interruption in call.record.interruptions {
      let flag = interruption.flag
      row(
        "td",
        [
          FigureText.clock(flag.start), flag.party.name, flag.party.other.name,
          interruption.outcomeWords,
          interruption.resolution.map { FigureText.seconds($0.overlap) } ?? "–",
          FigureText.decimal(interruption.salience, places: 2),
        ])
    }
    close("table")
  }

  fileprivate mutating func listening(_ call: CallReport) {
    element("h2", "Listening")
    open("table")
    row("th", ["", "agent", "customer"])
    for measure in call.measures(missing: "–") {
      open("tr")
      element("th", measure.label, measure.isPart ? [("class", "part")] : [])
      element("td", measure.values.agent)
      element("td", measure.values.customer)
      close("tr")
    }
    close("table")
  }

  fileprivate mutating func findings(_ call: CallReport) {
    open("dl")
    for finding in call.findings {
      element("dt", finding.subject)
      element("dd", finding.text)
    }
    close("dl")
  }

  fileprivate mutating func guidance(_ call: CallReport) {
    guard !call.summary.guidance.isEmpty else { return }
    element("h2", "Guidance")
    open("ul")
    for line in call.summary.guidance {
      element("li", line.sentence(), line.rule.isStrength ? [("class", "strength")] : [])
    }
    close("ul")
  }

  fileprivate mutating func notes(_ call: CallReport) {
    element("h2", "Notes")
    open("ul")
    for note in call.notes { element("li", note) }
    close("ul")
  }

  private mutating func row(_ cell: String, _ texts: [String]) {
    open("tr")
    for text in texts { element(cell, text) }
    close("tr")
  }
}
