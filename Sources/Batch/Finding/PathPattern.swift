import Glibc

/// A pattern of paths as shells know them, with `*`, `?`, `[…]`, and `**` for any folders.
struct PathPattern {
  /// The folder in front of the first part that is a pattern; empty for the current one.
  let root: String
  private let parts: [Substring]

  /// Whether a text has signs of a pattern.
  static func isPattern(_ text: String) -> Bool { text.contains { "*?[".contains($0) } }

  init(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: true)
    let fixed = parts.prefix { !Self.isPattern(String($0)) }
    root = (text.hasPrefix("/") ? "/" : "") + fixed.joined(separator: "/")
    self.parts = Array(parts[fixed.endIndex...])
  }

  /// What is called so, in the order of names.
  var matches: [String] { Self.matches(of: parts[...], in: root) }

  private static func matches(of parts: ArraySlice<Substring>, in folder: String) -> [String] {
    guard let part = parts.first else { return [folder] }
    let rest = parts.dropFirst()
    let names = (try? FolderListing(folder.isEmpty ? "." : folder))?.names ?? []
    if part == "**" {
      let below = names.map { folder.appending(name: $0) }.filter {
        FolderIdentity.kind(of: $0) == .folder && !isLink($0)
      }
      return (rest.isEmpty ? (folder.isEmpty ? ["."] : [folder]) : matches(of: rest, in: folder))
        + (rest.isEmpty ? [] : below.flatMap { matches(of: parts, in: $0) })
    }
    return names.filter { fnmatch(String(part), $0, 0) == 0 }.flatMap { name in
      let path = folder.appending(name: name)
      guard rest.isEmpty || FolderIdentity.kind(of: path) == .folder else { return [String]() }
      return matches(of: rest, in: path)
    }
  }

  private static func isLink(_ path: String) -> Bool {
    var facts = stat()
    return lstat(path, &facts) == 0 && facts.st_mode & S_IFMT == S_IFLNK
  }
}
