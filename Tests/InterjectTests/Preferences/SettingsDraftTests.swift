import Foundation
import Testing

@testable import Preferences

/// Settings that are put into a file leave the rest of it alone.
@Suite struct SettingsDraftTests {
  private func set(_ name: String, _ value: String, in text: String) throws -> String {
    var draft = SettingsDraft(text)
    try draft.set(name, of: "monitor", to: value)
    #expect(try SettingsText(draft.text).entries.contains { $0.value == .text(value) })
    return draft.text
  }

  @Test func aValueIsReplacedInItsPlace() throws {
    let text =
      "# mine\nhistory = true\n\n[monitor] # here\ncustomer = 'old'   # the desk\nagent=\"a\"\n"
    #expect(
      try set("customer", "new", in: text)
        == text.replacingOccurrences(of: "'old'", with: "\"new\""))
    #expect(
      try set("customer", "new", in: "monitor = { customer = \"x\", agent = 'y' } # z\n")
        == "monitor = { customer = \"new\", agent = 'y' } # z\n")
    #expect(
      try set("customer", "new", in: "\u{FEFF}monitor.customer = \"ü\"\r\nkeep = 3\r\n")
        == "\u{FEFF}monitor.customer = \"new\"\r\nkeep = 3\r\n")
  }

  @Test func aNewNameGoesToTheEndOfItsTable() throws {
    #expect(
      try set("customer", "n", in: "[monitor]\nagent = \"a\" # mic\n\n[turns]\ndead_air = 5\n")
        == "[monitor]\nagent = \"a\" # mic\ncustomer = \"n\"\n\n[turns]\ndead_air = 5\n")
    #expect(
      try set("customer", "n", in: "[turns]\ndead_air = 5\n[monitor]\r\n")
        == "[turns]\ndead_air = 5\n[monitor]\r\ncustomer = \"n\"\r\n")
  }

  @Test func aNewTableGoesToTheEnd() throws {
    #expect(try set("agent", "m", in: "") == "[monitor]\nagent = \"m\"\n")
    #expect(
      try set("agent", "m", in: "history = true") == "history = true\n\n[monitor]\nagent = \"m\"\n")
    #expect(
      try set("agent", "m", in: "keep = 3\r\n") == "keep = 3\r\n\r\n[monitor]\r\nagent = \"m\"\r\n")
  }

  @Test func quotesAndBackslashesAreReadBack() throws {
    #expect(
      try set("agent", #"a "b" \c"#, in: "") == "[monitor]\nagent = \"a \\\"b\\\" \\\\c\"\n")
  }

  @Test(arguments: ["monitor = { agent = 'y' }\n", "monitor.agent = 'y'\n", "[monitor\n"])
  func whatCannotBeAddedToIsLeftAlone(text: String) throws {
    #expect(throws: SettingsText.Fault.self) { try set("customer", "n", in: text) }
  }

  @Test func theFileKeepsItsRightsAndItsLink() throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("interject-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appendingPathComponent("new/config.toml").path
    let file = ConfigurationFile(path: path)
    try file.set([("agent", "a"), ("customer", "c")], of: "monitor")
    #expect(try file.monitorTexts()["customer"]?.value == "c")
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
    let link = folder.appendingPathComponent("link.toml").path
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: path)
    try ConfigurationFile(path: link).set([("customer", "d")], of: "monitor")
    #expect(try file.monitorTexts()["customer"]?.value == "d")
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == path)
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    #expect(attributes[.posixPermissions] as? Int == 0o600)
  }

  @Test(arguments: ["[monitor]\nagent = 3", "[monitor]\ndevice = \"a\""])
  func whatIsNoDeviceIsRefused(text: String) throws {
    let path = FileManager.default.temporaryDirectory
      .appendingPathComponent("interject-\(UUID().uuidString).toml").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    try text.write(toFile: path, atomically: true, encoding: .utf8)
    #expect(throws: ConfigurationError.self) { try ConfigurationFile(path: path).monitorTexts() }
  }
}
