import Conversation
import Foundation
import Interject
import Testing

/// What a configuration file says besides its tables of settings.
@Suite struct ConfigurationFileTests {
  @Test func theUsersFileIsLookedForInTheFolderOfTheirChoice() {
    let path = { ConfigurationFile.personalPath(environment: $0) }
    #expect(path(["HOME": "/home/a"]) == "/home/a/.config/interject/config.toml")
    #expect(
      path(["HOME": "/home/a", "XDG_CONFIG_HOME": "/etc/b"]) == "/etc/b/interject/config.toml")
    #expect(
      path(["HOME": "/home/a", "XDG_CONFIG_HOME": "b"]) == "/home/a/.config/interject/config.toml")
    #expect(path([:]) == nil)
  }

  private func file(_ text: String) throws -> (file: ConfigurationFile, path: String) {
    let path = FileManager.default.temporaryDirectory
      .appendingPathComponent("interject-\(UUID().uuidString).toml").path
    try text.write(toFile: path, atomically: true, encoding: .utf8)
    return (ConfigurationFile(path: path), path)
  }

  private func history(_ text: String) throws -> HistoryPreference {
    let (file, path) = try file(text)
    defer { try? FileManager.default.removeItem(atPath: path) }
    return try file.history()
  }

  @Test func nothingIsKeptUnlessTheFileSaysSo() throws {
    #expect(try history("") == HistoryPreference())
    #expect(try history("[turns]\ndead_air = 5\n").isKept == false)
    let kept = try history("history = true\nkeep = 90\n[turns]\ndead_air = 5\n")
    #expect(kept.isKept)
    #expect(kept.days == 90)
  }

  @Test(arguments: ["history = 1", "keep = 0", "keep = \"long\"", "keep = 99999"])
  func whatCannotBeMeantIsRefused(text: String) throws {
    #expect(throws: ConfigurationError.self) { try history(text) }
  }

  @Test func theHistoryStandsBesideTheSettings() throws {
    let (file, path) = try file("history = true\nkeep = 90\n[calls]\nends_after = 60\n")
    defer { try? FileManager.default.removeItem(atPath: path) }
    var configuration = Configuration()
    try file.apply(to: &configuration)
    #expect(configuration.calls.endsAfter == 60)
    configuration.calls.endsAfter = 30
    #expect(configuration == Configuration())
  }
}
