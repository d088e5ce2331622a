import Conversation

extension TextReport {
  /// The measures of both parties beside each other.
  var listening: [String] {
    var lines = [
      "",
      title("Listening".padded(to: 32))
        + style.paint("agent".aligned(right: 14), .agent)
        + style.paint("customer".aligned(right: 14), .customer),
    ]
    if shows(.interruptions) { lines += interruptionMeasures }
    lines += [
      measure("response time, median") { optional($0.responses.median, FigureText.seconds) },
      measure("response time, 9 of 10 under") {
        optional($0.responses.percentile90, FigureText.seconds)
      },
      measure("turns") { "\($0.turns)" },
      measure("longest turn") { FigureText.clock($0.longestTurn) },
      measure("monologues") { "\($0.monologues)" },
      measure("speech level") {
        optional($0.speechLevel) { FigureText.decimal($0, places: 1) + " dBFS" }
      },
      measure("speech above the noise") {
        optional($0.signalToNoise) { FigureText.decimal($0, places: 1) + " dB" }
      },
    ]
    return lines
  }

  private var interruptionMeasures: [String] {
    var lines = [
      measure("interruptions") { "\($0.interruptions.total)" },
      measure("  took the floor") { "\($0.interruptions.floorTaken)" },
      measure("  did not get it") { "\($0.interruptions.floorKept)" },
    ]
    if Party.allCases.contains(where: { metrics.parties[$0].interruptions.unknown > 0 }) {
      lines.append(measure("  unclear") { "\($0.interruptions.unknown)" })
    }
    if Party.allCases.contains(where: { metrics.parties[$0].interruptions.open > 0 }) {
      lines.append(measure("  under way") { "\($0.interruptions.open)" })
    }
    return lines + [
      measure("  overlap, median") {
        optional($0.interruptions.medianOverlap, FigureText.seconds)
      },
      measure("backchannels") { FigureText.rate($0.backchannels, in: metrics) },
      measure("early answers (experimental)") { "\($0.prematureAnswers)" },
    ]
  }

  private func measure(_ label: String, _ figure: (PartyMetrics) -> String) -> String {
    "  " + label.padded(to: 30) + figure(metrics.parties.agent).aligned(right: 14)
      + figure(metrics.parties.customer).aligned(right: 14)
  }

  private func optional<Value>(_ value: Value?, _ text: (Value) -> String) -> String {
    value.map(text) ?? glyphs.missing
  }
}
