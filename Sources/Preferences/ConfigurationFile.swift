public import Conversation
public import FoundationEssentials

/// A TOML file of settings: a table a group, a number a setting, and before them the history.
///
///     history = true
///     keep = 90
///
///     [turns]
///     dead_air = 5
///
///     [monitor]
///     customer = "jabra"
///
///     [analyze]
///     agent_channel = "right"
///     formats = "json,csv"
///     name = "{agent}/{date:dmy}-{time}"
///
/// A switch stands before the tables: `tone = false`. Numbers, switches and text on one line are all
/// that is read of TOML; what else may stand in such a file could be no setting.
public struct ConfigurationFile: Sendable {
  /// A text and where it stands, for whoever has to say what is wrong with it.
  public struct Text: Equatable, Sendable {
    /// The text.
    public let value: String
    /// The file and the line.
    public let place: String
  }

  /// Where the file is.
  public let path: String

  /// Names a file.
  public init(path: String) {
    self.path = path
  }

  /// Where the user's own file is looked for, `interject/config.toml` below the configuration folder.
  ///
  /// Nil where no such folder is known.
  public static func personalPath(
    environment: [String: String] = ProcessInfo.processInfo.environment
  ) -> String? {
    BaseFolder.configuration(in: environment).map { "\($0)/interject/config.toml" }
  }

  /// The user's own file; nil without one.
  public static var personal: ConfigurationFile? {
    guard let path = personalPath(), FileManager.default.fileExists(atPath: path) else {
      return nil
    }
    return ConfigurationFile(path: path)
  }

  /// Changes the settings that the file names.
  public func apply(to configuration: inout Configuration) throws(ConfigurationError) {
    for entry in try entries()
    where !Self.historyKeys.contains(entry.key) && !Self.isOfTexts(entry.key)
      && !DashboardPreference.keys.contains(entry.key)
    {
      let place = "\(path):\(entry.line)"
      let isSwitch = Setting.named(entry.key)?.isSwitch ?? false
      switch entry.value {
      case .number(let number) where !isSwitch:
        guard !Setting.all.contains(where: { $0.key.hasPrefix("\(entry.key).") }) else {
          throw ConfigurationError(
            .badValue, at: place,
            "\"\(entry.key)\" must be a table of settings, written [\(entry.key)]")
        }
        try configuration.set(entry.key, to: number, at: place)
      case .flag(let isOn) where isSwitch || Setting.named(entry.key) == nil:
        try configuration.set(entry.key, to: isOn ? 1 : 0, at: place)
      case .number, .flag, .text:
        guard isSwitch || Setting.named(entry.key) != nil else {
          throw ConfigurationError(
            .unknownSetting, at: place, "there is no setting \"\(entry.key)\"")
        }
        throw ConfigurationError(
          .badValue, at: place,
          "\(entry.key) must be \(isSwitch ? "true or false" : "a number")")
      }
    }
  }

  /// Whether the figures of calls are to be kept.
  public func history() throws(ConfigurationError) -> HistoryPreference {
    var preference = HistoryPreference()
    for entry in try entries() {
      switch (entry.key, entry.value) {
      case ("history", .flag(let isKept)): preference.isKept = isKept
      case ("history", _):
        throw ConfigurationError(
          .badValue, at: "\(path):\(entry.line)", "history must be true or false")
      case ("keep", let value):
        let possible = HistoryPreference.possibleDays
        guard case .number(let number) = value, let days = Int(exactly: number),
          possible.contains(days)
        else {
          throw ConfigurationError(
            .badValue, at: "\(path):\(entry.line)",
            "keep must be a number of days from \(possible.lowerBound) to \(possible.upperBound)")
        }
        preference.days = days
      default: break
      }
    }
    return preference
  }

  /// What is said of the dashboard; `themes` are the colours that can be chosen.
  public func dashboard(themes: [String]) throws(ConfigurationError) -> DashboardPreference {
    var preference = DashboardPreference()
    for entry in try entries() where DashboardPreference.keys.contains(entry.key) {
      let text =
        switch entry.value {
        case .number(let number): "\(number)"
        case .flag(let isOn): "\(isOn)"
        case .text(let text): text
        }
      try preference.set(entry.key, to: text, themes: themes, at: "\(path):\(entry.line)")
    }
    return preference
  }

  /// What the table `[analyze]` says, by the names in it.
  public func analysisTexts() throws(ConfigurationError) -> [String: Text] {
    try texts(of: Self.analysisTable, names: ["agent_channel", "formats", "name"])
  }

  /// What the table `[monitor]` says, by the names in it: the devices of a live call.
  public func monitorTexts() throws(ConfigurationError) -> [String: Text] {
    try texts(
      of: Self.monitorTable, names: ["agent", "customer", "agent_channel", "customer_channel"])
  }

  private func texts(
    of table: String, names: [String]
  ) throws(ConfigurationError) -> [String: Text] {
    var texts: [String: Text] = [:]
    for entry in try entries() where entry.key.hasPrefix("\(table).") {
      let name = String(entry.key.dropFirst(table.count + 1))
      let place = "\(path):\(entry.line)"
      guard names.contains(name) else {
        throw ConfigurationError(
          .unknownSetting, at: place,
          "there is no \"\(name)\" in [\(table)]; write \(names.joined(separator: ", "))")
      }
      guard case .text(let value) = entry.value else {
        throw ConfigurationError(
          .badValue, at: place, "\(name) must be text in quotes, such as \(name) = \"…\"")
      }
      texts[name] = Text(value: value, place: place)
    }
    return texts
  }

  private static let historyKeys = ["history", "keep"]
  private static let analysisTable = "analyze"
  package static let monitorTable = "monitor"

  /// Whether a key is in a table whose values are texts.
  private static func isOfTexts(_ key: String) -> Bool {
    [analysisTable, monitorTable].contains { key.hasPrefix("\($0).") }
  }

  private func entries() throws(ConfigurationError) -> [SettingsText.Entry] {
    let text = try text()
    do throws(SettingsText.Fault) {
      return try SettingsText(text).entries
    } catch {
      throw ConfigurationError(
        .notTOML, at: "\(path):\(error.line):\(error.column)",
        "not a valid settings file: \(error.problem); correct that line")
    }
  }

  /// What is in the file.
  func text() throws(ConfigurationError) -> String {
    let bytes: Data
    do {
      bytes = try Data(contentsOf: URL(filePath: path))
    } catch {
      throw ConfigurationError(
        .unreadable, at: path,
        "the settings file cannot be read; check its name and permissions")
    }
    guard let text = String(bytes: bytes, encoding: .utf8) else {
      throw ConfigurationError(
        .notTOML, at: path, "not TOML: it is not UTF-8 text; save it as UTF-8")
    }
    return text
  }
}
