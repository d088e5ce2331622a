import Foundation

/// The files of results that are named, or in folders that are named, at any depth.
public enum ResultFiles {
  /// The paths, each once, in order; of folders those that end in `.json`.
  ///
  /// - Throws: `HistoryError` for a place that is not there, or a folder without such a file.
  public static func paths(of places: [String]) throws(HistoryError) -> [String] {
    var paths: [String] = []
    var known: Set<String> = []
    for place in places {
      var isFolder: ObjCBool = false
      guard FileManager.default.fileExists(atPath: place, isDirectory: &isFolder) else {
        throw HistoryError(.notFound, at: place)
      }
      let found = isFolder.boolValue ? try files(in: place) : [place]
      guard !found.isEmpty else { throw HistoryError(.noResult, at: place) }
      for path in found where known.insert(path).inserted { paths.append(path) }
    }
    return paths
  }

  private static func files(in folder: String) throws(HistoryError) -> [String] {
    guard let all = FileManager.default.enumerator(atPath: folder) else {
      throw HistoryError(.unreadable, at: folder)
    }
    var files: [String] = []
    for case let name as String in all {
      let isHidden = name.split(separator: "/").contains { $0.hasPrefix(".") }
      // A format of analyze and what pages and dashboards save end in .json too.
      guard name.hasSuffix(".json"), !name.hasSuffix(".amazon.json"),
        !name.hasSuffix(".marks.json"), !isHidden
      else { continue }
      files.append("\(folder)/\(name)")
    }
    return files.sorted()
  }
}
