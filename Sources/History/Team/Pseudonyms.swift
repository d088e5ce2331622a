/// The names shown instead of agents' own, kept in a file of whoever may know both.
public struct Pseudonyms: Equatable, Sendable {
  private var names: [String: String]
  /// Whether agents were added since the file was read.
  public private(set) var hasNew = false

  /// Reads the table of a key file, `agent,pseudonym`; nil where it is none.
  public init?(table: String) {
    names = [:]
    let rows = CommaSeparatedText.rows(table)
    guard rows.first == ["agent", "pseudonym"] || table.isEmpty else { return nil }
    for row in rows.dropFirst() {
      guard row.count == 2, !row[1].isEmpty else { return nil }
      names[row[0]] = row[1]
    }
    guard Set(names.values).count == names.count else { return nil }
  }

  /// The pseudonym of an agent.
  public subscript(agent: String) -> String? { names[agent] }

  /// Gives agents that have none a number, which does not follow from their names.
  public mutating func add(_ agents: [String], using random: inout some RandomNumberGenerator) {
    let new = Set(agents).subtracting(names.keys).sorted()
    guard !new.isEmpty else { return }
    hasNew = true
    let used = Set(names.values)
    let free = (1...(names.count + new.count)).map { "Agent \($0)" }.filter { !used.contains($0) }
    for (agent, name) in zip(new, free.shuffled(using: &random)) { names[agent] = name }
  }

  /// The table of a key file.
  public var table: String {
    let rows = names.sorted { NameOrder($0.value) < NameOrder($1.value) }
    return CommaSeparatedText.text([["agent", "pseudonym"]] + rows.map { [$0.key, $0.value] })
  }
}
