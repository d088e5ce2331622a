import Conversation
import Wording

/// A measure of listening, as text for both parties.
struct MeasureRow: Equatable {
  let label: String
  /// Whether it is a part of the measure above it.
  let isPart: Bool
  let values: PartyPair<String>
}

extension CallReport {
  /// The measures of listening that are not withheld; `missing` stands for what is unknown.
  func measures(missing: String) -> [MeasureRow] {
    var all = shows(.interruptions) ? interruptionMeasures(missing) : []
    all += [
      measure("response time, median") {
        $0.responses.median.map(FigureText.seconds) ?? missing
      },
      measure("response time, 9 of 10 under") {
        $0.responses.percentile90.map(FigureText.seconds) ?? missing
      },
      measure("response time under 0.2 s") { "\($0.responses.quick)" },
      measure("turns") { "\($0.turns)" },
      measure("longest turn") { FigureText.clock($0.longestTurn) },
      measure("longest without a pause") { FigureText.clock($0.longestStretch) },
      measure("monologues") { "\($0.monologues)" },
      measure("speech level") {
        $0.speechLevel.map { FigureText.decimal($0, places: 1) + " dBFS" } ?? missing
      },
      measure("speech above the noise") {
        $0.signalToNoise.map { FigureText.decimal($0, places: 1) + " dB" } ?? missing
      },
    ]
    let isMeasured = Party.allCases.contains { metrics.parties[$0].voice != VoiceFigures() }
    return isMeasured ? all + voiceMeasures(missing) : all
  }

  private func voiceMeasures(_ missing: String) -> [MeasureRow] {
    [
      measure("pitch, median") {
        $0.voice.pitch.map { FigureText.decimal($0, places: 0) + " Hz" } ?? missing
      },
      measure("from, to (8 of 10)", isPart: true) {
        guard let low = $0.voice.lowPitch, let high = $0.voice.highPitch else { return missing }
        return [low, high].map { FigureText.decimal($0, places: 0) }.joined(separator: "-") + " Hz"
      },
      measure("syllables a second") {
        $0.voice.rate.map { FigureText.decimal($0, places: 1) } ?? missing
      },
    ]
  }

  private func interruptionMeasures(_ missing: String) -> [MeasureRow] {
    let counts = metrics.parties
    var all = [
      measure("interruptions: took the turn") {
        FigureText.hourly($0.interruptions.floorTaken, in: metrics)
      },
      partyMeasure("per turn of the other", isPart: true) { party in
        metrics.interruptionsPerTurn(party).map { FigureText.decimal($0, places: 2) } ?? missing
      },
      measure("tried, did not take it") { "\($0.interruptions.attempts)" },
      measure("talked over, maybe agreement") { "\($0.interruptions.mayBeAgreement)" },
    ]
    if Party.allCases.contains(where: { counts[$0].interruptions.unknown > 0 }) {
      all.append(measure("outcome unclear") { "\($0.interruptions.unknown)" })
    }
    if Party.allCases.contains(where: { counts[$0].interruptions.open > 0 }) {
      all.append(measure("under way", isPart: true) { "\($0.interruptions.open)" })
    }
    if Party.allCases.contains(where: { counts[$0].interruptions.markedWrong > 0 }) {
      all.append(measure("marked as wrong, not counted") { "\($0.interruptions.markedWrong)" })
    }
    return all + [
      measure("their overlap, median") {
        $0.interruptions.medianOverlap.map(FigureText.seconds) ?? missing
      },
      measure("came back to its own turn") { "\($0.resumptions.total)" },
      measure("contested", isPart: true) { "\($0.resumptions.contested)" },
      measure("backchannels") { FigureText.rate($0.backchannels, in: metrics) },
      measure("over the other's speech", isPart: true) { "\($0.credit.inOverlap)" },
      measure("in the other's pauses", isPart: true) { "\($0.credit.inPauses)" },
      measure("longest without one", isPart: true) {
        $0.credit.longestWithout.map { FigureText.clock($0.length) } ?? missing
      },
      measure("yields when interrupted") { yielded($0.yielding, missing) },
      measure("stops after, median", isPart: true) {
        $0.yielding.median.map(FigureText.seconds) ?? missing
      },
      measure("soon had the turn again", isPart: true) { "\($0.yielding.cameBack)" },
      measure("early answers (experimental)") { "\($0.prematureAnswers)" },
    ]
  }

  private func yielded(_ yielding: Yielding, _ missing: String) -> String {
    yielding.interrupted > 0 ? "\(yielding.yielded) of \(yielding.interrupted)" : missing
  }

  private func measure(
    _ label: String, isPart: Bool = false, _ figure: (PartyMetrics) -> String
  ) -> MeasureRow {
    partyMeasure(label, isPart: isPart) { figure(metrics.parties[$0]) }
  }

  private func partyMeasure(
    _ label: String, isPart: Bool, _ figure: (Party) -> String
  ) -> MeasureRow {
    MeasureRow(
      label: label, isPart: isPart,
      values: PartyPair(agent: figure(.agent), customer: figure(.customer)))
  }
}
