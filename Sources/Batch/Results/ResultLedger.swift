import FoundationEssentials
import Glibc
import Synchronization

/// What a folder of results holds, so that a later run knows what is left to do.
///
/// A line for each finished call, added once its files are there: the name of its results, the key
/// of everything that they depend on, and their formats. A later line of a name holds; a line that
/// was not written to its end does not count.
package final class ResultLedger: Sendable {
  /// The name of the file in the folder of the results.
  package static let fileName = ".interject-results"

  private struct Entry {
    var key: String
    var formats: Set<String>
  }

  private struct State {
    var entries: [String: Entry] = [:]
    var descriptor: Int32 = -1

    mutating func note(_ name: String, _ key: String, _ formats: Set<String>) {
      let isSame = entries[name]?.key == key
      let kept = isSame ? entries[name]?.formats ?? [] : []
      entries[name] = Entry(key: key, formats: formats.union(kept))
    }
  }

  private let path: String
  private let state: Mutex<State>

  /// Reads what earlier runs have noted in a folder, if `continues`; otherwise nothing counts.
  package init(folder: String, continues: Bool) {
    path = folder.appending(name: Self.fileName)
    var state = State()
    let data = continues ? FileManager.default.contents(atPath: path) ?? Data() : Data()
    for line in data.split(separator: UInt8(ascii: "\n")) {
      let fields = String(decoding: line, as: UTF8.self).split(
        separator: "\t", maxSplits: 2, omittingEmptySubsequences: false)
      guard fields.count == 3 else { continue }
      state.note(
        String(fields[2]), String(fields[0]), Set(fields[1].split(separator: ",").map(String.init)))
    }
    self.state = Mutex(state)
  }

  deinit {
    state.withLock { if $0.descriptor >= 0 { close($0.descriptor) } }
  }

  /// Whether results were finished with the same key in all of some formats.
  package func has(_ name: String, key: String, formats: [String]) -> Bool {
    state.withLock { state in
      guard let entry = state.entries[Self.line(name)], entry.key == key else { return false }
      return entry.formats.isSuperset(of: formats)
    }
  }

  /// Notes finished results; returns the system's error where that cannot be written.
  package func add(_ name: String, key: String, formats: [String]) -> Int32? {
    let name = Self.line(name)
    return state.withLock { state in
      state.note(name, key, Set(formats))
      if state.descriptor < 0 {
        state.descriptor = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o644)
        if state.descriptor < 0 { return errno }
      }
      let kept = state.entries[name]?.formats ?? []
      let line = Array("\(key)\t\(kept.sorted().joined(separator: ","))\t\(name)\n".utf8)
      // One write, so that a run that is killed leaves no half of a line between others.
      return write(state.descriptor, line, line.count) == line.count ? nil : max(errno, 1)
    }
  }

  /// A name as one line.
  private static func line(_ name: String) -> String {
    name.replacing("\\", with: "\\\\").replacing("\n", with: "\\n")
  }
}
