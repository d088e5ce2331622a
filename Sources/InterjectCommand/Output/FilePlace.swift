import Glibc

/// Where a path leads, whether there is a file yet or not.
enum FilePlace {
  /// Links that are followed at most, as by the system.
  private static let mostLinks = 40

  /// Whether two paths lead to the same file, or would once it is made.
  static func isSame(_ path: String, _ other: String) -> Bool {
    switch (FileIdentity(path), FileIdentity(other)) {
    case (let first?, let second?): return first == second
    case (nil, nil): return resolved(path) == resolved(other)
    default: return false
    }
  }

  /// The folder that a file is in, or would be.
  static func folder(of path: String) -> String { split(path).folder }

  /// The place of a file that is not there yet, behind links that lead nowhere so far.
  private static func resolved(_ path: String) -> String {
    var path = path
    for _ in 0..<mostLinks {
      let parts = split(path)
      guard let folder = real(parts.folder) else { return path }
      path = folder == "/" ? "/\(parts.name)" : "\(folder)/\(parts.name)"
      guard let target = target(of: path) else { return path }
      path = target.hasPrefix("/") ? target : "\(folder)/\(target)"
    }
    return path
  }

  private static func split(_ path: String) -> (folder: String, name: String) {
    guard let slash = path.lastIndex(of: "/") else { return (".", path) }
    let folder = path[..<slash]
    return (folder.isEmpty ? "/" : String(folder), String(path[path.index(after: slash)...]))
  }

  private static func real(_ folder: String) -> String? {
    guard let found = realpath(folder, nil) else { return nil }
    defer { free(found) }
    return String(cString: found)
  }

  private static func target(of link: String) -> String? {
    withUnsafeTemporaryAllocation(of: CChar.self, capacity: Int(PATH_MAX) + 1) { buffer in
      guard let start = buffer.baseAddress else { return nil }
      let length = readlink(link, start, Int(PATH_MAX))
      guard length >= 0 else { return nil }
      start[length] = 0
      return String(cString: start)
    }
  }
}
