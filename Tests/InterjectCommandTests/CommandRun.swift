import Foundation
import LiveFixtures
import Testing

/// Runs of the program with a folder, settings and a history of its own, and without a sound server.
final class CommandRun {
  /// How a run ended.
  struct Ending {
    var text: String
    var code: Int32
    var errors: String
    /// What the text is as lines.
    var lines: [Substring] { text.split(separator: "\n") }

    /// Expects one line of errors with some words, and an exit code.
    func expectRefusal(
      _ expected: Int32, _ words: String, at place: SourceLocation = #_sourceLocation
    ) {
      #expect(code == expected, "\(errors)", sourceLocation: place)
      #expect(errors.contains(words), "\(errors)", sourceLocation: place)
      #expect(
        errors.split(separator: "\n").count == 1, "\(errors)", sourceLocation: place)
    }
  }

  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("interject-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  func path(_ name: String) -> String { folder.appendingPathComponent(name).path }

  /// Writes a file and gives its path.
  @discardableResult
  func write(_ name: String, _ text: String) throws -> String {
    try Data(text.utf8).write(to: URL(fileURLWithPath: path(name)))
    return path(name)
  }

  func read(_ name: String) throws -> String {
    try String(contentsOfFile: path(name), encoding: .utf8)
  }

  /// What a shell does before a run: the standard input is a file, or has nothing.
  private func preparation(_ variables: String, input: String?) -> String {
    "export XDG_DATA_HOME='\(path("data"))' XDG_CONFIG_HOME='\(path("config"))' "
      + "PULSE_SERVER=unix:/nowhere TZ=UTC \(variables); exec <'\(input ?? "/dev/null")'"
  }

  func callAsFunction(
    _ arguments: [String], input: String? = nil, variables: String = ""
  ) throws -> Ending {
    let program = try MonitorProcess(
      arguments, after: preparation(variables, input: input))
    let lines = try program.rest()
    let end = try program.end()
    return Ending(text: lines.joined(separator: "\n"), code: end.code, errors: end.errors)
  }
}
