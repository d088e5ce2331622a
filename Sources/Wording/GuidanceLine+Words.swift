package import Conversation

extension GuidanceLine {
  /// The line in plain words, without its moments; no-break spaces hold figures together.
  package var words: String {
    switch rule {
    case .interrupted:
      "You cut in \(times(count)) in a way that stands out: let the customer finish."
    case .openingCut:
      "The customer's opening statement was cut off \(opening): let the customer finish it."
    case .talkedLong: "You talked at length \(times(count))\(atMost): pause, and ask."
    case .silentListening:
      "The customer talked for \(span) and heard nothing from you: sum up what you understood."
    case .startsEarly:
      "You mostly start before the customer stops, by \(span) (median of \(count) changes): wait."
    case .deadAir:
      "There was a long silence \(times(count)), \(span) at most: say what you are doing."
    case .talkShare: "You do \(percent) of the talking: leave more room."
    case .cutInPause:
      "You came in during a pause in an unfinished sentence \(times(count)): wait for its end."
    case .letFinish: "You let the customer finish: none of \(count) longer turns was cut off."
    case .openingHeard:
      "You let the customer finish the opening statement (\(count == 1 ? span : inCalls))."
    case .encouraged:
      "You stayed with the customer through \(count) long turns, \(span) at most, and showed "
        + "that you were listening."
    case .patient: "You wait \(span) before you answer (median of \(count) changes)."
    case .longReplies: "The customer answered at length \(times(count)), \(percent) of the answers."
    case .askedOpenly: "You asked open questions, at least \(times(count))."
    }
  }

  /// The line with its moments, such as "… once. At 0:41.0."
  ///
  /// They are those of the stream, as in a report on a recording. Where calls have been followed,
  /// `calls` of them, they are those of the call.
  package func sentence(calls: Int? = nil) -> String {
    guard !moments.isEmpty else { return words }
    guard let calls else {
      let times = moments.map { FigureText.clock($0.time) }
      return words + lead + times.joined(separator: ", ") + "."
    }
    let times = moments.map { FigureText.clock($0.timeInCall) }
    guard calls > 1 else { return words + lead + times.joined(separator: ", ") + " of the call." }
    let places = zip(times, moments).map { time, moment in
      "\(time) of call \(moment.call?.number ?? 1)".unbroken
    }
    return words + lead + places.joined(separator: ", ") + "."
  }

  /// The line with its moments, as times in the recording or in the call that it is about.
  package func sentence(_ origin: EventClock.Origin) -> String {
    origin == .stream ? sentence() : sentence(calls: 1)
  }

  /// What introduces the moments; a share of talk has none, but the turns that it is made of have.
  package var lead: String { rule == .talkShare ? " Long turns at " : " At " }

  private var opening: String { count == 1 ? "after \(span)" : inCalls }

  private var inCalls: String { "in \(count) calls".unbroken }

  private var span: String { FigureText.seconds(length ?? .zero).unbroken }

  private var atMost: String { length.map { ", \(FigureText.length($0).unbroken) at most" } ?? "" }

  private var percent: String { FigureText.percent(share ?? 0).unbroken }

  private func times(_ count: Int) -> String {
    (count == 1 ? "once" : "\(count) times").unbroken
  }
}
