import Conversation

extension OutputCatalogue {
  /// The figures of a call's words; only the first three fields if the words were refused.
  static let wording: [OutputField] = [
    OutputField("source", .text, "the transcript's format, or the recognizer"),
    OutputField("language", .text, "as named or found", .orNull),
    OutputField("refused", .text, "why the words were not used", .orNull),
    OutputField(
      "alignment", .number(""), "share of the words that fall in their party's speech",
      .sometimesOrNull),
    .time("offset", "what was added to the transcript's times", .sometimes),
    OutputField("agent", .reference("party_wording"), "the agent's words", .sometimes),
    OutputField("customer", .reference("party_wording"), "the customer's words", .sometimes),
    .count("customer_facts", "numbers, days and names that the customer said", .sometimes),
    .count("facts_said_again", "those that the agent said later", .sometimes),
    OutputField(
      "closed", .flag, "whether the agent closed the call in its last half minute",
      .sometimesOrNull),
    OutputField("not_measured", .list(.text), "what is not measured, and why", .sometimes),
  ]

  /// What a party's words amount to; from `questions` on only in English.
  static let partyWording: [OutputField] = [
    OutputField("coverage", .number(""), "share of the party's speech with words", .orNull),
    .count("words", "words"), .count("utterances", "sentences, or stretches between pauses"),
    OutputField("words_per_minute", .number("1/min"), "of its speech with words", .orNull),
    OutputField("longest_sentence", .count, "words of the longest sentence", .orNull),
    .count("questions", "questions", .sometimes),
    .count("open_questions_at_least", "those that are certainly open", .sometimes),
    .time("answer_median", "median length of the other's answers", .sometimesOrNull),
    .count("possible_playbacks", "stretches that may play back the other's words", .sometimes),
    .count("open_pauses", "sentences left open in a pause", .sometimes),
    .count("cuts_in_pause", "starts in a pause of the other's open sentence", .sometimes),
    .count("acknowledgements_over_speech", "agreement of a second and more, by words", .sometimes),
    .count("flags_taken_back_by_words", "flags that the words showed to be wrong", .sometimes),
    .count(
      "interruptions_found_by_words", "interruptions that timing alone had not found", .sometimes),
    OutputField(
      "phrases", .object(PhraseKind.allCases.map { .count($0.rawValue, "such phrases") }),
      "phrases of the table, by kind", .sometimes),
  ]
}
