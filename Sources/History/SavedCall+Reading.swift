import Conversation
public import FoundationEssentials

extension SavedCall {
  /// Reads a JSON report of `analyze`, or a file of the history.
  ///
  /// - Throws: `HistoryError` where it is neither, or of another schema, or of an impossible date.
  public init(json: Data, name: String) throws(HistoryError) {
    let file: ResultFile
    do {
      let decoder = JSONDecoder()
      decoder.keyDecodingStrategy = .convertFromSnakeCase
      file = try decoder.decode(ResultFile.self, from: json)
    } catch {
      let decoder = JSONDecoder()
      if let doubtful = try? decoder.decode(DoubtfulFile.self, from: json),
        !doubtful.summary.reliable
      {
        self.init(doubtfulSince: try doubtful.session.date(in: name))
        return
      }
      throw HistoryError(.notResult, at: name)
    }
    let summary = file.summary
    guard summary.isPossible else { throw HistoryError(.notResult, at: name) }
    self.init(
      started: try file.session.date(in: name),
      isReliable: summary.reliable, duration: SampleTime(seconds: summary.duration),
      talk: PartyPair(
        agent: SampleTime(seconds: summary.agent.talk),
        customer: SampleTime(seconds: summary.customer.talk)),
      interruptions: PartyPair(
        agent: summary.agent.interruptions?.floorTaken,
        customer: summary.customer.interruptions?.floorTaken),
      responses: ResponseTimes(
        count: summary.agent.responses.count,
        median: summary.agent.responses.median.map(SampleTime.init(seconds:))),
      deadAir: SampleTime(seconds: summary.deadAir.total), agent: file.session.agentId)
    words = summary.wording?.words
  }
}

extension SavedCall {
  /// A call with figures that the input forbids, which are left out of its file.
  private init(doubtfulSince started: Date?) {
    self.init(
      started: started, isReliable: false,
      duration: .zero, talk: PartyPair(repeating: .zero), interruptions: PartyPair(repeating: nil),
      responses: ResponseTimes(), deadAir: .zero)
  }
}

/// What is always there in a result.
private struct DoubtfulFile: Decodable {
  struct Summary: Decodable {
    var reliable: Bool
  }

  var session: ResultFile.Session
  var summary: Summary
}

/// What is read of a result; other fields are passed over.
private struct ResultFile: Decodable {
  struct Session: Decodable {
    var schema: Int?
    var started: String?
    var agentId: String?

    /// When the call began, of a schema that is known; nil where the result does not tell.
    func date(in name: String) throws(HistoryError) -> Date? {
      if let schema, schema != 1 {
        throw HistoryError(.unknownSchema, at: name, cause: "\(schema)")
      }
      guard let started else { return nil }
      // 1970 and 2100: what clocks that were never set show, and what no clock has shown yet.
      guard let date = try? Date(started, strategy: .iso8601), Self.possible.contains(date),
        // February 30 would pass for a day of March.
        started.prefix(4).allSatisfy(\.isNumber), Self.days(of: date, as: started)
      else { throw HistoryError(.impossibleDate, at: name, cause: started) }
      return date
    }

    private static let possible =
      Date(timeIntervalSince1970: 31 * 86_400)...Date(timeIntervalSince1970: 4_102_444_800)

    /// Whether the day that is written is the date's, give or take the time zone.
    private static func days(of date: Date, as text: String) -> Bool {
      [-86_400, 0, 86_400].contains { shift in
        (date + shift).formatted(.iso8601).prefix(10) == text.prefix(10)
      }
    }
  }

  struct Count: Decodable {
    var floorTaken: Int
  }

  struct Responses: Decodable {
    var count: Int
    var median: Double?
  }

  struct Party: Decodable {
    var talk: Double
    var interruptions: Count?
    var responses: Responses
  }

  struct DeadAir: Decodable {
    var total: Double
  }

  struct Summary: Decodable {
    var reliable: Bool
    var duration: Double
    var agent: Party
    var customer: Party
    var deadAir: DeadAir
    var wording: SavedWording?

    /// Whether the times and counts are some that a stream can have: at most a year, at most a
    /// thousand million, and none below nothing.
    var isPossible: Bool {
      let year = 366.0 * 24 * 3600
      let lengths = [duration, agent.talk, customer.talk, deadAir.total]
      let counts = [
        agent.responses.count, agent.interruptions?.floorTaken ?? 0,
        customer.interruptions?.floorTaken ?? 0,
      ]
      return lengths.allSatisfy { (0...year).contains($0) }
        && counts.allSatisfy { (0...1_000_000_000).contains($0) }
        && agent.responses.median.map { (-year...year).contains($0) } ?? true
    }
  }

  var session: Session
  var summary: Summary
}
