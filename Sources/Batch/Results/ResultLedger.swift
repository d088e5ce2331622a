import Foundation
import Glibc

/// What a folder of results holds, so that a later run knows what is left to do.
///
/// A line for each finished call, added once its files are there: the name of its results, the key
/// of everything that they depend on, and their formats. A later line of a name holds; a line that
/// was not written to its end does not count.
package final class ResultLedger: @unchecked Sendable {
  /// The name of the file in the folder of the results.
  package static let fileName = ".interject-results"

  private struct Entry {
    var key: String
    var formats: Set<String>
  }

  private let path: String
  private let lock = NSLock()
  private var entries: [String: Entry] = [:]
  private var descriptor: Int32 = -1

  /// Reads what earlier runs have noted in a folder, if `continues`; otherwise nothing counts.
  package init(folder: String, continues: Bool) {
    path = folder.appending(name: Self.fileName)
    guard continues, let data = FileManager.default.contents(atPath: path) else { return }
    for line in data.split(separator: UInt8(ascii: "\n")) {
      let fields = String(decoding: line, as: UTF8.self).split(
        separator: "\t", maxSplits: 2, omittingEmptySubsequences: false)
      guard fields.count == 3 else { continue }
      note(
        String(fields[2]), String(fields[0]), Set(fields[1].split(separator: ",").map(String.init)))
    }
  }

  deinit {
    if descriptor >= 0 { close(descriptor) }
  }

  /// Whether results were finished with the same key in all of some formats.
  package func has(_ name: String, key: String, formats: [String]) -> Bool {
    lock.withLock {
      guard let entry = entries[Self.line(name)], entry.key == key else { return false }
      return entry.formats.isSuperset(of: formats)
    }
  }

  /// Notes finished results; returns the system's error where that cannot be written.
  package func add(_ name: String, key: String, formats: [String]) -> Int32? {
    let name = Self.line(name)
    return lock.withLock {
      note(name, key, Set(formats))
      if descriptor < 0 {
        descriptor = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o644)
        if descriptor < 0 { return errno }
      }
      let kept = entries[name]?.formats ?? []
      let line = Array("\(key)\t\(kept.sorted().joined(separator: ","))\t\(name)\n".utf8)
      // One write, so that a run that is killed leaves no half of a line between others.
      return write(descriptor, line, line.count) == line.count ? nil : max(errno, 1)
    }
  }

  /// A name as one line.
  private static func line(_ name: String) -> String {
    name.replacing("\\", with: "\\\\").replacing("\n", with: "\\n")
  }

  private func note(_ name: String, _ key: String, _ formats: Set<String>) {
    let isSame = entries[name]?.key == key
    let kept = isSame ? entries[name]?.formats ?? [] : []
    entries[name] = Entry(key: key, formats: formats.union(kept))
  }
}
