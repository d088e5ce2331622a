public import Conversation
import Wording

/// The evidence of a moment in plain sentences: who began when, who held the floor, what each did, what
/// that was, and what it would take to be otherwise.
public struct MomentText: Sendable {
  /// How far an onset may be from the moment that was asked for.
  private static let near = SampleTime(seconds: 2)

  private let call: CallReport
  private let time: SampleTime
  private let limits: TurnSettings

  /// Creates the text for a moment of a call that was heard with some settings.
  public init(_ call: CallReport, at time: SampleTime, settings: TurnSettings) {
    self.call = call
    self.time = time
    limits = settings
  }

  /// The sentences, unwrapped, a line each.
  public var lines: [String] {
    guard call.shows(.overlap), call.shows(.interruptions) else {
      return ["The input is not good enough to say who spoke over whom."]
    }
    let nearest = call.record.onsets.min { distance($0) < distance($1) }
    if let (party, word) = wordInPause, distance(word) <= Self.near,
      nearest.map({ distance(word) < distance($0) }) ?? true
    {
      return lines(of: party, wordInPause: word)
    }
    guard let onset = nearest, distance(onset) <= Self.near else { return quiet }
    return evidence(onset) + verdict(onset) + others(onset)
  }

  private func distance(_ onset: ObservedOnset) -> SampleTime { distance(onset.overlap.interval) }

  private func distance(_ span: Interval) -> SampleTime {
    if span.start <= time, time < span.end { return .zero }
    return time < span.start ? span.start - time : time - span.start
  }

  /// The backchannel next to the moment that was said while the other was silent, and whose it is.
  private var wordInPause: (Party, Interval)? {
    Party.allCases.flatMap { party in call.record.backchannels[party].map { (party, $0) } }
      .filter { party, word in
        !call.record.onsets.contains {
          $0.party == party && $0.overlap.interval.start < word.end
            && $0.overlap.interval.end > word.start
        }
      }
      .min { distance($0.1) < distance($1.1) }
  }

  private func lines(of party: Party, wordInPause word: Interval) -> [String] {
    let (name, other) = (party.name, party.other.name)
    var lines = [
      "At \(FigureText.clock(word.start)) the \(name) spoke for \(span(word.length)) while the "
        + "\(other) was silent."
    ]
    if let turn = turn(of: party.other, at: word.start) {
      lines.append(
        "The \(other) had the turn, from \(FigureText.clock(turn.start)) to "
          + "\(FigureText.clock(turn.end)), and went on with it.")
    }
    return lines + [
      "So it is a backchannel in a pause: a short word that left the \(other) the turn.",
      "It would have been:",
      "- speech like any other, had it lasted more than \(seconds(limits.backchannelLongest)), or "
        + "without \(seconds(limits.backchannelSilence)) of own silence on each side.",
      "- a change of speaker, had the \(name) gone on, or had the \(other) not.",
    ]
  }

  /// What is said where nobody began over the other's speech.
  private var quiet: [String] {
    var lines = ["Nobody began over the other's speech near \(FigureText.clock(time))."]
    for party in Party.allCases {
      if let turn = turn(of: party, at: time) {
        lines.append(
          "The \(party.name) had the turn, from \(FigureText.clock(turn.start)) to "
            + "\(FigureText.clock(turn.end)).")
      }
    }
    return lines
  }

  private func turn(of party: Party, at time: SampleTime) -> Interval? {
    call.record.turns[party].last { $0.start < time && time <= $0.end }
  }

  private func evidence(_ onset: ObservedOnset) -> [String] {
    let (party, other) = (onset.party.name, onset.party.other.name)
    var lines = [
      "At \(FigureText.clock(onset.start)), the \(party) began while the \(other) was speaking."
    ]
    let silence =
      onset.onset.ownSilence.map { "been silent for \(span($0)), in which" }
      ?? "not been heard until then, and"
    lines.append(
      "The \(other) had been audible for \(span(onset.lead)); the \(party) had \(silence) "
        + "the \(other) had spoken for \(span(onset.onset.otherSpoken)).")
    if onset.kind == .resumption, turn(of: onset.party, at: onset.start) == nil {
      // The turn that the other took only later is dated back to where it began.
      lines.append(
        "The \(party) still held the floor: the \(other) had not yet spoken alone for "
          + "\(seconds(limits.floorAlone)).")
    } else if let holder = Party.allCases.first(where: { turn(of: $0, at: onset.start) != nil }),
      let turn = turn(of: holder, at: onset.start)
    {
      lines.append(
        "The \(holder.name) held the floor, in a turn of \(span(onset.start - turn.start)) by then."
      )
    } else {
      lines.append("Nobody held the floor.")
    }
    let first = onset.overlap.interval.length
    let all = onset.interruption?.resolution?.overlap ?? first
    // They may pause and speak together again.
    let rest = all > first ? " at first and \(span(all)) in all" : ""
    lines.append(
      "Both spoke for \(span(first))\(rest); the \(other) went on for "
        + "\(span(onset.rest)) after the onset, the \(party) for \(span(onset.spoken)).")
    lines.append(outcome(onset))
    return lines
  }

  private func outcome(_ onset: ObservedOnset) -> String {
    let (party, other) = (onset.party.name, onset.party.other.name)
    switch onset.interruption?.resolution?.outcome {
    case .floorTaken:
      return "The \(party) was the first to speak alone for \(seconds(limits.floorAlone)): it took "
        + "the turn."
    case .floorKept:
      return "The \(other) was the first to speak alone for \(seconds(limits.floorAlone)): it kept "
        + "the turn."
    case .unknown: return "Neither spoke alone for \(seconds(limits.floorAlone)) soon after."
    case nil:
      return onset.overlap.kind == .between
        ? "After the overlap, the \(party) went on alone."
        : "After the overlap, the \(other) went on alone."
    }
  }

  private func verdict(_ onset: ObservedOnset) -> [String] {
    var lines = ["So it is \(onset.kind.words)."]
    if let flag = onset.interruption {
      var line =
        "It was flagged at \(FigureText.clock(flag.at)) with a confidence of "
        + "\(FigureText.decimal(flag.flag.confidence, places: 2)), and stands."
      if let agreement = flag.resolution?.agreement {
        line += " It may have been agreement (\(FigureText.decimal(agreement, places: 2)))."
      }
      lines.append(line)
      if let holds = flag.resolution?.holdsUnderDelay {
        lines.append(
          holds
            ? "It would be the same if either side were 0.25 s late."
            : "If one side were 0.25 s late, it might not be one: its start or end is near a limit."
        )
      }
    } else if let flag = onset.retracted {
      lines.append(
        "It was flagged at \(FigureText.clock(flag.at)) and taken back: \(flag.reason.words).")
    }
    if let words = onset.onset.words, words.said > 0 {
      lines.append(
        "Of the \(FigureText.count(words.said, "word")) that it had said by then, "
          + "\(words.listed == 0 ? "none" : "\(words.listed)") acknowledge or appraise.")
    }
    return lines + ["It would have been:"] + alternatives(onset).map { "- \($0)." }
  }

  private func alternatives(_ onset: ObservedOnset) -> [String] {
    let (party, other) = (onset.party.name, onset.party.other.name)
    let simultaneous =
      "a simultaneous start, had the two begun within \(seconds(limits.simultaneousStart)) "
      + "(they were \(span(onset.lead)) apart)"
    let backchannel =
      "a backchannel, had it lasted \(seconds(limits.backchannelLongest)) at most with "
      + "\(seconds(limits.backchannelSilence)) of silence of its own on each side"
    let terminal =
      "a terminal overlap, had the \(other) had \(seconds(limits.terminalOverlap)) left at most "
      + "(it had \(span(onset.rest)))"
    let resumption = "a resumption, had the \(party) held the floor"
    let claim = "an interruption, had the \(party) claimed the floor that the \(other) held"
    switch onset.kind {
    case .interruption: return [simultaneous, backchannel, terminal, resumption]
    case .backchannel, .acknowledgement, .other: return [terminal, resumption, claim]
    case .terminal:
      return [
        "an interruption, had the \(other) been going on for longer than "
          + "\(seconds(limits.terminalOverlap)) (it had \(span(onset.rest)) left)", resumption,
      ]
    case .resumption:
      return [
        "a simultaneous start, had the \(other) begun less than \(seconds(limits.holderLead)) "
          + "before (it had begun \(span(onset.lead)) before)",
        "an interruption, had the \(other) spoken alone for \(seconds(limits.floorAlone)) before",
      ]
    case .simultaneousStart:
      return ["an onset over the other's speech, had the \(other) begun earlier"]
    }
  }

  private func others(_ onset: ObservedOnset) -> [String] {
    let names = OnsetScheme.allCases.filter { $0 != .interject }.map { scheme in
      "\(scheme.title): \(scheme.words(for: onset))"
    }
    return ["Other schemes: " + names.joined(separator: "; ") + "."]
  }

  private func span(_ length: SampleTime) -> String {
    FigureText.decimal(length.seconds, places: 2) + " s"
  }

  private func seconds(_ value: Double) -> String { FigureText.plain(value) + " s" }
}

extension OnsetClass {
  /// What it is, with its article.
  fileprivate var words: String {
    switch self {
    case .interruption: "an interruption"
    case .backchannel: "a backchannel"
    case .acknowledgement: "an acknowledgement: agreement that does not take the floor"
    case .terminal: "a terminal overlap: the other was finishing anyway"
    case .resumption: "a resumption: the holder of the floor came back to its own turn"
    case .simultaneousStart: "a simultaneous start, nobody's interruption"
    case .other: "none of the classes: nothing in it claimed the turn"
    }
  }
}
