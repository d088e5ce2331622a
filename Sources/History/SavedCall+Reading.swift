import Conversation
public import Foundation

extension SavedCall {
  /// Reads a JSON report of `analyze`, or a file of the history.
  ///
  /// - Throws: `HistoryError` where it is neither.
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
        self.init(doubtfulSince: doubtful.session.started)
        return
      }
      throw HistoryError(.notResult, at: name)
    }
    let summary = file.summary
    guard summary.isPossible else { throw HistoryError(.notResult, at: name) }
    self.init(
      started: file.session.started.flatMap { try? Date($0, strategy: .iso8601) },
      isReliable: summary.reliable, duration: SampleTime(seconds: summary.duration),
      talk: PartyPair(
        agent: SampleTime(seconds: summary.agent.talk),
        customer: SampleTime(seconds: summary.customer.talk)),
      interruptions: PartyPair(
        agent: summary.agent.interruptions?.total, customer: summary.customer.interruptions?.total),
      responses: ResponseTimes(
        count: summary.agent.responses.count,
        median: summary.agent.responses.median.map(SampleTime.init(seconds:))),
      deadAir: SampleTime(seconds: summary.deadAir.total))
  }
}

extension SavedCall {
  /// A call with figures that the input forbids, which are left out of its file.
  private init(doubtfulSince started: String?) {
    self.init(
      started: started.flatMap { try? Date($0, strategy: .iso8601) }, isReliable: false,
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
    var started: String?
  }

  struct Count: Decodable {
    var total: Int
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

    /// Whether the times and counts are some that a stream can have: at most a year, at most a
    /// thousand million, and none below nothing.
    var isPossible: Bool {
      let year = 366.0 * 24 * 3600
      let lengths = [duration, agent.talk, customer.talk, deadAir.total]
      let counts = [
        agent.responses.count, agent.interruptions?.total ?? 0, customer.interruptions?.total ?? 0,
      ]
      return lengths.allSatisfy { (0...year).contains($0) }
        && counts.allSatisfy { (0...1_000_000_000).contains($0) }
        && agent.responses.median.map { (-year...year).contains($0) } ?? true
    }
  }

  var session: Session
  var summary: Summary
}
