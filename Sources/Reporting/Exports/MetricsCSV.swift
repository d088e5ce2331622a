public import Conversation

/// The measures of calls as comma-separated values, a header and a row a call (RFC 4180).
///
/// Times are in seconds; what is withheld or unknown is empty, so that columns stay the same.
public enum MetricsCSV {
  /// A header and a row for each call; all have the same labels.
  public static func bytes(_ calls: [CallReport]) -> [UInt8] {
    header(
      for: calls.first?.session.labels ?? [],
      withWords: calls.contains { $0.summary.wording != nil }) + calls.flatMap(row)
  }

  /// The header line; with words there are columns for them behind the others, and last come the labels
  /// of the calls.
  public static func header(
    for labels: [CallLabel] = [], withWords: Bool = false
  ) -> [UInt8] {
    var row = CSVRow()
    for column in columns + (withWords ? wordColumns : []) { row.append(column.name) }
    for label in labels { row.append(label.name) }
    row.end()
    return row.bytes
  }

  /// The row of a call, without the header.
  public static func row(_ call: CallReport) -> [UInt8] {
    var row = CSVRow()
    for column in columns + (call.summary.wording == nil ? [] : wordColumns) {
      column.write(call, &row)
    }
    for label in call.session.labels { row.append(label.value) }
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

    /// A column that is empty where some figures are withheld.
    init(
      _ name: String, of group: Withheld,
      _ write: @escaping (CallReport, inout CSVRow) -> Void
    ) {
      self.init(name) { call, row in
        if call.shows(group) { write(call, &row) } else { row.append("") }
      }
    }
  }

  private static var columns: [Column] {
    callColumns + Party.allCases.flatMap(columns(of:)) + conversationColumns + laterColumns
  }

  private static var callColumns: [Column] {
    [
      Column("source") { $1.append($0.session.source) },
      Column("call_id") { $1.append($0.session.callID ?? "") },
      Column("agent_id") { $1.append($0.session.agentID ?? "") },
      Column("started") { $1.append($0.session.started ?? "") },
      Column("reliable") { $1.append($0.summary.reliable ? "true" : "false") },
      Column("duration") { $1.append($0.metrics.duration) },
      Column("silence", of: .speech) { $1.append($0.metrics.silence) },
      Column("overlap", of: .overlap) { $1.append($0.metrics.overlap) },
      Column("unknown") { $1.append($0.metrics.unknown) },
    ]
  }

  /// Those that came later: columns keep their places.
  private static var laterColumns: [Column] {
    [
      Column("hold") { $1.append($0.metrics.hold) },
      Column("noise_judged", of: .speech) { $1.append($0.metrics.distraction?.judged) },
      Column("opening_start") { $1.append($0.opening?.interval.start) },
    ] + Party.allCases.flatMap(laterColumns(of:)) + [
      Column("opening_late") { call, row in
        row.append(call.opening.map { $0.isLate ? "true" : "false" } ?? "")
      }
    ]
  }

  private static var conversationColumns: [Column] {
    [
      Column("transitions", of: .speech) { $1.append($0.metrics.transitions) },
      Column("turns_per_minute", of: .speech) { $1.append($0.metrics.turnsPerMinute) },
      Column("switches_per_minute", of: .speech) { $1.append($0.metrics.switchesPerMinute) },
      Column("customer_replies", of: .speech) { $1.append($0.metrics.customerReplies.count) },
      Column("customer_reply_median", of: .speech) { $1.append($0.metrics.customerReplies.median) },
      Column("customer_reply_longest", of: .speech) {
        $1.append($0.metrics.customerReplies.longest)
      },
      Column("customer_replies_at_least_10_s", of: .speech) {
        $1.append($0.metrics.customerReplies.long)
      },
      Column("dead_air", of: .speech) { $1.append($0.metrics.deadAir.count) },
      Column("dead_air_total", of: .speech) { $1.append($0.metrics.deadAir.total) },
      Column("dead_air_longest", of: .speech) { $1.append($0.metrics.deadAir.longest) },
      Column("dead_air_ended_by_agent", of: .speech) { $1.append($0.metrics.deadAir.endedByAgent) },
      Column("dead_air_ended_by_customer", of: .speech) {
        $1.append($0.metrics.deadAir.endedByCustomer)
      },
      Column("level_difference", of: .speech) { $1.append($0.metrics.levelDifference, places: 1) },
      Column("noise_while_listening", of: .speech) { $1.append($0.metrics.distraction?.noise) },
      Column("noise_level", of: .speech) { $1.append($0.metrics.distraction?.level, places: 1) },
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
