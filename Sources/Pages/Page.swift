/// A page for a browser in one file: it runs its own scripts only and can load nothing.
public struct Page: Sendable {
  /// The title, as the browser shows it.
  public var title: String
  /// What the page holds.
  public var body = PageText()
  /// The scripts it runs, one after the other.
  public var scripts: [String]
  /// Data for the scripts: JSON, by the identifier of its element.
  public var data: [(identifier: String, json: String)] = []

  /// Creates an empty page.
  public init(title: String, scripts: [String] = []) {
    self.title = title
    self.scripts = scripts
  }

  /// The page in UTF-8.
  ///
  /// The content security policy names its style and scripts by their digests, so that nothing else
  /// is ever run, and forbids every request.
  public var bytes: [UInt8] {
    let style = PageStyle.text
    let script = "\"use strict\";\n" + scripts.joined(separator: "\n")
    let runs = scripts.isEmpty ? "'none'" : "'sha256-\(Self.digest(script))'"
    let policy =
      "default-src 'none'; style-src 'sha256-\(Self.digest(style))'; script-src \(runs); "
      + "img-src data:; media-src data:; base-uri 'none'; form-action 'none'"
    var page = PageText()
    page.raw("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
    page.raw("<meta http-equiv=\"Content-Security-Policy\" content=\"\(policy)\">\n")
    page.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
    page.raw("<meta name=\"color-scheme\" content=\"light dark\">\n")
    page.raw("<link rel=\"icon\" href=\"data:,\">\n")
    page.element("title", title)
    page.raw("<style>\(style)</style>\n</head>\n<body>\n")
    var bytes = Array(page.markup.utf8)
    bytes += Array(body.markup.utf8)
    for part in data {
      let identifier = part.identifier.escapedForPage
      bytes += Array("<script type=\"application/json\" id=\"\(identifier)\">".utf8)
      bytes += Array(part.json.escapedForScript.utf8)
      bytes += Array("</script>\n".utf8)
    }
    if !scripts.isEmpty { bytes += Array("<script>\(script)</script>\n".utf8) }
    bytes += Array("</body>\n</html>\n".utf8)
    return bytes
  }

  private static func digest(_ text: String) -> String {
    Base64.text(SHA256.digest(of: Array(text.utf8)))
  }
}
