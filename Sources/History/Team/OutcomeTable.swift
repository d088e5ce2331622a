import Conversation

/// How calls ended for the customer: satisfaction, resolution, sales, in columns of a table.
public struct OutcomeTable: Sendable {
  /// The columns that hold numbers.
  public let columns: [String]
  private let values: [String: [String: Double]]

  /// Reads a table whose first column is the call's name; nil where it has no numbers.
  ///
  /// Yes and no, true and false count as 1 and 0; other fields that are no numbers are left out.
  public init?(table: String) {
    let rows = CommaSeparatedText.rows(table)
    guard let head = rows.first, head.count > 1 else { return nil }
    var values: [String: [String: Double]] = [:]
    for row in rows.dropFirst() {
      for (name, field) in zip(head, row).dropFirst() {
        guard let value = Self.number(field) else { continue }
        values[row[0], default: [:]][name] = value
      }
    }
    let found = head.dropFirst().filter { name in values.values.contains { $0[name] != nil } }
    guard !found.isEmpty else { return nil }
    columns = found
    self.values = values
  }

  private static func number(_ field: String) -> Double? {
    switch field.lowercased() {
    case "yes", "true": 1
    case "no", "false": 0
    default: Double(field).flatMap { $0.isFinite ? $0 : nil }
    }
  }

  func associations(with calls: [TeamCall]) -> [TeamAssociation] {
    let measures: [(name: String, value: (TeamCall) -> Double?)] = [
      (
        "interruptions that took the turn, per hour",
        { $0.hours > 0 ? Double($0.taken) / $0.hours : nil }
      ),
      (
        "the agent's share of talk",
        {
          let all = $0.talk.agent + $0.talk.customer
          return all > 0 ? $0.talk.agent / all : nil
        }
      ),
      ("the agent's usual wait", { $0.wait }),
      ("long silences, share of the call", { $0.duration > 0 ? $0.deadAir / $0.duration : nil }),
    ]
    return columns.flatMap { outcome in
      measures.compactMap { measure in
        TeamAssociation(
          calls.compactMap { call in
            guard let value = measure.value(call), let outcome = values[call.name]?[outcome] else {
              return nil
            }
            return (value, outcome)
          }, measure: measure.name, outcome: outcome)
      }
    }
  }
}
