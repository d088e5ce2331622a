public import FoundationEssentials
import Glibc

/// A call of the history: its place in the list, its file, and what that tells.
public struct KeptCall: Sendable {
  /// Its number, 1 for the newest call; the numbers of older ones change with every new call.
  public let number: Int
  /// The path of its file.
  public let path: String
  /// What it is called for good, whatever is saved or forgotten: its beginning, `20261102T091530Z`.
  public var id: String { String(Self.name(of: path).dropLast(".json".count)) }
  /// When it began; nil where neither the file nor its name tells.
  public let began: Date?
  /// Its figures, or why they cannot be read.
  public let figures: Result<SavedMetrics, HistoryError>

  /// Far more than a call's figures take.
  private static let largest = 1 << 20

  /// Reads a file of the history.
  init(number: Int, path: String) {
    self.number = number
    self.path = path
    let found = Self.date(ofName: Self.name(of: path))
    guard let data = Self.contents(path) else {
      began = found
      figures = .failure(HistoryError(.unreadable, at: path))
      return
    }
    do throws(HistoryError) {
      let figures = try SavedMetrics(json: data, name: path)
      began = try SavedCall(json: data, name: path).started ?? found
      self.figures = .success(figures)
    } catch {
      began = found
      figures = .failure(error)
    }
  }

  private static func name(of path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }

  private static func contents(_ path: String) -> Data? {
    var file = stat()
    guard stat(path, &file) == 0, file.st_size <= largest else { return nil }
    return FileManager.default.contents(atPath: path)
  }

  /// The beginning of a call by the name of its file, such as `20261102T091530Z-2.json`.
  private static func date(ofName name: String) -> Date? {
    try? Date(
      String(name.prefix(16)),
      strategy: .iso8601.dateSeparator(.omitted).timeSeparator(.omitted))
  }
}
