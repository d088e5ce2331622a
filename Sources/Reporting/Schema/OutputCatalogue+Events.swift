import Conversation

extension OutputCatalogue {
  /// An event: its name, its fields besides `event` and `at`, and what it says.
  typealias EventFields = (name: String, fields: [OutputField], meaning: String)

  private static let start = OutputField.time("start", "when it began")
  private static let end = OutputField.time("end", "when it ended")
  private static let who = OutputField.party("party", "who")
  private static let by = OutputField.party("by", "who came later")
  private static let flag = OutputField.count("id", "number of the flag")

  private static func said(_ name: String) -> OutputField {
    OutputField(name, .text, "what was said; where asked for", .sometimes)
  }

  private static func score(_ name: String, _ meaning: String) -> OutputField {
    OutputField(name, .number(""), "\(meaning), 0 to 1")
  }

  /// All events, in the order of `docs/event-stream.md`.
  static let events: [EventFields] = EventName.allCases.map { name in
    let (fields, meaning) = fields(of: name)
    return (name.rawValue, fields, meaning)
  }

  private static func fields(of name: EventName) -> (fields: [OutputField], meaning: String) {
    switch name {
    case .speechStarted: ([who, start], "speech has probably begun")
    case .speechCancelled: ([who, start], "it was too short, or no speech")
    case .speech: ([who, start, end], "a finished speech segment")
    case .turn: ([who, start, end], "a finished turn")
    case .transition:
      (
        [
          .party("from", "who spoke before"), .party("to", "who speaks now"),
          .time("offset", "under 0 an overlap, over 0 a gap"), start,
        ], "a change of who speaks"
      )
    case .monologueStarted: ([who, start], "a turn has become long")
    case .monologue: ([who, start, end], "a long turn is over")
    case .overlapStarted: ([by, start], "both speak")
    case .overlap:
      (
        [
          by, start, end, OutputField("kind", .word(["between", "within"]), "who goes on alone"),
          OutputField(
            "class", .word(OnsetClass.allCases.map(\.rawValue)), "what the onset was", .orNull),
          .time("own_silence", "of the newcomer before it", .orNull),
          .time("lead", "how long the other had been audible", .orNull),
          .time("other_spoken", "the other's speech since the newcomer's last", .orNull),
          .time("offset", "how long the other went on, under 0", .orNull),
          .count("supersedes", "the flag that this class replaces", .sometimes),
          .count(
            "words", "words of the newcomer by the time of judgement; only with words", .sometimes),
          .count("words_acknowledging", "those that acknowledge or appraise", .sometimes),
        ], "a finished overlap"
      )
    case .resumption:
      (
        [
          who, start, .time("over_start", "when the other had begun"),
          .time("lead", "how long the other had been audible"),
          OutputField("contested", .flag, "whether the other said more than a backchannel"),
        ], "the holder of the floor comes back to its own turn"
      )
    case .utterance:
      ([who, start, end, .count("words", "words"), said("text")], "a sentence, or a part of one")
    case .question:
      (
        [
          who, start, end, OutputField("open", .flag, "whether it is certainly open"),
          .time("answer", "how long the other spoke in answer", .orNull), said("text"),
        ], "a question"
      )
    case .playback:
      (
        [
          who, start, end, .time("heard_start", "when the other said it"),
          .time("heard_end", "until when"), score("share", "of its words that came from there"),
          said("text"), said("heard_text"),
        ], "the party may be saying again what the other said"
      )
    case .phrase:
      (
        [
          who, start, end,
          OutputField("kind", .word(PhraseKind.allCases.map(\.rawValue)), "its kind"), said("text"),
        ], "a phrase of the table"
      )
    case .cutInPause:
      (
        [who, start, .time("gap", "after the other's sentence"), said("after")],
        "the party began after a sentence that the other had left open"
      )
    case .interruption:
      (
        [
          flag, who, .party("interrupted", "whom"), start,
          score("confidence", "share of such flags that are right"),
          score("salience", "how much it stands out so far"),
        ], "an interruption is under way"
      )
    case .interruptionResolved:
      (
        [
          flag,
          OutputField(
            "outcome", .word(["floor_taken", "floor_kept", "unknown"]),
            "who ended up with the floor"),
          .time("overlap", "both speak"), score("salience", "how much it stands out"),
          OutputField("agreement", .number(""), "probability of agreement, 0 to 1", .orNull),
          OutputField(
            "holds_under_delay", .flag, "whether it holds if one side were 0.25 s late", .orNull),
        ], "the outcome of an interruption"
      )
    case .retraction:
      (
        [flag, OutputField("reason", .word(RetractionReason.allCases.map(\.rawValue)), "why")],
        "a flag is taken back"
      )
    case .contest: ([flag], "a person has marked a flag as wrong: it is in no figure; live only")
    case .contestWithdrawn:
      ([flag], "that mark is taken back: the flag counts as before; live only")
    case .backchannel: ([who, start, end], "a short word that claims no floor")
    case .prematureAnswer:
      (
        [who, start, score("confidence", "experimental")],
        "an answer before the other had finished"
      )
    case .deadAirStarted: ([start], "both have been silent for long")
    case .deadAir:
      (
        [start, end, .party("ended_by", "who spoke first after it", .orNull)],
        "a long silence is over"
      )
    case .unknown:
      (
        [
          who, start, end,
          OutputField("reason", .word(UnknownReason.allCases.map(\.rawValue)), "why"),
        ],
        "audio lost or withheld"
      )
    case .device:
      (
        [
          .party("party", "whose", .sometimes),
          OutputField(
            "state", .word(DeviceState.allCases.map(\.rawValue)), "its new state"),
          OutputField("name", .text, "the device"),
        ], "a device has gone or come back; live only"
      )
    case .muteStarted: ([who, start], "counts as silent from here on; live only")
    case .mute: ([who, start, end], "is heard again; live only")
    case .warning:
      (
        [
          OutputField("code", .word(WarningCode.allCases.map(\.rawValue)), "what is wrong"),
          .party("party", "whose channel", .sometimes),
        ], "something is wrong with the input"
      )
    case .nothingHeard:
      ([who, start], "nothing has been heard from the party, though the other talked")
    case .callStarted: ([start], "both parties have been heard; live only")
    case .callEnded: ([start, end] + metrics, "a call is over; live only")
    case .lesson: (OutputCatalogue.guidance, "what the agent can learn from the call just ended")
    case .holdStarted: ([start], "the call goes on without the parties; live only")
    case .hold: ([start, end], "the parties are back; live only")
    case .mark: ([], "the user has marked the moment; live only")
    case .toneChange:
      (
        [
          who, OutputField("measure", .word(["pitch", "loudness", "rate"]), "of the voice"),
          OutputField("from", .number(""), "in the first minute"),
          OutputField("to", .number(""), "now"), start,
        ], "a voice differs markedly from its own first minute"
      )
    case .guidance:
      (
        [
          OutputField("rule", .text, "the rule"), OutputField("text", .text, "the words"), start,
        ], "guidance to the agent: what was heard"
      )
    case .settled:
      ([.time("through", "until when")], "nothing that began before this will change any more")
    case .metrics: (metrics, "the measures so far, every 10 s")
    }
  }

  /// A worker's answer.
  static let answer: [OutputField] = [
    OutputField("id", .text, "as in the request", .orNull),
    OutputField("path", .text, "as in the request", .orNull),
    OutputField("ok", .flag, "whether the call was analyzed"),
    .count("code", "exit code for the fault; where it was not", .sometimes),
    OutputField("reason", .text, "what was wrong; where it was not", .sometimes),
    OutputField("settings", .text, "equal settings give equal text", .sometimes),
    OutputField("version", .text, "version of the program", .sometimes),
    OutputField("session", .reference("session"), "the first line of the event stream", .sometimes),
    OutputField("summary", .reference("summary"), "its last line", .sometimes),
    OutputField("report", .reference("report"), "the JSON report; where asked for", .sometimes),
  ]
}
