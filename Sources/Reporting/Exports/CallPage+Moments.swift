import Conversation
import Pages
import Wording

extension CallPage {
  /// The moments that are seen at once; the rest is behind a click.
  private static let mostOpen = 12

  func moments(_ page: inout PageText) {
    page.open("section", ["class": "long", "id": "moments"])
    page.element("h2", "Interruptions, starting with those that stand out most")
    guard call.shows(.interruptions) else {
      page.element("p", "Left out: the input is not good enough.", ["class": "quiet"])
      page.close("section")
      return
    }
    let ranked = Self.ranked(call.record)
    if ranked.isEmpty {
      page.element("p", "None.")
    } else {
      page.element(
        "p",
        "A flag is judged from timing and can be wrong. If you were on the call and a flag is "
          + "wrong, mark it and say why: the marks are saved to a file, and your team's figures are "
          + "then given with and without them.", ["class": "quiet"])
      list(ranked.prefix(Self.mostOpen), &page)
      let rest = ranked.dropFirst(Self.mostOpen)
      if !rest.isEmpty {
        page.open("details")
        page.element("summary", "\(rest.count) more")
        list(rest, &page)
        page.close("details")
      }
      marking(&page)
    }
    retractions(&page)
    page.close("section")
  }

  private func list(_ moments: ArraySlice<RecordedInterruption>, _ page: inout PageText) {
    page.open("ol", ["class": "moments"])
    for moment in moments { item(moment, &page) }
    page.close("ol")
  }

  private func item(_ moment: RecordedInterruption, _ page: inout PageText) {
    let flag = moment.flag
    page.open("li", ["id": "moment-\(flag.id)", "data-id": "\(flag.id)"])
    page.open("p", ["class": "who"])
    page.raw("<svg class=\"dot\" width=\"13\" height=\"13\" aria-hidden=\"true\">")
    page.raw("<rect class=\"lane \(flag.party.name)\" width=\"13\" height=\"13\"/></svg>")
    clock(flag.start, &page)
    page.text(" The \(flag.party.name) speaks over the \(flag.party.other.name): ")
    page.text(moment.outcomeWords)
    page.close("p")
    page.element("p", reasons(of: moment).joined(separator: " · "), ["class": "small"])
    if let clip = clips[flag.id] {
      page.open(
        "audio",
        [
          "controls": "", "preload": "none", "src": clip.address,
          "aria-label": "Clip at \(FigureText.clock(flag.start))",
        ])
      page.close("audio")
    }
    page.open("p", ["class": "contest small"])
    page.open("label")
    page.open("input", ["type": "checkbox", "data-contest": "\(flag.id)"])
    page.text("This is wrong")
    page.element("span", " (\(FigureText.clock(flag.start)))", ["class": "quiet"])
    page.close("label")
    page.close("p")
    page.close("li")
  }

  /// What the flag rests on, as far as the stream tells.
  private func reasons(of moment: RecordedInterruption) -> [String] {
    var reasons: [String] = []
    if let resolution = moment.resolution {
      reasons.append("both spoke for \(FigureText.seconds(resolution.overlap))")
      if let agreement = resolution.agreement {
        reasons.append("agreement with a probability of \(FigureText.percent(agreement))")
      }
      if !resolution.holdsUnderDelay {
        reasons.append("would not count if one side were 0.25 s late")
      }
    }
    reasons.append("salience \(FigureText.decimal(moment.salience, places: 2))")
    reasons.append(
      "flagged with confidence \(FigureText.decimal(moment.flag.confidence, places: 2))")
    return reasons
  }

  private func marking(_ page: inout PageText) {
    let counting = commands.map {
      ": <code>\($0.comparison.escapedForPage)</code> counts with and without it"
    }
    page.raw(
      """
      <div class="contest card" id="marking" hidden>
      <h3>Marked as wrong</h3>
      <p id="tally" role="status"></p>
      <p><label>Your name or role (optional)<br><input id="marker" maxlength="80" autocomplete="off">\
      </label></p>
      <p class="tools"><button type="button" id="save-marks">Save the marks to a file</button></p>
      <p class="quiet small">Nothing is sent anywhere, and the marks are lost when this page is \
      closed unless they are saved. Hand the file to whoever keeps the team's \
      results\(counting ?? "").</p>
      </div>

      """)
  }

  private func retractions(_ page: inout PageText) {
    guard let words = call.retractionWords else { return }
    page.element("p", words, ["class": "quiet small"])
  }

  /// What the script needs to know of the call for a file of marks.
  var facts: String {
    var text = JSONText()
    text.beginObject()
    text.field("call", call.name)
    text.field("source", call.session.source)
    text.field("agent", call.session.agentID)
    text.field("settings", call.session.settings)
    text.field("version", call.version)
    text.name("flags")
    text.beginArray()
    for interruption in call.record.interruptions {
      let flag = interruption.flag
      text.beginObject()
      text.field("id", flag.id)
      text.field("party", flag.party)
      text.field("start", flag.start)
      text.field("outcome", interruption.resolution?.outcome.rawValue)
      text.endObject()
    }
    text.endArray()
    text.endObject()
    return String(decoding: text.bytes, as: UTF8.self)
  }
}
