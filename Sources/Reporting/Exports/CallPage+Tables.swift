import Conversation
import Pages
import Wording

extension CallPage {
  func talk(_ page: inout PageText) {
    let metrics = call.metrics
    let showsShare = call.shows(.share)
    var rows: [[String]] = []
    func row(_ name: String, _ time: SampleTime, _ share: Double?, barred: Bool) {
      let ofCall = time.ticks == 0 ? 0 : time.seconds / max(metrics.duration.seconds, 0.01)
      rows.append([
        name, share.map(FigureText.percent) ?? "", barred ? FigureText.percent(ofCall) : "–",
        FigureText.clock(time),
      ])
    }
    for party in Party.allCases {
      let share = showsShare ? metrics.shareOfTalk(party) : nil
      row(party.name, metrics.parties[party].talk, share, barred: showsShare)
    }
    row("neither", metrics.silence, nil, barred: showsShare)
    if call.shows(.overlap) { row("both", metrics.overlap, nil, barred: true) }
    if metrics.unknown > .zero { row("not heard", metrics.unknown, nil, barred: true) }
    page.open("section")
    page.element("h2", "Talk")
    page.table(
      "Who spoke for how long", head: ["", "of talk", "of call", "time"], rows: rows,
      numeric: [1, 2, 3])
    page.element(
      "p",
      showsShare
        ? "Time when both speak counts for each of them."
        : "Shares are left out: the input is not good enough.", ["class": "quiet small"])
    page.close("section")
  }

  func listening(_ page: inout PageText) {
    page.open("section", ["class": "long"])
    page.element("h2", "Listening")
    page.table(
      "Measures of both parties", head: ["", "agent", "customer"],
      rows: call.measures(missing: "–").map { measure in
        [
          measure.isPart ? "\u{2003}" + measure.label : measure.label, measure.values.agent,
          measure.values.customer,
        ]
      }, numeric: [1, 2])
    page.close("section")
  }

  /// What else happened at a moment, in the order of time.
  func happenings(_ page: inout PageText) {
    var all: [(start: SampleTime, what: String, detail: String)] = []
    let record = call.record
    for silence in record.deadAir {
      let end = silence.endedBy.map { "ended by the \($0.name)" } ?? ""
      all.append(
        (silence.interval.start, "dead air, \(FigureText.seconds(silence.interval.length))", end))
    }
    for party in Party.allCases {
      for turn in record.monologues[party] {
        all.append((turn.start, "monologue, \(FigureText.clock(turn.length))", "the \(party.name)"))
      }
    }
    if call.shows(.interruptions) {
      for answer in record.prematureAnswers {
        all.append((answer.start, "early answer (experimental)", "the \(answer.party.name)"))
      }
    }
    for change in record.toneChanges {
      all.append((change.start, change.words, "the \(change.party.name)"))
    }
    for nudge in record.nudges {
      all.append((nudge.at, "said to the agent", nudge.nudge.words))
    }
    for lost in record.unknown {
      all.append(
        (
          lost.interval.start, "not heard, \(FigureText.seconds(lost.interval.length))",
          "the \(lost.party.name): \(lost.reason.words)"
        ))
    }
    guard !all.isEmpty else { return }
    page.open("section", ["class": "long"])
    page.element("h2", "Other moments")
    page.table(
      "Other moments by time", head: ["at", "what", ""],
      rows: all.sorted { $0.start < $1.start }.map {
        [FigureText.clock($0.start), $0.what, $0.detail]
      })
    page.close("section")
  }

  func findings(_ page: inout PageText) {
    page.open("section")
    page.element("h2", "In words")
    page.open("dl")
    for finding in call.findings {
      page.element("dt", finding.subject)
      page.element("dd", finding.text.replacing("\u{A0}", with: " "))
    }
    page.close("dl")
    page.close("section")
  }

  func notes(_ page: inout PageText) {
    page.open("section")
    page.element("h2", "Notes on the input")
    page.open("ul")
    for note in call.notes { page.element("li", note) }
    page.close("ul")
    page.close("section")
  }

  func measuring(_ page: inout PageText) {
    page.open("section")
    page.element("h2", "How this was measured, and how often it is wrong")
    for sentence in KnownError.sentences(commands) { page.element("p", sentence) }
    page.element(
      "p",
      "Interject \(call.version), settings \(call.session.settings). It looks at who speaks when, and "
        + "knows neither words nor intentions.", ["class": "quiet small"])
    page.close("section")
  }
}
