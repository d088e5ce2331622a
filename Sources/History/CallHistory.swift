public import Conversation
public import FoundationEssentials
import Glibc
import Preferences

/// The folder in which finished calls are kept, a JSON file each: numbers and times, no audio.
///
/// Only the user can read it: the folder has mode 0700, a file 0600. A file appears as a whole or
/// not at all.
public struct CallHistory: Sendable {
  /// Where the files are.
  public let folder: String

  /// Names a folder; it is made when the first call is saved.
  public init(folder: String) {
    self.folder = folder
  }

  /// The user's own history, `interject/calls` below the folder for data.
  public static func personal(
    environment: [String: String] = ProcessInfo.processInfo.environment
  ) throws(HistoryError) -> CallHistory {
    guard let data = BaseFolder.data(in: environment) else {
      throw HistoryError(.noHome, at: "")
    }
    return CallHistory(folder: "\(data)/interject/calls")
  }

  /// Makes the folder if it is not there.
  public func prepare() throws(HistoryError) {
    do {
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true,
        attributes: [.posixPermissions: 0o700])
    } catch {
      throw HistoryError(.unwritable, at: folder, cause: String(cString: strerror(errno)))
    }
  }

  /// Keeps a finished call and returns the path of its file.
  @discardableResult
  public func save(
    _ summary: Summary, started: Date, settings: String, version: String = interjectVersion
  ) throws(HistoryError) -> String {
    try prepare()
    let bytes = SavedCallText.bytes(
      summary, started: started.formatted(.iso8601), settings: settings, version: version)
    let temporary = "\(folder)/.unfinished-\(getpid())"
    try write(bytes, to: temporary)
    // Calls that begin in the same second have names with a number.
    for number in 1... {
      let suffix = number == 1 ? "" : "-\(number)"
      let path = "\(folder)/\(Self.name(of: started))\(suffix).json"
      if Self.move(temporary, to: path) { return path }
      guard errno == EEXIST else { break }
    }
    let cause = String(cString: strerror(errno))
    unlink(temporary)
    throw HistoryError(.unwritable, at: folder, cause: cause)
  }

  /// Keeps the marks of a call beside its file; they are forgotten with it.
  public func save(marks bytes: [UInt8], beside path: String) throws(HistoryError) {
    let place = path.dropLast(".json".count) + ".marks.json"
    let temporary = "\(folder)/.unfinished-\(getpid())"
    try write(bytes, to: temporary)
    guard rename(temporary, String(place)) == 0 else {
      let cause = String(cString: strerror(errno))
      unlink(temporary)
      throw HistoryError(.unwritable, at: String(place), cause: cause)
    }
  }

  /// Removes the calls that began before a date, with their marks, and returns how many files.
  @discardableResult
  public func prune(before date: Date) throws(HistoryError) -> Int {
    let limit = Self.name(of: date)
    var removed = 0
    for name in try names(/\d{8}T\d{6}Z(-\d+)?(\.marks)?\.json/)
    where name.prefix(limit.count) < limit {
      guard unlink("\(folder)/\(name)") == 0 else {
        throw HistoryError(
          .unwritable, at: "\(folder)/\(name)", cause: String(cString: strerror(errno)))
      }
      removed += 1
    }
    return removed
  }

  /// The paths of the calls that are kept, the oldest first; none without a folder.
  public func files() throws(HistoryError) -> [String] {
    try names(/\d{8}T\d{6}Z(-\d+)?\.json/).map { "\(folder)/\($0)" }
  }

  /// The paths of the calls that began at a date or after it, the oldest first.
  public func files(since date: Date) throws(HistoryError) -> [String] {
    let limit = Self.name(of: date)
    return try names(/\d{8}T\d{6}Z(-\d+)?\.json/).filter { $0.prefix(limit.count) >= limit }
      .map { "\(folder)/\($0)" }
  }

  private func names(_ pattern: some RegexComponent) throws(HistoryError) -> [String] {
    guard access(folder, F_OK) == 0 || errno != ENOENT else { return [] }
    let all: [String]
    do {
      all = try FileManager.default.contentsOfDirectory(atPath: folder)
    } catch {
      throw HistoryError(.unreadable, at: folder)
    }
    // Nothing else in the folder is ours to read or to remove.
    return all.filter { $0.wholeMatch(of: pattern) != nil }.sorted()
  }

  private static func name(of date: Date) -> String {
    date.formatted(.iso8601.dateSeparator(.omitted).timeSeparator(.omitted))
  }

  private func write(_ bytes: [UInt8], to path: String) throws(HistoryError) {
    unlink(path)
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    var written = 0
    while descriptor >= 0, written < bytes.count {
      let count = bytes.withUnsafeBytes { bytes in
        Glibc.write(descriptor, bytes.baseAddress.map { $0 + written }, bytes.count - written)
      }
      if count < 0, errno != EINTR { break }
      written += max(0, count)
    }
    let isWhole = descriptor >= 0 && written == bytes.count && fsync(descriptor) == 0
    let cause = String(cString: strerror(errno))
    if descriptor >= 0 { close(descriptor) }
    guard isWhole else {
      unlink(path)
      throw HistoryError(.unwritable, at: path, cause: cause)
    }
  }
}
