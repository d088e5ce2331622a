import Conversation
import Wording

/// The moments of a practice as sentences, with their evidence.
struct DebriefMoments {
  /// All of them, in order.
  let all: [PracticeMoment]

  init(_ record: PracticeRecord, _ story: Story) {
    var moments = record.cuts.compactMap { Self.cut($0, record, story) }
    moments += record.answers.map { Self.answer($0) }
    moments += record.stretches.map { Self.stretch($0) }
    all = moments.sorted { $0.at < $1.at }
  }

  private static func cut(
    _ telling: Telling, _ record: PracticeRecord, _ story: Story
  ) -> PracticeMoment? {
    let flag = record.flag(in: telling)
    guard let onset = telling.cut ?? flag?.start else { return nil }
    let words = quote(story.pieces[telling.piece].line.text)
    if case .cutInPause = telling.ending {
      let pause = onset - telling.interval.end
      let state =
        pause > .zero
        ? "The customer had paused for \(pause.text) in its story"
        : "The customer was about to pause"
      return PracticeMoment(
        at: onset, drill: .interrupting, isGood: false,
        text: "You came in during a pause after \(words); the customer had more to say.",
        why:
          "\(state), and you spoke for more than \(PlayedCustomer.yieldsAfter.text).")
    }
    let into = onset - telling.interval.start
    let stopped = record.stops.first { $0.onset == onset }
    return PracticeMoment(
      at: onset, drill: .interrupting, isGood: false,
      text: "You came in \(into.text) into \(words)"
        + (stopped.map { "; the customer stopped after \(($0.at - onset).text)." }
          ?? "; the customer went on."),
      why: why(flag, record, into: into))
  }

  /// The evidence of the flag; without one only what was heard.
  private static func why(
    _ flag: Interruption?, _ record: PracticeRecord, into: SampleTime
  ) -> String {
    guard let flag else {
      return "The customer was speaking, and you spoke for more than "
        + "\(PlayedCustomer.yieldsAfter.text), longer than a short word."
    }
    var text = "The customer had the turn for \(into.text)"
    if let resolution = record.resolutions[flag.id] {
      text += ", both spoke for \(resolution.overlap.text)"
      switch resolution.outcome {
      case .floorTaken: text += ", and you took the turn"
      case .floorKept: text += ", and you did not take the turn"
      case .unknown: break
      }
    }
    return text + " (confidence \(FigureText.decimal(flag.confidence, places: 2)))."
  }

  private static func answer(_ answer: PracticeRecord.Answer) -> PracticeMoment {
    guard let gap = answer.gap else {
      return PracticeMoment(
        at: answer.place.at, drill: .leaving, isGood: false,
        text: "The customer had finished, and you did not answer.",
        why:
          "After \(PlayedCustomer.patience.text) of silence the customer asked whether you were there."
      )
    }
    let judgement = TraineeAnswer.judgement(gap: gap)
    if judgement == .before {
      return PracticeMoment(
        at: answer.place.at + gap, drill: .leaving, isGood: false,
        text: "You answered \((SampleTime.zero - gap).text) before the customer had finished.")
    }
    let verdict =
      switch judgement {
      case .before, .soon: "half a second would show that you have heard it"
      case .right: "that is well timed"
      case .late: "that is a long wait for the customer"
      }
    return PracticeMoment(
      at: answer.place.at + gap, drill: .leaving, isGood: judgement == .right,
      text: "You answered after \(gap.text): \(verdict).")
  }

  private static func stretch(_ stretch: PracticeRecord.Stretch) -> PracticeMoment {
    let length = stretch.told.text
    guard let encouragement = stretch.encouragement else {
      return PracticeMoment(
        at: stretch.interval.start, drill: .encouraging, isGood: false,
        text: "The customer talked for \(length) without a short word from you.")
    }
    return PracticeMoment(
      at: encouragement, drill: .encouraging, isGood: true,
      text: "You encouraged the customer during \(length) of the story.")
  }

  /// The beginning of a line, in quotes; `the piece` where its words are not known.
  private static func quote(_ text: String) -> String {
    guard !text.isEmpty else { return "what was said" }
    let words = text.split(separator: " ")
    let shown = words.prefix(6).joined(separator: " ")
    return words.count > 6 ? "“\(shown) …”" : "“\(shown)”"
  }
}
