import Conversation
import Wording

/// The measures of words, as text for both parties.
extension CallReport {
  /// Rows of the table; `missing` stands for what is not measured.
  func wordMeasures(_ wording: CallWording, missing: String) -> [MeasureRow] {
    func measure(
      _ label: String, isPart: Bool = false, _ figure: (PartyWording) -> String
    ) -> MeasureRow {
      MeasureRow(
        label: label, isPart: isPart,
        values: PartyPair(
          agent: figure(wording.parties.agent), customer: figure(wording.parties.customer)))
    }
    var rows = [
      measure("words a minute") {
        $0.wordsPerMinute.map { FigureText.decimal($0, places: 0) } ?? missing
      },
      measure("longest sentence") {
        $0.longestSentence.map { FigureText.count($0, "word") } ?? missing
      },
    ]
    guard wording.hasActs else { return rows }
    rows += [
      measure("questions") { "\($0.questions)" },
      measure("open, at least", isPart: true) {
        $0.questions > 0 ? "\($0.openQuestions)" : noOccasion
      },
      measure("length of the answer, median", isPart: true) {
        $0.answer.map(FigureText.seconds) ?? noOccasion
      },
      MeasureRow(
        label: "possible playbacks", isPart: false,
        values: PartyPair(
          agent: playbacks(of: .agent, wording), customer: playbacks(of: .customer, wording))),
      MeasureRow(
        label: "began in an unfinished sentence", isPart: false,
        values: PartyPair(agent: cuts(of: .agent, wording), customer: cuts(of: .customer, wording))),
      measure("acknowledged over the other") { "\($0.judged.acknowledgements)" },
    ]
    return rows
      + PhraseKind.allCases.filter { $0 != .closing }.map { kind in
        measure(kind.words) { $0.phrases[kind].map { "\($0)" } ?? "none found" }
      }
  }

  private var noOccasion: String { "no occasion" }

  private func playbacks(of party: Party, _ wording: CallWording) -> String {
    let heard = wording.parties[party.other].words
    return heard >= 20 ? "\(wording.parties[party].playbacks)" : noOccasion
  }

  private func cuts(of party: Party, _ wording: CallWording) -> String {
    let pauses = wording.parties[party.other].openPauses
    return pauses > 0 ? "\(wording.parties[party].cutsInPause) of \(pauses)" : noOccasion
  }

  /// What is said of the words as a whole.
  func wordRemarks(_ wording: CallWording) -> [String] {
    if let refusal = wording.refusal { return ["Not used: \(refusal)."] }
    var source = "Words: \(wording.source)"
    if let language = wording.language { source += ", \(language)" }
    let coverage = Party.allCases.compactMap { party in
      wording.parties[party].coverage.map { "\(FigureText.percent($0)) of the \(party.name)'s" }
    }
    if !coverage.isEmpty { source += "; for \(coverage.joined(separator: ", ")) speech" }
    var remarks = [source + "."]
    if let alignment = wording.alignment {
      let moved =
        wording.offset == .zero ? "" : ", moved by \(FigureText.seconds(wording.offset))"
      remarks.append(
        "\(FigureText.percent(alignment)) of the words fall where their speaker was heard\(moved).")
    }
    if wording.hasActs {
      if wording.facts > 0 {
        let facts = FigureText.count(wording.facts, "fact")
        remarks.append(
          "The customer named \(facts) (numbers, days, names); \(wording.repeatedFacts) of them "
            + "came up again in the agent's words.")
      }
      if let isClosed = wording.isClosed {
        remarks.append(
          isClosed ? "The agent closed the call." : "No closing by the agent was found.")
      }
      remarks += judgedRemarks(wording)
      remarks.append(
        "Phrases are matched against a table that you can read and edit; what was meant or felt "
          + "is not measured.")
    }
    return remarks + wording.withheld.map { "Not measured: \($0)." }
  }

  /// What words have changed in the judgements of interruptions.
  private func judgedRemarks(_ wording: CallWording) -> [String] {
    let judged = [wording.parties.agent.judged, wording.parties.customer.judged]
    let taken = judged.reduce(0) { $0 + $1.takenBack }
    let added = judged.reduce(0) { $0 + $1.added }
    var parts: [String] = []
    if taken > 0 { parts.append("took \(FigureText.count(taken, "interruption")) back") }
    if added > 0 { parts.append("found \(added) that timing alone had not") }
    return parts.isEmpty ? [] : ["Words \(parts.joined(separator: " and "))."]
  }

  /// What was said at the moments that stand out, where texts were asked for.
  func wordMoments() -> [(time: SampleTime, text: String)] {
    record.words.compactMap { event in
      switch event {
      case .playback(let party, let interval, _, _, let text?, let heard?):
        (
          interval.start,
          "\(party.name) may be playing back: \(text.quoted), after \(heard.quoted)"
        )
      case .cutInPause(let party, let start, _, let after?):
        (start, "\(party.name) begins after \(party.other.name)'s \(after.quoted)")
      case .question(let party, let interval, isOpen: true, _, let text?):
        (interval.start, "\(party.name) asks openly: \(text.quoted)")
      default: nil
      }
    }
  }
}

extension String {
  /// The text in quotation marks, kept apart from the direction of what is around it.
  fileprivate var quoted: String {
    let isRightToLeft = unicodeScalars.contains { (0x590...0x8FF).contains($0.value) }
    return isRightToLeft ? "“\u{2068}\(printable)\u{2069}”" : "“\(printable)”"
  }
}
