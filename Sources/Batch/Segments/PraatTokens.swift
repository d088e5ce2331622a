/// The free-standing numbers and quoted texts of a Praat text file; all other words are comments.
struct PraatTokens {
  private let scalars: [Unicode.Scalar]
  private var position = 0
  /// The line that was reached, counted from 1.
  private(set) var line = 1

  private enum Token {
    case number(Double)
    case text(String)
  }

  init(_ text: String) {
    scalars = Array(text.unicodeScalars.drop { $0 == "\u{FEFF}" })
  }

  /// The next token if it is a number.
  mutating func nextNumber() -> Double? {
    if case .number(let number)? = next() { number } else { nil }
  }

  /// The next token if it is a text.
  mutating func nextText() -> String? {
    if case .text(let text)? = next() { text } else { nil }
  }

  private mutating func next() -> Token? {
    while position < scalars.count {
      let scalar = scalars[position]
      if scalar == "\n" { line += 1 }
      if scalar.properties.isWhitespace {
        position += 1
      } else if scalar == "\"" {
        return .text(quoted())
      } else if scalar == "!" {
        while position < scalars.count, scalars[position] != "\n" { position += 1 }
      } else if let number = Double(word()) {
        return .number(number)
      }
    }
    return nil
  }

  private mutating func word() -> String {
    var word = String.UnicodeScalarView()
    while position < scalars.count, !scalars[position].properties.isWhitespace {
      word.append(scalars[position])
      position += 1
    }
    return String(word)
  }

  private mutating func quoted() -> String {
    var text = String.UnicodeScalarView()
    position += 1
    while position < scalars.count {
      let scalar = scalars[position]
      position += 1
      if scalar == "\n" { line += 1 }
      if scalar == "\"" {
        guard position < scalars.count, scalars[position] == "\"" else { break }
        position += 1
      }
      text.append(scalar)
    }
    return String(text)
  }
}
