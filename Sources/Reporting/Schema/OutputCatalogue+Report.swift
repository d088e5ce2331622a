import Conversation

extension OutputCatalogue {
  /// The report of a call: its session, its summary, and what happened in it, in order of time.
  ///
  /// Lists whose figures are withheld are not there.
  static let report: [OutputField] =
    [
      OutputField("session", .reference("session"), "the first line of the event stream"),
      OutputField("summary", .reference("summary"), "its last line"),
      list("speech", of: .speech, "finished speech segments"),
      list("turns", of: .turn, "finished turns"),
      list("transitions", of: .transition, "changes of who speaks"),
      list("overlaps", of: .overlap, "stretches in which both speak"),
      OutputField(
        "interruptions",
        .list(
          .object(
            fields(of: .interruption, besides: ["salience"])
              + [
                told,
                OutputField("outcome", .word(outcomes), "who ended up with the floor", .orNull),
              ]
              + fields(of: .interruptionResolved, besides: ["id", "outcome", "overlap"])
              + [.time("overlap", "both speak", .orNull)])),
        "interruptions that stand", .sometimes),
      OutputField(
        "retracted",
        .list(
          .object(
            fields(of: .interruption, besides: ["salience"]) + [told]
              + fields(of: .retraction, besides: ["id"]))),
        "flags that were taken back", .sometimes),
      list("backchannels", of: .backchannel, "short words that claim no floor"),
      list("premature_answers", of: .prematureAnswer, "answers before the other had finished"),
      list("resumptions", of: .resumption, "returns to one's own turn over the other's speech"),
      OutputField(
        "nudges", .list(.object(fields(of: .guidance) + [told])),
        "guidance given to the agent during the call", .sometimes),
      list("tone_changes", of: .toneChange, "marked changes of a voice"),
      list("dead_air", of: .deadAir, "long mutual silences"),
      list("monologues", of: .monologue, "long turns"),
      OutputField(
        "words",
        .list(
          .object([
            OutputField("event", .word(wordEvents), "its fields are those of the event"),
            .party("party", "who"), .time("start", "when it began"),
          ])), "what the words reveal; only with words", .sometimes),
      list("unknown", of: .unknown, "audio lost or withheld"),
      OutputField(
        "warnings",
        .list(
          .object([
            OutputField("code", .word(WarningCode.allCases.map(\.rawValue)), "what is wrong"),
            .party("party", "whose channel", .orNull), told,
          ])), "what is wrong with the input"),
    ]

  private static let told = OutputField.time("at", "audio consumed when it was reported")
  private static let outcomes = ["floor_taken", "floor_kept", "unknown"]
  private static let wordEvents = [
    EventName.utterance, .question, .playback, .phrase, .cutInPause,
  ].map(\.rawValue)

  private static func fields(
    of event: EventName, besides left: Set<String> = []
  ) -> [OutputField] {
    events.first { $0.name == event.rawValue }?.fields.filter { !left.contains($0.name) } ?? []
  }

  private static func list(_ name: String, of event: EventName, _ meaning: String) -> OutputField {
    OutputField(
      name, .list(.object(fields(of: event))), meaning,
      event == .unknown ? .always : .sometimes)
  }
}
