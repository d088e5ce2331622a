extension OutputCatalogue {
  /// The measures of a party.
  static let party: [OutputField] = [
    .time("talk", "time in which the party speaks"),
    OutputField("share_of_talk", .number(""), "of both parties' talk, 0 to 1", .sometimesOrNull),
    OutputField("share_of_call", .number(""), "of the call, 0 to 1", .sometimesOrNull),
    .count("turns", "turns"), .time("longest_turn", "the longest turn", .orNull),
    .time("longest_stretch", "the longest speech without a pause", .orNull),
    .count("monologues", "turns of 60 s and more"),
    OutputField(
      "interruptions",
      .object([
        .count("total", "interruptions that stand"), .count("floor_taken", "that took the floor"),
        .count("floor_kept", "that did not"), .count("unknown", "unclear"),
        .count("open", "under way"), .time("median_overlap", "their median overlap", .orNull),
        .count("may_be_agreement", "of those that did not take the floor"),
        .count("marked_wrong", "marked as wrong by a person, and in none of these counts"),
        OutputField(
          "floor_taken_per_hour", .number("1/h"), "that took the floor; from ten", .orNull),
        OutputField(
          "floor_taken_per_turn_of_other", .number(""), "that took the floor; from ten",
          .orNull),
      ]), "how often the party interrupts", .sometimes),
    OutputField(
      "resumptions",
      .object([
        .count("total", "returns to one's own turn"),
        .count("contested", "those over more than a backchannel"),
      ]), "returns to one's own turn over what the other began in its pause", .sometimes),
    .count("backchannels", "encouragements that claim no floor", .sometimes),
    OutputField(
      "backchannels_per_minute", .number("1/min"), "per minute of call; from ten events",
      .sometimesOrNull),
    OutputField(
      "backchannel_credit",
      .object([
        .count("in_overlap", "over the other's speech"), .count("in_pauses", "in its pauses"),
        OutputField(
          "per_minute_of_other", .number("1/min"),
          "per minute the other talks; from ten",
          .orNull),
        OutputField(
          "longest_without",
          .object([.time("start", "its start"), .time("end", "its end")]),
          "the longest part of the other's turn without one", .orNull),
      ]), "where encouragements come", .sometimes),
    OutputField(
      "yielding",
      .object([
        .count("interrupted", "interruptions by the other that took the floor or not"),
        .count("yielded", "those that took it"),
        .time("median", "how long after the other's onset the party stopped", .orNull),
        .count("came_back", "how often the party had the floor again within 5 s"),
      ]), "what the party does when it is interrupted", .sometimes),
    .count("premature_answers", "answers before the other had finished; experimental", .sometimes),
    OutputField(
      "responses",
      .object([
        .count("count", "changes from the other to the party"),
        .count("quick", "those under 0.2 s"), .time("median", "the median", .orNull),
        .time("percentile_90", "90th percentile; from ten changes", .orNull),
      ]), "from the end of the other's speech to the start of one's own"),
    OutputField("speech_level", .number("dBFS"), "level of the speech", .orNull),
    OutputField("signal_to_noise", .number("dB"), "speech above the noise", .orNull),
    OutputField("voice", .reference("voice"), "the whole call's"),
    OutputField("first_minute", .reference("voice"), "the first minute of speech's"),
    .count("tone_changes", "marked changes of the voice"),
  ]

  /// What a voice is like.
  static let voice: [OutputField] = [
    OutputField("pitch", .number("Hz"), "median pitch", .orNull),
    OutputField("low_pitch", .number("Hz"), "10th percentile", .orNull),
    OutputField("high_pitch", .number("Hz"), "90th percentile", .orNull),
    OutputField("loudness", .number("dBFS"), "median level", .orNull),
    OutputField("syllable_rate", .number("1/s"), "syllables in a second of speech", .orNull),
  ]
}
