/// The text of a settings file: values by their dotted names, in their order.
///
/// Of TOML it reads what a setting can need: comments, tables, inline tables, bare, quoted and
/// dotted names, decimal numbers, booleans, and texts of one line. Everything else is refused with its line.
package struct SettingsText {
  /// What stands behind a name.
  package enum Value: Equatable {
    case number(Double)
    case flag(Bool)
    case text(String)
  }

  /// A name and its value.
  package struct Entry: Equatable {
    package var key: String
    package var value: Value
    /// Counted from 1.
    package var line: Int
    /// Where the value stands in its line, in scalars from 0.
    package var columns: Range<Int> = 0..<0
  }

  /// What is wrong with a text, and where.
  package struct Fault: Error, Equatable {
    package var line: Int
    package var column: Int
    package var problem: String
  }

  package private(set) var entries: [Entry] = []
  private var keys: Set<String> = []
  /// The lines at which tables begin, by their names.
  private(set) var tables: [String: Int] = [:]
  private var table = ""

  /// Reads a text whose lines end in LF or CR LF.
  package init(_ text: String) throws(Fault) {
    let lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() {
      var scanner = SettingsScanner(line, number: index + 1)
      // A mark of the byte order, which some editors put in front.
      if index == 0 { _ = scanner.take("\u{FEFF}") }
      try read(&scanner)
    }
  }

  private mutating func read(_ scanner: inout SettingsScanner) throws(Fault) {
    if scanner.isAtEnd { return }
    if scanner.take("[") {
      table = try scanner.name()
      guard tables.updateValue(scanner.line, forKey: table) == nil else {
        throw scanner.fault("the table [\(table)] appears twice")
      }
      try scanner.expect("]")
    } else {
      try readAssignment(&scanner, prefix: table.isEmpty ? "" : "\(table).")
    }
    guard scanner.isAtEnd else { throw scanner.fault("the line should end here") }
  }

  private mutating func readAssignment(
    _ scanner: inout SettingsScanner, prefix: String, mayBeTable: Bool = true
  ) throws(Fault) {
    let key = try prefix + scanner.name()
    guard keys.insert(key).inserted else { throw scanner.fault("\(key) appears twice") }
    try scanner.expect("=")
    guard mayBeTable, scanner.take("{") else {
      let begin = scanner.nextPosition()
      let value = try scanner.value()
      entries.append(
        Entry(key: key, value: value, line: scanner.line, columns: begin..<scanner.position))
      return
    }
    if scanner.take("}") { return }
    // No setting is deeper than a table, so that nothing here goes deeper either.
    repeat {
      try readAssignment(&scanner, prefix: "\(key).", mayBeTable: false)
    } while scanner.take(",")
    try scanner.expect("}")
  }
}
