public import Conversation
public import FoundationEssentials

/// What a team's figures need of a call.
public struct TeamCall: Sendable {
  /// The call's own name.
  public var name: String
  /// The file of results that tells of it.
  public var file: String
  /// The recording.
  public var source: String
  /// Which channel or file each party is, as the result names them; empty where it does not say.
  public var parties = PartyPair(repeating: "")
  /// The agent, if known.
  public var agent: String?
  /// What the call is about, in a column of the caller's; nil where it is not said.
  public var kind: String?
  /// When it began, if known.
  public var started: Date?
  /// Whether the figures can be trusted.
  public var isReliable: Bool
  /// The length in seconds.
  public var duration: Double
  /// The time that each party spoke, in seconds.
  public var talk: PartyPair<Double>
  /// The customer's turns.
  public var customerTurns: Int
  /// The agent's interruptions that stand.
  public var flags: [TeamFlag]
  /// The customer's interruptions that took the turn.
  public var customerTaken: Int
  /// The agent's returns to its own turn of which timing cannot tell whose turn it was.
  public var contested: Int?
  /// The agent's signs of listening.
  public var backchannels: Int
  /// The agent's changes of speaker.
  public var responses: Int
  /// Their middle offset, in seconds.
  public var wait: Double?
  /// Long mutual silences, in seconds.
  public var deadAir: Double
  /// Whether the customer's opening statement came to its end; nil where none was found.
  public var openingHeard: Bool?
  /// The opening statement, in seconds; nil where none was found.
  public var opening: ClosedRange<Double>?
  /// Whether a flag that was marked as wrong began in the opening statement that it is said to cut.
  public var isOpeningDisputed = false
  /// The agent's monologues.
  public var monologues: Int
  /// What was done well, with a moment of each.
  public var strengths: [TeamStrength]
  /// The customer's longest turn that nothing was flagged in, in seconds; nil for none of five.
  public var heardOut: ClosedRange<Double>?

  /// What the agent's words amount to; nil where there were none to count.
  public var words: AgentWords?

  /// The agent's interruptions that took the turn.
  public var taken: Int { flags.count { $0.tookTurn && !$0.isDisputed } }

  /// The length in hours.
  var hours: Double { duration / 3600 }
}

/// An interruption by an agent.
public struct TeamFlag: Equatable, Sendable {
  /// Its number in the call, if known.
  public var id: Int?
  /// When, in seconds.
  public var start: Double
  /// Whether it took the turn.
  public var tookTurn: Bool
  /// Whether it did not; false where that is unclear, too.
  public var failed: Bool
  /// Whether it did not take the turn, and may only have agreed.
  public var mayBeAgreement = false
  /// How much it stands out, from 0 to 1.
  public var salience: Double
  /// Whether a person concerned has marked it as wrong.
  public var isDisputed = false
}

/// Something an agent did well.
public struct TeamStrength: Equatable, Sendable {
  /// What, in plain words.
  public var text: String
  /// When it can be heard, in seconds.
  public var start: Double
  /// How much it rests on.
  public var count: Int
}
