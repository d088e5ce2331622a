/// The opening tag of an XML element.
struct ElementTag {
  let name: Substring
  private let attributes: Substring

  init(_ text: Substring) {
    name = text.prefix { !$0.isWhitespace && $0 != "/" }
    attributes = text[name.endIndex...]
  }

  /// The value of an attribute.
  subscript(attribute: String) -> String? {
    var rest = attributes
    while let equals = rest.firstIndex(of: "=") {
      let key = rest[..<equals].split(whereSeparator: \.isWhitespace).last
      rest = rest[rest.index(after: equals)...].drop(while: \.isWhitespace)
      guard let quote = rest.first, quote == "\"" || quote == "'" else { return nil }
      rest = rest.dropFirst()
      guard let end = rest.firstIndex(of: quote) else { return nil }
      if let key, key == attribute { return Self.plain(rest[..<end]) }
      rest = rest[rest.index(after: end)...]
    }
    return nil
  }

  /// Text without the entities that XML has of itself.
  static func plain(_ text: Substring) -> String {
    guard text.contains("&") else { return String(text) }
    return String(text).replacing("&lt;", with: "<").replacing("&gt;", with: ">")
      .replacing("&quot;", with: "\"").replacing("&apos;", with: "'")
      .replacing("&amp;", with: "&")
  }
}
