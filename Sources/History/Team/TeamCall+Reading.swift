import Conversation
public import FoundationEssentials

extension TeamCall {
  /// Reads a JSON report of `analyze`; `column` is the caller's column that says what it is about.
  ///
  /// - Throws: `HistoryError` where it is none, or has figures that no call can have.
  public init(json: Data, file: String, kind column: String? = nil) throws(HistoryError) {
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    guard let result = try? decoder.decode(TeamResult.self, from: json) else {
      throw HistoryError(.notResult, at: file)
    }
    let name = file.split(separator: "/").last.map(String.init) ?? file
    let session = result.session
    self.init(
      name: session.callId ?? (name.hasSuffix(".json") ? String(name.dropLast(5)) : name),
      file: file, source: session.source ?? name, agent: session.agentId,
      kind: column.flatMap { session.labels?[$0] },
      started: session.started.flatMap { try? Date($0, strategy: .iso8601) },
      isReliable: false, duration: 0, talk: PartyPair(repeating: 0), customerTurns: 0, flags: [],
      customerTaken: 0, contested: nil, backchannels: 0, responses: 0, wait: nil, deadAir: 0,
      openingHeard: nil, monologues: 0, strengths: [])
    guard result.summary.reliable, let agent = result.summary.agent,
      let customer = result.summary.customer, let duration = result.summary.duration,
      let counts = customer.interruptions
    else { return }
    let year = 0...366.0 * 24 * 3600
    let lengths = [duration, agent.talk, customer.talk, result.summary.deadAir?.total ?? 0]
    let times =
      (result.interruptions ?? []).map(\.start)
      + (result.turns ?? []).flatMap { [$0.start, $0.end] }
      + (result.summary.guidance ?? []).flatMap(\.moments)
    let numbers = [
      customer.turns, counts.floorTaken, agent.resumptions?.contested ?? 0, agent.backchannels ?? 0,
      agent.responses?.count ?? 0, agent.monologues ?? 0,
    ]
    guard (lengths + times).allSatisfy(year.contains),
      numbers.allSatisfy({ (0...1_000_000_000).contains($0) })
    else { throw HistoryError(.notResult, at: file) }
    isReliable = true
    if let names = session.parties {
      parties = PartyPair(agent: names["agent"] ?? "", customer: names["customer"] ?? "")
    }
    self.duration = duration
    talk = PartyPair(agent: agent.talk, customer: customer.talk)
    customerTurns = customer.turns
    customerTaken = counts.floorTaken
    flags = (result.interruptions ?? []).filter { $0.party == Party.agent.name }.map {
      TeamFlag(
        id: $0.id, start: $0.start, tookTurn: $0.outcome == InterruptionOutcome.floorTaken.rawValue,
        failed: $0.outcome == InterruptionOutcome.floorKept.rawValue && $0.agreement == nil,
        mayBeAgreement: $0.agreement != nil, salience: $0.salience)
    }
    contested = agent.resumptions?.contested
    backchannels = agent.backchannels ?? 0
    responses = agent.responses?.count ?? 0
    wait = agent.responses?.median
    deadAir = result.summary.deadAir?.total ?? 0
    if let statement = result.summary.openingStatement {
      openingHeard = statement.completed
      if let start = statement.start, let end = statement.end, start <= end {
        opening = start...end
      }
    }
    monologues = agent.monologues ?? 0
    strengths = (result.summary.guidance ?? []).filter(\.isStrength).compactMap { line in
      line.moments.first.map { TeamStrength(text: line.text, start: $0, count: line.count) }
    }
    heardOut = result.heardOut
    words = result.summary.wording?.words
  }
}

/// What is read of a result; other fields are passed over.
private struct TeamResult: Decodable {
  struct Session: Decodable {
    var source: String?
    var parties: [String: String]?
    var callId: String?
    var agentId: String?
    var started: String?
    var labels: [String: String]?
  }

  struct Counts: Decodable {
    var floorTaken: Int
    var markedWrong: Int?
  }

  struct Resumptions: Decodable {
    var contested: Int
  }

  struct Responses: Decodable {
    var count: Int
    var median: Double?
  }

  struct Party: Decodable {
    var talk: Double
    var turns: Int
    var interruptions: Counts?
    var resumptions: Resumptions?
    var backchannels: Int?
    var responses: Responses?
    var monologues: Int?
  }

  struct DeadAir: Decodable {
    var total: Double
  }

  struct Opening: Decodable {
    var completed: Bool
    var start: Double?
    var end: Double?
  }

  struct Guidance: Decodable {
    var isStrength: Bool
    var text: String
    var count: Int
    var moments: [Double]
  }

  struct Summary: Decodable {
    var reliable: Bool
    var duration: Double?
    var agent: Party?
    var customer: Party?
    var deadAir: DeadAir?
    var openingStatement: Opening?
    var guidance: [Guidance]?
    var wording: SavedWording?
  }

  struct Flag: Decodable {
    var id: Int?
    var party: String
    var start: Double
    var outcome: String?
    var salience: Double
    var agreement: Double?
  }

  struct Turn: Decodable {
    var party: String
    var start: Double
    var end: Double
  }

  var session: Session
  var summary: Summary
  var interruptions: [Flag]?
  var turns: [Turn]?

  /// The customer's longest turn of five seconds and more in which nothing of the agent's was flagged;
  /// nil where a flag was marked as wrong while the call ran, since the result has it no longer.
  var heardOut: ClosedRange<Double>? {
    guard summary.agent?.interruptions?.markedWrong ?? 0 == 0 else { return nil }
    let starts = (interruptions ?? []).filter { $0.party == Conversation.Party.agent.name }
      .map(\.start)
    return (turns ?? []).filter { turn in
      turn.party == Conversation.Party.customer.name && turn.end - turn.start >= 5
        // The agent's next turn may be what cut it: a flag just before its end counts.
        && !starts.contains { $0 >= turn.start && $0 <= turn.end + 0.5 }
    }.max { $0.end - $0.start < $1.end - $1.start }.map { $0.start...$0.end }
  }
}
