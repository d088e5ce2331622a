import FoundationEssentials
import Glibc

/// The files of results that are named, or in folders that are named, at any depth.
public enum ResultFiles {
  /// The paths, each once, in order; of folders those that end in `.json`.
  ///
  /// - Throws: `HistoryError` for a place that is not there, or a folder without such a file.
  public static func paths(of places: [String]) throws(HistoryError) -> [String] {
    var paths: [String] = []
    var known: Set<String> = []
    for place in places {
      var isFolder = false
      guard FileManager.default.fileExists(atPath: place, isDirectory: &isFolder) else {
        throw HistoryError(.notFound, at: place)
      }
      let found = isFolder ? try files(in: place) : [place]
      guard !found.isEmpty else { throw HistoryError(.noResult, at: place) }
      for path in found where known.insert(path).inserted { paths.append(path) }
    }
    return paths
  }

  private static func files(in folder: String) throws(HistoryError) -> [String] {
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else {
      throw HistoryError(.unreadable, at: folder)
    }
    var files: [String] = []
    for name in names where !name.hasPrefix(".") {
      let path = "\(folder)/\(name)"
      if isFolder(path) {
        // One that cannot be read hides no other.
        files += (try? self.files(in: path)) ?? []
      } else if name.hasSuffix(".json"), !name.hasSuffix(".amazon.json"),
        // A format of analyze and what pages and dashboards save end in .json too.
        !name.hasSuffix(".marks.json")
      {
        files.append(path)
      }
    }
    return files.sorted()
  }

  /// Whether a path is a folder itself; links to others could lead in circles.
  private static func isFolder(_ path: String) -> Bool {
    var facts = stat()
    return lstat(path, &facts) == 0 && facts.st_mode & S_IFMT == S_IFDIR
  }
}
