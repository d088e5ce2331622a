/// What guidance can be about; `docs/measures.md` has the table of rules with their evidence.
public enum GuidanceRule: String, CaseIterable, Hashable, Sendable {
  /// The agent's interruptions that stand out.
  case interrupted
  /// The agent took the floor before the customer had finished the opening statement.
  case openingCut = "opening_cut"
  /// The agent talked until the customer interrupted, or for the length of a monologue.
  case talkedLong = "talked_long"
  /// The customer talked for a long time without hearing anything from the agent.
  case silentListening = "silent_listening"
  /// The agent mostly starts before the customer stops.
  case startsEarly = "starts_early"
  /// There were long silences.
  case deadAir = "dead_air"
  /// The agent does most of the talking.
  case talkShare = "talk_share"
  /// The agent began in pauses of sentences that the customer had left open; known from words.
  case cutInPause = "cut_in_pause"
  /// A strength: none of the customer's turns of substance was cut off.
  case letFinish = "let_finish"
  /// A strength: the customer finished the opening statement, although it was long.
  case openingHeard = "opening_heard"
  /// A strength: the agent stayed with the customer through long turns, and was heard on the way.
  case encouraged
  /// A strength: the agent waits a moment before answering.
  case patient
  /// A strength: the customer often answers at length.
  case longReplies = "long_replies"
  /// A strength: the agent asked open questions; known from words.
  case askedOpenly = "asked_openly"

  /// Whether the rule is about something done well.
  public var isStrength: Bool {
    switch self {
    case .interrupted, .openingCut, .talkedLong, .silentListening, .startsEarly, .deadAir,
      .talkShare, .cutInPause:
      false
    case .letFinish, .openingHeard, .encouraged, .patient, .longReplies, .askedOpenly: true
    }
  }
}
