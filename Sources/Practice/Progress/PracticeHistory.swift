public import FoundationEssentials
import Glibc
import Preferences

/// The folder in which practices are kept, apart from real calls: a JSON file each.
///
/// Only the user can read it: the folder has mode 0700, a file 0600. A file appears as a whole or
/// not at all.
public struct PracticeHistory: Sendable {
  /// The folder cannot be read or written.
  public struct Failure: Error, CustomStringConvertible, Sendable {
    /// The folder or file, what is wrong, and what to do.
    public let description: String
  }

  /// Where the files are.
  public let folder: String

  /// Names a folder; it is made when the first practice is kept.
  public init(folder: String) {
    self.folder = folder
  }

  /// The user's own, `interject/practice` below the folder for data.
  public static func personal(
    environment: [String: String] = ProcessInfo.processInfo.environment
  ) throws(Failure) -> PracticeHistory {
    guard let data = BaseFolder.data(in: environment) else {
      throw Failure(description: "no home directory to keep practices in; set XDG_DATA_HOME")
    }
    return PracticeHistory(folder: "\(data)/interject/practice")
  }

  /// Keeps a practice and returns the path of its file.
  @discardableResult
  public func save(_ result: PracticeResult, started: Date) throws(Failure) -> String {
    let temporary = "\(folder)/.unfinished-\(getpid())"
    do {
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true,
        attributes: [.posixPermissions: 0o700])
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys]
      let bytes = try encoder.encode(result) + Data("\n".utf8)
      unlink(temporary)
      let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
      guard descriptor >= 0 else { throw failure("cannot be written") }
      defer { close(descriptor) }
      guard descriptor.takes(bytes), fsync(descriptor) == 0 else {
        throw failure("cannot be written")
      }
    } catch {
      unlink(temporary)
      throw failure("cannot be written")
    }
    // Practices that begin in the same second have names with a number.
    for number in 1...1000 {
      let path = "\(folder)/\(name(of: started))\(number == 1 ? "" : "-\(number)").json"
      if link(temporary, path) == 0 {
        unlink(temporary)
        return path
      }
      guard errno == EEXIST else { break }
    }
    unlink(temporary)
    throw failure("cannot be written")
  }

  /// The practices that are kept, the oldest first; none without a folder.
  ///
  /// A file that is no practice is passed over.
  public func results() throws(Failure) -> [PracticeResult] {
    let decoder = JSONDecoder()
    return try names().compactMap { name in
      guard let bytes = FileManager.default.contents(atPath: "\(folder)/\(name)"),
        let result = try? decoder.decode(PracticeResult.self, from: bytes), result.schema == 1
      else { return nil }
      return result
    }
  }

  /// Removes the practices that began before a date, and returns how many.
  @discardableResult
  public func prune(before date: Date) throws(Failure) -> Int {
    let limit = name(of: date)
    var removed = 0
    for name in try names() where name.prefix(limit.count) < limit {
      guard unlink("\(folder)/\(name)") == 0 else { throw failure("cannot be written") }
      removed += 1
    }
    return removed
  }

  private func names() throws(Failure) -> [String] {
    guard access(folder, F_OK) == 0 else { return [] }
    guard let all = try? FileManager.default.contentsOfDirectory(atPath: folder) else {
      throw failure("cannot be read")
    }
    // Nothing else in the folder is ours to read or to remove.
    return all.filter { $0.wholeMatch(of: /\d{8}T\d{6}Z(-\d+)?\.json/) != nil }.sorted()
  }

  private func name(of date: Date) -> String {
    date.formatted(.iso8601.dateSeparator(.omitted).timeSeparator(.omitted))
  }

  private func failure(_ problem: String) -> Failure {
    Failure(description: "\(folder): \(problem); check its permissions and the disk space")
  }
}
