extension String {
  /// The columns that the text takes on a canvas.
  var columns: Int {
    unicodeScalars.reduce(0) { $0 + ($1.singleColumn == nil ? 0 : 1) }
  }

  /// The text cut to a width, with a sign where something is missing.
  func cut(to width: Int, ellipsis: String) -> String {
    guard columns > width else { return self }
    let kept = max(0, width - ellipsis.columns)
    var text = String.UnicodeScalarView()
    var taken = 0
    for scalar in unicodeScalars {
      guard let shown = scalar.singleColumn else { continue }
      guard taken < kept else { break }
      text.append(shown)
      taken += 1
    }
    while text.last == " " { text.removeLast() }
    return String(text) + ellipsis
  }

  /// The text broken at spaces into lines of a width; the last of them holds all the rest.
  func wrapped(to width: Int, lines most: Int) -> [String] {
    var lines: [String] = []
    for word in split(separator: " ") {
      if let line = lines.last, line.columns + 1 + word.count <= width || lines.count == most {
        lines[lines.count - 1] = "\(line) \(word)"
      } else {
        lines.append(String(word))
      }
    }
    return lines
  }

  /// The first of several wordings that fits a width, else the last, cut.
  static func fitting(_ wordings: [String], width: Int, ellipsis: String) -> String {
    wordings.first { $0.columns <= width }
      ?? (wordings.last ?? "").cut(to: width, ellipsis: ellipsis)
  }
}
