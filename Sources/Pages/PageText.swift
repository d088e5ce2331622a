/// Markup of a page, in which every text and attribute is escaped.
public struct PageText: Sendable {
  /// The markup so far.
  public private(set) var markup: String = ""

  /// Creates empty markup.
  public init() {}

  /// Adds markup that is known to be harmless, such as numbers or what this type has made.
  public mutating func raw(_ markup: String) { self.markup += markup }

  /// Adds escaped text.
  public mutating func text(_ text: String) { markup += text.escapedForPage }

  /// Begins an element; attributes that are nil are left out.
  public mutating func open(_ name: String, _ attributes: KeyValuePairs<String, String?> = [:]) {
    markup += "<" + name
    for (key, value) in attributes {
      guard let value else { continue }
      markup += value.isEmpty ? " \(key)" : " \(key)=\"\(value.escapedForPage)\""
    }
    markup += ">"
  }

  /// Ends an element; what stands within a line is followed by no space.
  public mutating func close(_ name: String) {
    markup += Self.inline.contains(name) ? "</\(name)>" : "</\(name)>\n"
  }

  private static let inline: Set = ["a", "b", "code", "label", "span", "title"]

  /// Adds an element that holds text only.
  public mutating func element(
    _ name: String, _ text: String, _ attributes: KeyValuePairs<String, String?> = [:]
  ) {
    open(name, attributes)
    self.text(text)
    close(name)
  }

  /// Adds a table that scrolls by itself where it is wider than the page.
  ///
  /// The first cell of a row is its heading; `numeric` are the columns set flush right, `spare` those
  /// that a telephone leaves out because they are elsewhere on the page, as `elsewhere` says.
  public mutating func table(
    _ caption: String, head: [String], rows: [[String]], numeric: Set<Int> = [],
    spare: Set<Int> = [], elsewhere: String? = nil, identifier: String? = nil
  ) {
    func kind(_ column: Int) -> String? {
      let number = numeric.contains(column) ? "number" : nil
      return spare.contains(column) ? (number.map { $0 + " " } ?? "") + "spare" : number
    }
    open("div", ["class": "wide", "tabindex": "0", "role": "region", "aria-label": caption])
    open("table", ["id": identifier])
    element("caption", caption)
    raw("<thead><tr>")
    for (column, title) in head.enumerated() {
      if title.isEmpty {
        element("td", "")
      } else {
        element("th", title, ["scope": "col", "class": kind(column)])
      }
    }
    raw("</tr></thead>\n<tbody>\n")
    for row in rows {
      raw("<tr>")
      for (column, cell) in row.enumerated() {
        if column == 0 {
          element("th", cell, ["scope": "row", "class": kind(column)])
        } else {
          element("td", cell, ["class": kind(column)])
        }
      }
      raw("</tr>\n")
    }
    raw("</tbody>")
    close("table")
    close("div")
    if head.count - spare.count > Self.mostColumns { sidewaysHint() }
    if let elsewhere { narrowHint(elsewhere) }
  }

  /// The columns that fit a telephone.
  private static let mostColumns = 4

  /// Says on a narrow screen that a table goes on at its side, where no scroll bar may show it.
  public mutating func sidewaysHint() {
    narrowHint("Scroll the table sideways to see all columns.")
  }

  private mutating func narrowHint(_ text: String) {
    element("p", text, ["class": "sideways quiet small"])
  }
}

extension String {
  /// The text with what markup would take for its own replaced, and without characters that change
  /// what a reader sees of the text around them.
  public var escapedForPage: String {
    var text = ""
    for scalar in unicodeScalars {
      switch scalar {
      case "&": text += "&amp;"
      case "<": text += "&lt;"
      case ">": text += "&gt;"
      case "\"": text += "&quot;"
      case "'": text += "&#39;"
      case "\t", "\n", "\r": text += " "
      case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{202A}"..."\u{202E}",
        "\u{2066}"..."\u{2069}", "\u{FFFE}"..."\u{FFFF}":
        text += "\u{FFFD}"
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text
  }

  /// JSON as the content of a script element, which it cannot end.
  public var escapedForScript: String {
    var text = ""
    for scalar in unicodeScalars {
      switch scalar {
      case "<": text += "\\u003c"
      case "\u{2028}": text += "\\u2028"
      case "\u{2029}": text += "\\u2029"
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text
  }
}
