public import Foundation

/// A folder of its own for a test, removed with everything in it.
public final class TemporaryFolder: Sendable {
  /// Where it is.
  public let url: URL

  /// Creates a folder.
  public init() throws {
    url = FileManager.default.temporaryDirectory.appending(
      path: "interject-\(UUID().uuidString)", directoryHint: .isDirectory)
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  /// The path of a file in it.
  public func path(_ name: String) -> String { url.appending(path: name).path }

  /// Writes a file and gives its path.
  public func write(_ bytes: [UInt8], as name: String) throws -> String {
    try Data(bytes).write(to: url.appending(path: name))
    return path(name)
  }
}
