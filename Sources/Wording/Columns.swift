/// Text brought to a width in columns; every character counts as one.
extension String {
  package func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - count))
  }

  package func aligned(right width: Int) -> String {
    String(repeating: " ", count: max(0, width - count)) + self
  }

  /// The text without control characters, which could change what a terminal shows.
  package var printable: String {
    var text = ""
    for scalar in unicodeScalars {
      switch scalar {
      case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}": text += "?"
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text
  }

  /// Keeps the end of a text that is too long, because file names differ there.
  package func elided(to width: Int, ellipsis: String) -> String {
    count <= width ? self : ellipsis + String(suffix(width - ellipsis.count))
  }

  /// Breaks a text at spaces; no-break spaces hold a figure and its unit together.
  package func wrapped(to width: Int) -> [String] {
    let lines = [String].wrapping(split(separator: " ").map(String.init), to: width, gap: 1)
    return lines.map { $0.replacing("\u{A0}", with: " ") }
  }

  /// The text with spaces that a line is not broken at.
  package var unbroken: String { replacing(" ", with: "\u{A0}") }

  package var trimmedRight: String {
    var text = self
    while text.last == " " { text.removeLast() }
    return text
  }
}

extension [String] {
  /// Sets words beside each other, with a gap between them, in as few lines as they need.
  package static func wrapping(_ words: [String], to width: Int, gap: Int) -> [String] {
    var lines: [String] = []
    for word in words {
      if let line = lines.last, line.count + gap + word.count <= width {
        lines[lines.count - 1] += String(repeating: " ", count: gap) + word
      } else {
        lines.append(word)
      }
    }
    return lines
  }
}
