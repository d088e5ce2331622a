import Conversation
package import Reporting
import Wording

/// What a check says while it runs and at its end.
package struct SetupText {
  private static let label = 10
  /// The range of the meters, in dBFS.
  private static let meter = -60.0...0.0
  private static let meterWidth = 24

  private let style: ReportStyle

  package init(_ style: ReportStyle) {
    self.style = style
  }

  /// What the user is asked to do.
  package func words(_ question: SetupQuestion) -> String {
    switch question {
    case .speak: "Say something, as you would on a call: a sentence or two."
    case .play: "Now stay silent and play something: a video, or your softphone's test call."
    }
  }

  /// Both sides at the moment, a line each.
  package func meters(_ look: SetupLook) -> [String] {
    Party.allCases.map { party in
      let side = look.sides[party]
      let range = Self.meter
      let share =
        side.level.map { ($0 - range.lowerBound) / (range.upperBound - range.lowerBound) } ?? 0
      let bar = style.glyphs.bar(share, columns: Self.meterWidth)
      let rest = String(
        repeating: String(style.glyphs.meterRest), count: Self.meterWidth - bar.count)
      return style.paint(party.name.padded(to: Self.label), Ink(party))
        + style.paint(bar, Ink(party)) + rest + " " + level(side).aligned(right: 8) + "  "
        + state(side)
    }
  }

  /// Both sides at the moment in one line, for a place that scrolls.
  package func line(_ look: SetupLook) -> String {
    let sides = Party.allCases.map { party in
      "\(party.name) \(level(look.sides[party])) \(state(look.sides[party]))"
    }
    return "\(FigureText.minutes(look.time))  " + sides.joined(separator: style.glyphs.separator)
  }

  /// The verdict for people; `remedy` says what to do about a finding, nil where nothing need be done.
  package func lines(
    _ verdict: SetupVerdict, _ around: SetupSurroundings, remedy: (SetupFinding) -> String?
  ) -> [String] {
    var lines: [String] = []
    for party in Party.allCases {
      let name = style.paint(party.name.padded(to: Self.label), Ink(party))
      lines.append(name + around.heard[party].named.printable)
      lines.append(indent + facts(verdict, party))
    }
    let apart = verdict.isApart.map { $0 ? "yes: neither is heard on the other's side" : "no" }
    lines.append("apart".padded(to: Self.label) + (apart ?? "not known: both have to be heard"))
    for finding in verdict.findings {
      let remedy = remedy(finding).map { "; \($0)" } ?? ""
      let sentence = "\(finding.words(around))\(remedy).".printable
      lines.append("")
      let label = finding.isFault ? "wrong" : "note"
      for (index, part) in sentence.wrapped(to: style.textWidth - Self.label).enumerated() {
        let start = index == 0 ? label.padded(to: Self.label) : indent
        lines.append(style.paint(start, finding.isFault ? .notice : .quiet) + part)
      }
    }
    return lines + ["", verdict.isRight ? "The set-up is right." : "The set-up is not right."]
  }

  private var indent: String { String(repeating: " ", count: Self.label) }

  private func level(_ side: SetupSide) -> String {
    guard side.isHeard else { return style.glyphs.missing }
    return side.level.map { "\(FigureText.decimal(max($0, -99), places: 0)) dB" }
      ?? style.glyphs.missing
  }

  private func state(_ side: SetupSide) -> String {
    if !side.isHeard { return "not heard" }
    if side.isSpeaking { return "speech" }
    return side.level == nil ? "no signal" : "no speech"
  }

  private func facts(_ verdict: SetupVerdict, _ party: Party) -> String {
    let side = verdict.sides[party]
    if let speech = side.speechLevel {
      var text = "speech at \(FigureText.decimal(speech, places: 0)) dBFS"
      let heard = verdict.heard[party]
      if let distance = heard.distance(ofSpeech: speech), let noise = heard.noiseLevel {
        text +=
          noise <= -99
          ? ", no noise" : ", \(FigureText.decimal(distance, places: 0)) dB above the noise"
      }
      return text
    }
    guard let loudest = verdict.heard[party].loudest else { return "no signal" }
    let level = FigureText.decimal(loudest, places: 0)
    // What a level meter hears of an idle line.
    return loudest < -60 ? "silent: at most \(level) dBFS" : "sound up to \(level) dBFS"
  }
}
