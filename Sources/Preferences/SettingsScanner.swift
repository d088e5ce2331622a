/// A line of a settings file, read from left to right; blanks between its parts are passed over.
struct SettingsScanner {
  typealias Fault = SettingsText.Fault

  /// The number of the line, from 1.
  let line: Int
  private let scalars: [Unicode.Scalar]
  /// The signs that have been read.
  private(set) var position = 0

  init(_ text: Substring.UnicodeScalarView, number: Int) {
    line = number
    scalars = Array(text.last == "\r" ? text.dropLast() : text)
  }

  /// Whether nothing but a comment is left.
  var isAtEnd: Bool {
    mutating get {
      skipBlanks()
      return position == scalars.count || scalars[position] == "#"
    }
  }

  /// The place of the next sign that is no blank.
  mutating func nextPosition() -> Int {
    skipBlanks()
    return position
  }

  func fault(_ problem: String) -> Fault {
    Fault(line: line, column: position + 1, problem: problem)
  }

  /// Passes over a sign if it is the next.
  mutating func take(_ sign: Unicode.Scalar) -> Bool {
    skipBlanks()
    guard position < scalars.count, scalars[position] == sign else { return false }
    position += 1
    return true
  }

  mutating func expect(_ sign: Unicode.Scalar) throws(Fault) {
    guard take(sign) else { throw fault("\"\(sign)\" was expected") }
  }

  /// A name of one or more parts, with dots between them.
  mutating func name() throws(Fault) -> String {
    var parts: [String] = []
    repeat {
      skipBlanks()
      if let quote = ["\"", "'"].first(where: { take($0) }) {
        parts.append(try quoted(by: quote))
      } else {
        let part = word { Self.isBare($0) }
        guard !part.isEmpty else { throw fault("a name was expected") }
        parts.append(part)
      }
    } while take(".")
    return parts.joined(separator: ".")
  }

  /// A number, `true`, `false`, or a text in quotes.
  mutating func value() throws(Fault) -> SettingsText.Value {
    skipBlanks()
    if take("'") { return .text(try quoted(by: "'", "text")) }
    if take("\"") { return .text(try escapedText()) }
    let begin = position
    let word = word { !Self.endsWord($0) }
    switch word {
    case "true": return .flag(true)
    case "false": return .flag(false)
    default:
      if Self.isNumber(word), let number = Double(word.filter { $0 != "_" }) {
        return .number(number)
      }
      position = begin
      throw fault("a number, true, false or text in quotes was expected")
    }
  }

  private static func isBare(_ sign: Unicode.Scalar) -> Bool {
    switch sign {
    case "a"..."z", "A"..."Z", "0"..."9", "-", "_": true
    default: false
    }
  }

  private static func endsWord(_ sign: Unicode.Scalar) -> Bool {
    " \t#,{}[]\"'=".unicodeScalars.contains(sign)
  }

  /// Whether a word is a decimal number of TOML: digits with single underscores between them.
  private static func isNumber(_ word: String) -> Bool {
    let fraction = /(?:\.[0-9](?:_?[0-9])*)?(?:[eE][+-]?[0-9](?:_?[0-9])*)?/
    guard let whole = word.prefixMatch(of: /[+-]?(?:0|[1-9](?:_?[0-9])*)/) else {
      return word.wholeMatch(of: /[+-]?(?:inf|nan)/) != nil
    }
    return word[whole.range.upperBound...].wholeMatch(of: fraction) != nil
  }

  /// The rest of what is quoted; escapes, which no setting's name needs, stay as they are.
  private mutating func quoted(
    by quote: Unicode.Scalar, _ what: String = "name"
  ) throws(Fault) -> String {
    let text = word { $0 != quote }
    guard position < scalars.count else { throw fault("the \(what)'s closing quote is missing") }
    position += 1
    return text
  }

  /// The rest of a text in double quotes, in which a backslash may stand before another or a quote.
  private mutating func escapedText() throws(Fault) -> String {
    var text = ""
    while true {
      text += word { $0 != "\"" && $0 != "\\" }
      guard position < scalars.count else { throw fault("the text's closing quote is missing") }
      position += 1
      guard scalars[position - 1] == "\\" else { return text }
      guard position < scalars.count, scalars[position] == "\\" || scalars[position] == "\"" else {
        throw fault("write a backslash in double quotes twice, or the text in single quotes")
      }
      text.unicodeScalars.append(scalars[position])
      position += 1
    }
  }

  private mutating func word(of isPart: (Unicode.Scalar) -> Bool) -> String {
    var word = String.UnicodeScalarView()
    while position < scalars.count, isPart(scalars[position]) {
      word.append(scalars[position])
      position += 1
    }
    return String(word)
  }

  private mutating func skipBlanks() {
    while position < scalars.count, scalars[position] == " " || scalars[position] == "\t" {
      position += 1
    }
  }
}
