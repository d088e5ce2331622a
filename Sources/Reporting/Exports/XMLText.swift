import Conversation
import Wording

/// A writer of indented XML or HTML elements that escapes texts and attributes.
struct XMLText {
  private(set) var bytes: [UInt8] = []
  private var depth = 0

  /// Writes a line as it stands.
  mutating func line(_ markup: String) {
    for _ in 0..<depth { bytes.append("  ") }
    bytes.append(markup)
    bytes.append(ascii: "\n")
  }

  mutating func open(_ name: String, _ attributes: [(String, String)] = []) {
    line("<\(name)\(XMLText.text(of: attributes))>")
    depth += 1
  }

  mutating func close(_ name: String) {
    depth -= 1
    line("</\(name)>")
  }

  mutating func empty(_ name: String, _ attributes: [(String, String)]) {
    line("<\(name)\(XMLText.text(of: attributes))/>")
  }

  mutating func element(
    _ name: String, _ content: String, _ attributes: [(String, String)] = []
  ) {
    line("<\(name)\(XMLText.text(of: attributes))>\(content.escapedForXML)</\(name)>")
  }

  private static func text(of attributes: [(String, String)]) -> String {
    attributes.map { " \($0.0)=\"\($0.1.escapedForXML)\"" }.joined()
  }
}

extension String {
  /// The text with the characters replaced that markup would take for its own.
  var escapedForXML: String {
    var text = ""
    for scalar in unicodeScalars {
      switch scalar {
      case "&": text += "&amp;"
      case "<": text += "&lt;"
      case ">": text += "&gt;"
      case "\"": text += "&quot;"
      // XML 1.0 has no way to write the other control characters.
      case "\t", "\n", "\r": text.unicodeScalars.append(scalar)
      case "\u{0}"..."\u{1F}": text += "\u{FFFD}"
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text
  }
}
