import Conversation
import Foundation
import Testing

@testable import Preferences

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

  @Test("the machine's file leaves tone out whatever users say, and turns nothing on")
  func policy() throws {
    var configuration = Configuration()
    let (silent, first) = try file("tone = true\n[turns]\ndead_air = 5\n")
    let (strict, second) = try file("tone = false\n")
    defer { for path in [first, second] { try? FileManager.default.removeItem(atPath: path) } }
    try silent.enforce(on: &configuration)
    #expect(configuration == Configuration())
    try strict.enforce(on: &configuration)
    #expect(!configuration.tone.isMeasured)
    try silent.enforce(on: &configuration)
    #expect(!configuration.tone.isMeasured)
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

  @Test func theDashboardHasItsColoursAndAGoal() throws {
    let themes = ["default", "high-contrast"]
    let (file, path) = try file(
      "[dashboard]\ntheme = \"high-contrast\"\n[goal]\ninterruptions = 6\n[turns]\ndead_air = 5\n")
    defer { try? FileManager.default.removeItem(atPath: path) }
    var preference = try file.dashboard(themes: themes)
    #expect(preference.theme == "high-contrast")
    #expect(preference.goal == 6)
    var configuration = Configuration()
    try file.apply(to: &configuration)
    #expect(configuration.turns.deadAir == 5)
    #expect(DashboardPreference.isKey(ofAssignment: "goal.interruptions=4"))
    #expect(!DashboardPreference.isKey(ofAssignment: "turns.dead_air=4"))
    try preference.assign("goal.interruptions=4.5", themes: themes, at: "--set")
    #expect(preference.goal == 4.5)
    for text in [
      "goal.interruptions=many", "goal.interruptions=-1", "goal.interruptions",
      "dashboard.theme=pink",
    ] {
      #expect(throws: ConfigurationError.self) {
        try preference.assign(text, themes: themes, at: "--set \(text)")
      }
    }
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

  private func settings(_ text: String) throws -> Configuration {
    let (file, path) = try file(text)
    defer { try? FileManager.default.removeItem(atPath: path) }
    var configuration = Configuration()
    try file.apply(to: &configuration)
    return configuration
  }

  @Test(
    arguments: [
      "[turns]\ndead_air = 5", "[turns]\r\ndead_air=5.0\r\n",
      "\u{FEFF}[ turns ] # a table\ndead_air = 5e0", "turns.dead_air = +5",
      "'turns' . \"dead_air\" = 5 # seconds", "turns = { dead_air = 5 }",
      "turns = {dead_air = 0.5e+1, monologue = 6_0}",
      "\n# five\n\t[turns]\n\tdead_air\t=\t5\t\n",
    ])
  func aSettingIsReadInWhateverFormItIsWritten(text: String) throws {
    var expected = Configuration()
    expected.turns.deadAir = 5
    expected.turns.monologue = 60
    #expect(try settings(text) == expected)
  }

  @Test(
    arguments: [
      "[", "[\n", "[[turns]]", "[[[turns]]]", "[.turns]", "[=", "[turns", "[turns] 5",
      "[turns]\n[turns]", "a=[}", "=", "= 5", "dead_air", "dead_air =", "a = 5 6", "a = \"5",
      "a = 05", "a = 5.", "a = .5", "a = 5__0", "a = 0x5", "a = {b = {c = 5}}", "a = {b = 5",
      "a = 5\na = 5", "\"a = 5", "a..b = 5", "a = 1979-05-27", "a = [1, 2]", "ä = 5", "\u{0}",
      "a = 5\rb = 5",
    ])
  func aTypingErrorIsToldWithItsPlace(text: String) throws {
    let (file, path) = try file("# settings\n" + text)
    defer { try? FileManager.default.removeItem(atPath: path) }
    var configuration = Configuration()
    let error = try #require(throws: ConfigurationError.self) { try file.apply(to: &configuration) }
    #expect(error.code == .notTOML)
    #expect(error.place.hasPrefix("\(path):"))
    #expect(error.description.contains("; correct that line"))
  }

  @Test(
    arguments: [
      ("turns = 5", ConfigurationError.Code.badValue), ("tone = 1", .badValue),
      ("turns.dead_air = true", .badValue), ("turns.dead_air = nan", .badValue),
      ("tune = 5", .unknownSetting),
    ])
  func whatIsNoSettingIsToldFromABadValueWithItsLine(
    text: String, code: ConfigurationError.Code
  ) throws {
    let error = try #require(throws: ConfigurationError.self) { try settings(text) }
    #expect(error.code == code)
    #expect(error.place.hasSuffix(".toml:1"))
  }

  @Test func aFileThatIsNoTextIsNotTakenForOneThatIsMissing() throws {
    let path = FileManager.default.temporaryDirectory
      .appendingPathComponent("interject-\(UUID().uuidString).toml")
    defer { try? FileManager.default.removeItem(at: path) }
    try Data([0x5B, 0xFF, 0xFE, 0x5D]).write(to: path)
    let error = try #require(throws: ConfigurationError.self) {
      try ConfigurationFile(path: path.path).history()
    }
    #expect(error.code == .notTOML)
    #expect(error.description.contains("UTF-8"))
  }

  @Test func noTypingErrorEndsTheProgram() {
    var random = LinearCongruence(seed: 1)
    let signs = Array("[].=\"'#\na15_+-eE{}, \t\\\rtrue".unicodeScalars)
    let sound = Array(
      "history = true\n[turns]\ndead_air = 5\nmonologue = {a = 6_0.5}\n".unicodeScalars)
    var read = 0
    for _ in 0..<20_000 {
      var text = random.chance(0.5) ? sound : []
      for _ in 0..<Int(random.between(1, 12)) {
        let sign = signs[Int(random.between(0, Double(signs.count)))]
        let place = Int(random.between(0, Double(text.count)))
        if place < text.count, random.chance(0.5) {
          text[place] = sign
        } else {
          text.insert(sign, at: place)
        }
      }
      var view = String.UnicodeScalarView()
      view.append(contentsOf: text)
      if (try? SettingsText(String(view))) != nil { read += 1 }
    }
    #expect((100..<19_900).contains(read))
  }

  private func analysis(_ text: String) throws -> [String: String] {
    let (file, path) = try file(text)
    defer { try? FileManager.default.removeItem(atPath: path) }
    var configuration = Configuration()
    try file.apply(to: &configuration)
    #expect(configuration == Configuration())
    return try file.analysisTexts().mapValues(\.value)
  }

  @Test func whatIsUsualForAnalysesStandsBesideTheSettings() throws {
    let text =
      "[analyze]\nagent_channel = 'right'\nformats = \"json, csv\" # both\n"
      + #"name = "{agent}\\{call}\"""# + "\n"
    #expect(
      try analysis(text)
        == ["agent_channel": "right", "formats": "json, csv", "name": #"{agent}\{call}""#])
    #expect(try analysis("").isEmpty)
  }

  @Test(arguments: [
    "[analyze]\nformats = 5", "[analyze]\nformat = 'json'", "[analyze]\nname = true",
    "[analyze]\nname = \"a\\n\"", "[analyze]\nname = 'a", "[analyze]\nname = \"a\\\"",
    "[turns]\ndead_air = 'long'", "analyze.name = ", "name = 'x'",
  ])
  func whatCannotBeUsualIsRefusedWithItsLine(text: String) throws {
    #expect { try analysis(text) } throws: { "\($0)".contains(".toml:") }
  }
}
