import Conversation

/// The measures of calls as comma-separated values, a header and a row a call (RFC 4180).
///
/// Times are in seconds; what is withheld or unknown is empty, so that columns stay the same.
public enum MetricsCSV {
  /// A header and a row for each call.
  public static func bytes(_ calls: [CallReport]) -> [UInt8] {
    header + calls.flatMap(row)
  }

  /// The header line.
  public static var header: [UInt8] {
    var row = CSVRow()
    for column in columns { row.append(column.name) }
    row.end()
    return row.bytes
  }

  /// The row of a call, without the header.
  public static func row(_ call: CallReport) -> [UInt8] {
    var row = CSVRow()
    for column in columns { column.write(call, &row) }
    row.end()
    return row.bytes
  }

  struct Column {
    let name: String
    let write: (CallReport, inout CSVRow) -> Void

    init(_ name: String, _ write: @escaping (CallReport, inout CSVRow) -> Void) {
      self.name = name
      self.write = write
    }
  }

  private static var columns: [Column] {
    callColumns + Party.allCases.flatMap(columns(of:)) + conversationColumns
  }

  private static var callColumns: [Column] {
    [
      Column("source") { $1.append($0.session.source) },
      Column("call_id") { $1.append($0.session.callID ?? "") },
      Column("agent_id") { $1.append($0.session.agentID ?? "") },
      Column("started") { $1.append($0.session.started ?? "") },
      Column("reliable") { $1.append($0.summary.reliable ? "true" : "false") },
      Column("duration") { $1.append($0.metrics.duration) },
      Column("silence") { $1.append($0.metrics.silence) },
      Column("overlap") { $1.append($0.shows(.overlap) ? $0.metrics.overlap : nil) },
      Column("unknown") { $1.append($0.metrics.unknown) },
    ]
  }

  private static var conversationColumns: [Column] {
    [
      Column("transitions") { $1.append($0.metrics.transitions) },
      Column("turns_per_minute") { $1.append($0.metrics.turnsPerMinute) },
      Column("switches_per_minute") { $1.append($0.metrics.switchesPerMinute) },
      Column("customer_replies") { $1.append($0.metrics.customerReplies.count) },
      Column("customer_reply_median") { $1.append($0.metrics.customerReplies.median) },
      Column("customer_reply_longest") { $1.append($0.metrics.customerReplies.longest) },
      Column("customer_replies_at_least_10_s") { $1.append($0.metrics.customerReplies.long) },
      Column("dead_air") { $1.append($0.metrics.deadAir.count) },
      Column("dead_air_total") { $1.append($0.metrics.deadAir.total) },
      Column("dead_air_longest") { $1.append($0.metrics.deadAir.longest) },
      Column("dead_air_ended_by_agent") { $1.append($0.metrics.deadAir.endedByAgent) },
      Column("dead_air_ended_by_customer") { $1.append($0.metrics.deadAir.endedByCustomer) },
      Column("level_difference") { $1.append($0.metrics.levelDifference, places: 1) },
      Column("noise_while_listening") { $1.append($0.metrics.distraction?.noise) },
      Column("noise_level") { $1.append($0.metrics.distraction?.level, places: 1) },
      Column("opening_length") { $1.append($0.opening?.interval.length) },
      Column("opening_first_interrupted") { $1.append($0.opening?.firstInterrupted) },
      Column("opening_completed") { call, row in
        row.append(call.opening.map { $0.completed ? "true" : "false" } ?? "")
      },
      Column("guidance") { call, row in
        row.append(call.summary.guidance.map(\.rule.rawValue).joined(separator: "; "))
      },
      Column("notes") { $1.append($0.summary.notes.joined(separator: "; ")) },
    ]
  }
}

extension CallReport {
  fileprivate var opening: OpeningStatement? {
    shows(.interruptions) ? metrics.openingStatement : nil
  }
}
