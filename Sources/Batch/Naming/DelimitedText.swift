/// A table as text, after RFC 4180: fields between commas, semicolons or tabs, in quotes if need be.
struct DelimitedText {
  /// A row and the line that it begins in, counted from 1.
  struct Row: Equatable {
    var fields: [String]
    var line: Int
  }

  private(set) var rows: [Row] = []
  /// The line of a quote that is not closed; nil where all are.
  private(set) var openQuote: Int?

  /// Reads a text; the sign between fields is the first of comma, semicolon and tab in its first line.
  init(_ text: String) {
    let scalars = Array(text.unicodeScalars.drop { $0 == "\u{FEFF}" })
    let separator =
      scalars.prefix { $0 != "\n" }.first { ",;\t".unicodeScalars.contains($0) } ?? ","
    var line = 1
    var row = Row(fields: [], line: 1)
    var field = String.UnicodeScalarView()
    var quote: Int?
    var wasQuoted = false
    func end() {
      row.fields.append(String(field))
      field = String.UnicodeScalarView()
      wasQuoted = false
    }
    func endRow() {
      let isBlank = row.fields.isEmpty && field.isEmpty && !wasQuoted
      end()
      if !isBlank { rows.append(row) }
    }
    var index = 0
    while index < scalars.count {
      let sign = scalars[index]
      index += 1
      if sign == "\n" { line += 1 }
      if quote != nil {
        if sign != "\"" {
          field.append(sign)
        } else if index < scalars.count, scalars[index] == "\"" {
          field.append(sign)
          index += 1
        } else {
          quote = nil
        }
        continue
      }
      switch sign {
      case "\"" where field.isEmpty && !wasQuoted:
        quote = line
        wasQuoted = true
      case separator: end()
      case "\n":
        if field.last == "\r" { field.removeLast() }
        endRow()
        row = Row(fields: [], line: line)
      default: field.append(sign)
      }
    }
    if field.last == "\r" { field.removeLast() }
    endRow()
    openQuote = quote
  }
}
