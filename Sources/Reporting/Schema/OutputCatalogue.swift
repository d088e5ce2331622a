/// Every field of the event stream, the summary and a worker's answers: what the schema is made of, and
/// the data dictionary.
public enum OutputCatalogue {
  /// The first line of a stream, without its `event`.
  static let session: [OutputField] = [
    .count("schema", "version of the event stream's schema"),
    OutputField("version", .text, "version of the program"),
    OutputField("source", .text, "file, device or pipe"),
    OutputField("sample_rate", .number("Hz"), "of the source; 0 where only segments are known"),
    OutputField(
      "parties",
      .object([
        OutputField("agent", .text, "the agent's channel, file or device"),
        OutputField("customer", .text, "the customer's"),
      ]), "which channel, file or device each party is"),
    OutputField("settings", .text, "equal settings give equal text"),
    OutputField("call_id", .text, "the caller's name for the call", .orNull),
    OutputField("agent_id", .text, "the caller's name for the agent", .orNull),
    OutputField("started", .text, "when the stream began, ISO 8601", .orNull),
    OutputField("labels", .labels, "other columns that the caller gave for the call", .sometimes),
  ]

  /// The last line of a stream, without its `event`.
  static let summary: [OutputField] =
    [
      OutputField("reliable", .flag, "false if the input is too poor for the figures"),
      OutputField("notes", .list(.text), "every repair of the input and every reason for doubt"),
      OutputField("guidance", .list(.object(guidance)), "what went well, and what to do better"),
      OutputField("guidance_absent", .text, "why there is none", .orNull),
      .count("calls", "calls in which both spoke", .sometimes),
      .time("listened", "length of the stream, calls and the time between", .sometimes),
      OutputField("wording", .reference("wording"), "figures from the words", .sometimes),
    ] + metrics

  static let guidance: [OutputField] = [
    OutputField("rule", .text, "the rule's name"),
    OutputField("is_strength", .flag, "whether it is praise"),
    OutputField("text", .text, "the sentence"),
    .count("count", "how often it applied", .orNull),
    OutputField("moments", .list(.number("s")), "when, at most five"),
  ]

  /// The measures so far.
  static let metrics: [OutputField] = [
    .time("duration", "length of the call; in a summary, of all calls"),
    .time("silence", "nobody speaks and both are heard", .sometimes),
    .time("overlap", "both speak", .sometimes),
    .time("unknown", "at least one party is not heard"),
    .time("hold", "on hold"),
    OutputField("agent", .reference("party_measures"), "the agent's measures", .sometimes),
    OutputField("customer", .reference("party_measures"), "the customer's measures", .sometimes),
    .count("transitions", "changes of who speaks", .sometimes),
    OutputField(
      "turns_per_minute", .number("1/min"), "turns of both; from ten", .sometimesOrNull),
    OutputField(
      "switches_per_minute", .number("1/min"), "changes of who speaks; from ten", .sometimesOrNull),
    OutputField(
      "customer_replies",
      .object([
        .count("count", "customer's turns after an agent's turn"),
        .time("median", "their median length", .orNull), .time("longest", "the longest", .orNull),
        .count("at_least_10_s", "those of 10 s and more"),
      ]), "customer's turns after an agent's turn", .sometimes),
    OutputField(
      "dead_air",
      .object([
        .count("count", "long mutual silences"), .time("total", "all of them"),
        .time("longest", "the longest", .orNull),
        .count("ended_by_agent", "those that the agent ended"),
        .count("ended_by_customer", "those that the customer ended"),
      ]), "mutual silences that are too long", .sometimes),
    OutputField(
      "level_difference", .number("dB"), "agent's speech level above the customer's",
      .sometimesOrNull),
    OutputField(
      "distraction",
      .object([
        .time("judged", "time when only the customer speaks"),
        .time("noise", "of it, with noise loud enough to be heard beside speech"),
        OutputField("level", .number("dBFS"), "level of the agent's side meanwhile", .orNull),
      ]), "the agent's side while only the customer speaks", .sometimesOrNull),
    OutputField(
      "opening_statement",
      .object([
        .time("start", "its start"), .time("end", "its end"),
        .time("first_interrupted", "from its start to the first interruption", .orNull),
        OutputField("completed", .flag, "whether no interruption took the turn from it"),
        OutputField("late", .flag, "whether it began after the first minute"),
      ]), "the customer's opening statement", .sometimesOrNull),
  ]
}
