import Conversation

extension OutputCatalogue {
  /// An event: its name, its fields besides `event` and `at`, and what it says.
  typealias EventFields = (name: String, fields: [OutputField], meaning: String)

  private static let start = OutputField.time("start", "when it began")
  private static let end = OutputField.time("end", "when it ended")
  private static let who = OutputField.party("party", "who")
  private static let by = OutputField.party("by", "who came later")
  private static let flag = OutputField.count("id", "number of the flag")

  private static func score(_ name: String, _ meaning: String) -> OutputField {
    OutputField(name, .number(""), "\(meaning), 0 to 1")
  }

  /// All events, in the order of `docs/event-stream.md`.
  static let events: [EventFields] = [
    ("speech_started", [who, start], "speech has probably begun"),
    ("speech_cancelled", [who, start], "it was too short, or none"),
    ("speech", [who, start, end], "a finished speech segment"),
    ("turn", [who, start, end], "a finished turn"),
    (
      "transition",
      [
        .party("from", "who spoke before"), .party("to", "who speaks now"),
        .time("offset", "under 0 an overlap, over 0 a gap"), start,
      ], "a change of who speaks"
    ),
    ("monologue_started", [who, start], "a turn has become long"),
    ("monologue", [who, start, end], "a long turn is over"),
    ("overlap_started", [by, start], "both speak"),
    (
      "overlap",
      [by, start, end, OutputField("kind", .word(["between", "within"]), "who goes on alone")],
      "a finished overlap"
    ),
    (
      "interruption",
      [
        flag, who, .party("interrupted", "whom"), start,
        score("confidence", "share of such flags that are true"),
        score("salience", "how much it stands out so far"),
      ], "an interruption is under way"
    ),
    (
      "interruption_resolved",
      [
        flag,
        OutputField("outcome", .word(["floor_taken", "floor_kept", "unknown"]), "who got the floor"),
        .time("overlap", "both speak"), score("salience", "how much it stands out"),
      ], "the outcome of an interruption"
    ),
    (
      "retraction",
      [flag, OutputField("reason", .word(RetractionReason.allCases.map(\.rawValue)), "why")],
      "a flag is taken back"
    ),
    ("backchannel", [who, start, end], "an encouragement that claims no floor"),
    (
      "premature_answer", [who, start, score("confidence", "experimental")],
      "an answer before the other had finished"
    ),
    ("dead_air_started", [start], "both have been silent for long"),
    (
      "dead_air", [start, end, .party("ended_by", "who spoke first after it", .orNull)],
      "a long silence is over"
    ),
    (
      "unknown",
      [who, start, end, OutputField("reason", .word(UnknownReason.allCases.map(\.rawValue)), "why")],
      "audio lost or withheld"
    ),
    (
      "device",
      [
        .party("party", "whose", .sometimes),
        OutputField("state", .word(["lost", "returned", "changed"]), "what has become of it"),
        OutputField("name", .text, "the device"),
      ], "a device has gone or come back; live only"
    ),
    ("mute_started", [who, start], "counts as silent from here on; live only"),
    ("mute", [who, start, end], "is heard again; live only"),
    (
      "warning",
      [
        OutputField("code", .word(WarningCode.allCases.map(\.rawValue)), "what is wrong"),
        .party("party", "whose channel", .sometimes),
      ], "something is wrong with the input"
    ),
    ("call_started", [start], "both parties have been heard; live only"),
    ("call_ended", [start, end] + metrics, "a call is over; live only"),
    ("hold_started", [start], "the call goes on without the parties; live only"),
    ("hold", [start, end], "the parties are back; live only"),
    ("mark", [], "the user has marked the moment; live only"),
    (
      "tone_change",
      [
        who, OutputField("measure", .word(["pitch", "loudness", "rate"]), "of the voice"),
        OutputField("from", .number(""), "in the first minute"),
        OutputField("to", .number(""), "now"), start,
      ], "a voice differs markedly from its own first minute"
    ),
    (
      "guidance", [OutputField("rule", .text, "the rule"), OutputField("text", .text, "the words")],
      "a word to the agent"
    ),
    ("metrics", metrics, "the measures so far, every 10 s"),
  ]

  /// A worker's answer.
  static let answer: [OutputField] = [
    OutputField("id", .text, "as in the request", .orNull),
    OutputField("path", .text, "as in the request", .orNull),
    OutputField("ok", .flag, "whether the call was analyzed"),
    .count("code", "exit code that analyze would give; where it was not", .sometimes),
    OutputField("reason", .text, "what was wrong; where it was not", .sometimes),
    OutputField("settings", .text, "equal settings give equal text", .sometimes),
    OutputField("version", .text, "version of the program", .sometimes),
    OutputField("session", .reference("session"), "the first line of the event stream", .sometimes),
    OutputField("summary", .reference("summary"), "its last line", .sometimes),
    OutputField(
      "report",
      .object([
        OutputField("session", .reference("session"), "the first line of the event stream"),
        OutputField("summary", .reference("summary"), "its last line"),
      ]), "the JSON report; with --report", .sometimes),
  ]
}
