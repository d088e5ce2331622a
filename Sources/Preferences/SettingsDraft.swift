/// The text of a settings file in which some texts are set; all else stays as it is, comments included.
struct SettingsDraft {
  private(set) var text: String

  init(_ text: String) {
    self.text = text
  }

  /// Sets a text of a table: in its place where it has one, else as the last of its table.
  mutating func set(
    _ name: String, of table: String, to value: String
  ) throws(SettingsText.Fault) {
    let known = try SettingsText(text)
    let key = "\(table).\(name)"
    if let entry = known.entries.first(where: { $0.key == key }) {
      replace(entry.columns, of: entry.line, by: Self.quoted(value))
    } else if let header = known.tables[table] {
      let next = known.tables.values.filter { $0 > header }.min() ?? .max
      let last = known.entries.last { $0.line > header && $0.line < next }?.line ?? header
      insert("\(name) = \(Self.quoted(value))", behind: last)
    } else if let entry = known.entries.first(where: { $0.key.hasPrefix("\(table).") }) {
      // A table within a line, or names with dots: no other can begin beside it.
      throw SettingsText.Fault(
        line: entry.line, column: 1,
        problem: "add \(name) by hand to \"\(table)\", which is not written as [\(table)]")
    } else {
      append(["[\(table)]", "\(name) = \(Self.quoted(value))"])
    }
  }

  private var lines: [String.UnicodeScalarView] {
    text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
      .map { String.UnicodeScalarView($0) }
  }

  private mutating func join(_ lines: [String.UnicodeScalarView]) {
    text = lines.map { String($0) }.joined(separator: "\n")
  }

  private mutating func replace(_ columns: Range<Int>, of line: Int, by value: String) {
    var lines = lines
    var scalars = Array(lines[line - 1])
    scalars.replaceSubrange(columns, with: value.unicodeScalars)
    lines[line - 1] = String.UnicodeScalarView(scalars)
    join(lines)
  }

  private mutating func insert(_ new: String, behind line: Int) {
    var lines = lines
    let end = lines[line - 1].last == "\r" ? "\r" : ""
    lines.insert((new + end).unicodeScalars, at: line)
    join(lines)
  }

  private mutating func append(_ new: [String]) {
    let end = text.unicodeScalars.contains("\r") ? "\r\n" : "\n"
    if !text.isEmpty, text.unicodeScalars.last != "\n" { text += end }
    if !text.isEmpty { text += end }
    text += new.map { $0 + end }.joined()
  }

  private static func quoted(_ value: String) -> String {
    "\"" + value.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }
}
