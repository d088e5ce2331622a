import Conversation
import Pages
import Wording

/// Where things are in the picture of a call, from top to bottom in pixels.
private enum Row {
  static let labels = 13
  static let lane = PartyPair(agent: 36, customer: 64)
  static let laneHeight = 20
  static let both = 57
  static let mark = PartyPair(agent: 27, customer: 93)
  static let height = 104
  /// How near to the right edge a label is left out, as a share of the picture's width.
  static let labelWidth = 0.05
}

extension CallPage {
  private static let symbols = """
    <svg class="defs" width="0" height="0" aria-hidden="true"><defs>
    <pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse">\
    <path d="M-1 7l8-8M2 10l8-8M-4 4l8-8" class="tick" stroke-width="1.5"/></pattern>
    <path id="taken" class="mark" d="M0-6l6 6-6 6-6-6z"/>
    <path id="kept" class="mark hollow" d="M0-6l6 6-6 6-6-6z"/>
    <path id="unclear" class="mark hollow" d="M-5-5h10v10h-10z"/>
    <circle id="nod" r="2.5"/>
    <path id="early" class="mark hollow" d="M3-5l-5 5 5 5"/>

    """

  func timeline(_ page: inout PageText) {
    let length = call.length
    page.open("section", ["id": "timeline"])
    page.element("h2", "Timeline")
    page.raw(Self.symbols)
    wordShapes(&page)
    lanes(&page)
    page.raw("</defs></svg>\n")
    page.open("div", ["class": "strip"])
    page.raw(
      """
      <div class="tools" role="group" aria-label="Zoom of the timeline" hidden>\
      <button type="button" data-zoom="in">Zoom in</button>\
      <button type="button" data-zoom="out">Zoom out</button>\
      <button type="button" data-zoom="all">Whole call</button></div>

      """)
    page.open(
      "div",
      [
        "class": "scroll", "tabindex": "0", "role": "region",
        "aria-label": "Timeline of the call: the agent above, the customer below",
      ])
    picture(Interval(start: .zero, end: length), isWhole: true, &page)
    page.close("div")
    page.close("div")
    bands(&page)
    legend(&page)
    page.close("section")
  }

  /// The shapes of each party's speech, in hundredths of a second, drawn once and shown where wanted.
  private func lanes(_ page: inout PageText) {
    for party in Party.allCases {
      shape("lane-\(party.name)", "lane \(party.name)", call.record.segments[party], &page)
      let lost = call.record.unknown.filter { $0.party == party }.map(\.interval)
      shape("lost-\(party.name)", "lane unheard", lost, &page)
    }
    let both = call.shows(.overlap) ? call.record.overlaps.map(\.interval) : []
    shape("lane-both", "lane both", both, &page)
  }

  private func shape(
    _ name: String, _ kind: String, _ stretches: [Interval], _ page: inout PageText
  ) {
    var path = ""
    for stretch in stretches {
      let start = stretch.start.rounded(perSecond: 100)
      let length = max(1, stretch.end.rounded(perSecond: 100) - start)
      path += "M\(start) 0h\(length)v1h-\(length)z"
    }
    page.raw("<path id=\"\(name)\" class=\"\(kind)\" d=\"\(path)\"/>\n")
  }

  /// A stretch of the call as wide as there is room.
  private func picture(_ shown: Interval, isWhole: Bool, _ page: inout PageText) {
    let height = Row.height + wordRows
    page.raw("<svg width=\"100%\" height=\"\(height)\" aria-hidden=\"true\"><g class=\"ticks\">")
    let step = Self.step(for: shown.length, labels: isWhole ? 4 : 8)
    let first = (shown.start.ticks + step.ticks - 1) / step.ticks * step.ticks
    for ticks in stride(from: first, to: shown.end.ticks, by: step.ticks) {
      let time = SampleTime(ticks: ticks)
      let x = place(time, in: shown)
      page.raw("<line class=\"tick\" x1=\"\(x)\" x2=\"\(x)\" y1=\"2\" y2=\"\(height)\"/>")
      // The last one would be cut off where it stands too near to the edge.
      guard (shown.end - time).seconds >= shown.length.seconds * Row.labelWidth else { continue }
      let label = FigureText.clock(seconds: Int(time.seconds))
      page.raw("<text x=\"\(x)\" dx=\"3\" y=\"\(Row.labels)\">\(label)</text>")
    }
    page.raw("</g>\n")
    let box =
      "viewBox=\"\(shown.start.rounded(perSecond: 100)) 0 "
      + "\(max(1, shown.length.rounded(perSecond: 100))) 1\" preserveAspectRatio=\"none\""
    for party in Party.allCases {
      let y = Row.lane[party]
      page.raw("<svg \(box) y=\"\(y)\" width=\"100%\" height=\"\(Row.laneHeight)\">")
      page.raw("<use href=\"#lost-\(party.name)\"/><use href=\"#lane-\(party.name)\"/></svg>\n")
    }
    page.raw("<svg \(box) y=\"\(Row.both)\" width=\"100%\" height=\"6\">")
    page.raw("<use href=\"#lane-both\"/></svg>\n")
    for silence in call.record.deadAir where overlaps(silence.interval, shown) {
      let start = place(max(silence.interval.start, shown.start), in: shown)
      let end = place(min(silence.interval.end, shown.end), in: shown)
      page.raw("<line class=\"still\" x1=\"\(start)\" x2=\"\(end)\" y1=\"60\" y2=\"60\"/>")
    }
    if call.shows(.interruptions) { marks(shown, isWhole: isWhole, &page) }
    wordMarks(shown, below: Row.height, &page)
    page.raw("</svg>\n")
  }

  private func marks(_ shown: Interval, isWhole: Bool, _ page: inout PageText) {
    for party in Party.allCases {
      page.raw("<g class=\"\(party.name)\">")
      let y = Row.mark[party]
      for nod in call.record.backchannels[party] where shown.contains(nod.start) {
        page.raw("<use href=\"#nod\" x=\"\(place(nod.start, in: shown))\" y=\"\(y)\"/>")
      }
      for answer in call.record.prematureAnswers
      where answer.party == party && shown.contains(answer.start) {
        page.raw("<use href=\"#early\" x=\"\(place(answer.start, in: shown))\" y=\"\(y)\"/>")
      }
      for interruption in call.record.interruptions
      where interruption.flag.party == party && shown.contains(interruption.flag.start) {
        let flag = interruption.flag
        let symbol = interruption.symbol
        let use = "<use href=\"#\(symbol)\" x=\"\(place(flag.start, in: shown))\" y=\"\(y)\"/>"
        guard isWhole else {
          page.raw(use)
          continue
        }
        page.raw("<a href=\"#moment-\(flag.id)\" tabindex=\"-1\"><title>")
        page.text(
          "\(FigureText.clock(flag.start)) \(flag.party.name), \(interruption.outcomeWords)")
        page.raw("</title>\(use)</a>")
      }
      page.raw("</g>\n")
    }
  }

  /// The call in rows, for paper.
  private func bands(_ page: inout PageText) {
    let seconds = call.length.seconds
    let count = min(6, max(1, Int((seconds / 120).rounded(.up))))
    let size = SampleTime(seconds: seconds / Double(count))
    page.open("div", ["class": "bands", "aria-hidden": "true"])
    for band in 0..<count {
      let start = SampleTime(ticks: size.ticks * band)
      let end = band == count - 1 ? call.length : start + size
      if start < end { picture(Interval(start: start, end: end), isWhole: false, &page) }
    }
    page.close("div")
  }

  private func legend(_ page: inout PageText) {
    page.open("ul", ["class": "names"])
    for party in Party.allCases {
      entry("<rect class=\"lane \(party.name)\" width=\"16\" height=\"16\"/>", party.name, &page)
    }
    if call.shows(.overlap) {
      entry("<rect class=\"both\" y=\"5\" width=\"16\" height=\"6\"/>", "both speak", &page)
    }
    if !call.record.deadAir.isEmpty {
      entry("<line class=\"still\" x2=\"16\" y1=\"8\" y2=\"8\"/>", "dead air", &page)
    }
    if !call.record.unknown.isEmpty {
      entry("<rect class=\"unheard\" width=\"16\" height=\"16\"/>", "not heard", &page)
    }
    if call.shows(.interruptions) {
      sign("taken", "interrupts, took the turn", &page)
      sign("kept", "interrupts, did not", &page)
      if call.record.interruptions.contains(where: { $0.symbol == "unclear" }) {
        sign("unclear", "interrupts, unclear", &page)
      }
      sign("nod", "backchannel", &page)
      if !call.record.prematureAnswers.isEmpty { sign("early", "answers early", &page) }
    }
    wordLegend(&page)
    page.close("ul")
    page.element(
      "p",
      "Symbols have the speaker's colour: the agent's above, the customer's below.",
      ["class": "quiet small"])
  }

  func sign(_ symbol: String, _ words: String, _ page: inout PageText) {
    entry("<g class=\"agent\"><use href=\"#\(symbol)\" x=\"8\" y=\"8\"/></g>", words, &page)
  }

  private func entry(_ shape: String, _ words: String, _ page: inout PageText) {
    page.open("li")
    page.raw("<svg width=\"16\" height=\"16\" aria-hidden=\"true\">\(shape)</svg>")
    page.text(words)
    page.close("li")
  }

  func place(_ time: SampleTime, in shown: Interval) -> String {
    let share = (time - shown.start).seconds / max(shown.length.seconds, 0.01)
    return FigureText.decimal(share * 100, places: 3) + "%"
  }

  private func overlaps(_ stretch: Interval, _ shown: Interval) -> Bool {
    stretch.start < shown.end && shown.start < stretch.end
  }

  private static func step(for length: SampleTime, labels: Int) -> SampleTime {
    let steps = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14_400, 43_200]
    let step = steps.first { Double($0 * labels) >= length.seconds } ?? 86_400
    return SampleTime(seconds: Double(step))
  }
}

extension Interval {
  fileprivate func contains(_ time: SampleTime) -> Bool { start <= time && time < end }
}

extension RecordedInterruption {
  /// The sign that stands for it in the picture.
  fileprivate var symbol: String {
    switch resolution?.outcome {
    case .floorTaken: "taken"
    case .floorKept: "kept"
    case .unknown, nil: "unclear"
    }
  }
}
