import Batch
import FoundationEssentials
import History
import Interject

/// The calls that result files tell of, each file read once however often it is named.
struct SavedCallFiles {
  /// A day's call has results of some megabytes.
  private static let largest = 256 << 20

  private(set) var calls: [SavedCall] = []
  private var known: Set<FileIdentity> = []

  init() {}

  /// Reads files that are named, which must be results, and those of folders that are named.
  init(of places: [String]) throws(HistoryError) {
    var bare: [String] = []
    for place in places {
      var isFolder = false
      guard FileManager.default.fileExists(atPath: place, isDirectory: &isFolder) else {
        throw HistoryError(.notFound, at: place)
      }
      if isFolder {
        if read(try Self.files(in: place)) == 0 { bare.append(place) }
      } else if isNew(place) {
        calls.append(try Self.call(in: place))
      }
    }
    guard let first = bare.first else { return }
    if calls.isEmpty { throw HistoryError(.noResult, at: first) }
    for place in bare {
      StandardError.write("interject: \(HistoryError(.noResult, at: place).withCommands)\n")
    }
  }

  /// Reads files that nobody named; returns how many are results.
  ///
  /// One that is damaged is reported and does not hide the others.
  @discardableResult
  mutating func read(_ files: [String]) -> Int {
    var results = 0
    for file in files {
      guard isNew(file) else {
        results += 1
        continue
      }
      do throws(HistoryError) {
        calls.append(try Self.call(in: file))
        results += 1
      } catch {
        StandardError.write("interject: \(file): not a report of a call; skipped\n")
      }
    }
    return results
  }

  private mutating func isNew(_ file: String) -> Bool {
    FileIdentity(file).map { known.insert($0).inserted } ?? true
  }

  /// The files that may be results in a folder and those below it.
  private static func files(in folder: String) throws(HistoryError) -> [String] {
    do throws(HistoryError) {
      return try ResultFiles.paths(of: [folder])
    } catch {
      guard error.code == .noResult else { throw error }
      return []
    }
  }

  private static func call(in file: String) throws(HistoryError) -> SavedCall {
    if let stamp = FileStamp(file), stamp.size > largest { throw HistoryError(.tooLarge, at: file) }
    guard let data = FileManager.default.contents(atPath: file) else {
      throw HistoryError(.unreadable, at: file)
    }
    return try SavedCall(json: data, name: file)
  }
}
