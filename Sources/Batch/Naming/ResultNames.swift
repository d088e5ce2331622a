import FoundationEssentials
import Reporting

/// What the results of calls are called below the folder that they go to.
package enum ResultNames {
  /// A name for each call, all different: the path of its recording below the folder that was named,
  /// without extension, or the name that the caller gave, where no list did by an option.
  ///
  /// Where two would be the same, all recordings keep their folders up to the one that they have in
  /// common; where that does not help, the extension stays.
  package static func names(
    for calls: [BatchCall], namedBy option: String
  ) throws(BatchError) -> [String] {
    for call in calls {
      guard let name = call.name, !CallName(callID: name, recording: "").isFileName else {
        continue
      }
      throw BatchError(
        .usage, at: call.origin ?? "\(option) '\(name)'",
        "\(name) cannot be a file name; use at most 200 bytes, with no dot at the beginning")
    }
    var names = calls.map { name(of: $0, below: $0.root) }
    if Set(names).count < names.count {
      let paths = calls.map { absolute($0.recording) }
      let root = String.commonFolder(of: paths)
      for index in calls.indices where calls[index].name == nil {
        names[index] = relative(paths[index], to: root).withoutExtension
      }
      let counts = Dictionary(grouping: names.indices) { names[$0] }
      for indices in counts.values where indices.count > 1 {
        for index in indices where calls[index].name == nil {
          names[index] = relative(paths[index], to: root)
        }
      }
    }
    var first: [String: Int] = [:]
    for (index, name) in names.enumerated() {
      guard let other = first.updateValue(index, forKey: name) else { continue }
      throw BatchError(
        .usage, at: name,
        "the results of \(calls[other].recording) and \(calls[index].recording) would have the same "
          + "name; analyze them in two runs with two folders")
    }
    return names
  }

  private static func name(of call: BatchCall, below root: String) -> String {
    if let name = call.name { return CallName(callID: name, recording: "").text }
    return relative(call.recording, to: root).withoutExtension
  }

  private static func relative(_ path: String, to root: String) -> String {
    let prefix = root.isEmpty || root.hasSuffix("/") ? root : "\(root)/"
    // A name that leads out of the folder would put its results there.
    guard path.hasPrefix(prefix), !path.dropFirst(prefix.count).split(separator: "/").contains("..")
    else { return path.lastPart }
    return String(path.dropFirst(prefix.count).drop { $0 == "/" })
  }

  private static func absolute(_ path: String) -> String {
    let whole =
      path.hasPrefix("/") ? path : FileManager.default.currentDirectoryPath.appending(name: path)
    var parts: [Substring] = []
    for part in whole.split(separator: "/") where part != "." {
      if part == ".." { _ = parts.popLast() } else { parts.append(part) }
    }
    return "/" + parts.joined(separator: "/")
  }
}
