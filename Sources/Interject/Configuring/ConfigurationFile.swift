public import Conversation
public import Foundation
import TOMLKit

/// A TOML file of settings: a table a group, a number a setting, and before them the history.
///
///     history = true
///     keep = 90
///
///     [turns]
///     dead_air = 5
///
/// A switch stands before the tables: `tone = false`.
public struct ConfigurationFile: Sendable {
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
    for (group, settings) in try table() where !Self.historyKeys.contains(group) {
      if let setting = Setting.named(group), setting.isSwitch {
        guard let isOn = settings.tomlValue.bool else {
          throw ConfigurationError(.badValue, at: path, "\(group) must be true or false")
        }
        try configuration.set(group, to: isOn ? 1 : 0, at: path)
        continue
      }
      guard let table = settings.tomlValue.table else {
        throw ConfigurationError(
          .badValue, at: path, "\"\(group)\" must be a table of settings, as [\(group)]")
      }
      for (name, value) in table {
        let key = "\(group).\(name)"
        guard let number = value.tomlValue.double ?? value.tomlValue.int.map(Double.init) else {
          throw ConfigurationError(.badValue, at: path, "\(key) must be a number")
        }
        try configuration.set(key, to: number, at: path)
      }
    }
  }

  /// Whether the figures of calls are to be kept.
  public func history() throws(ConfigurationError) -> HistoryPreference {
    var preference = HistoryPreference()
    let table = try table()
    if let value = table["history"] {
      guard let isKept = value.bool else {
        throw ConfigurationError(.badValue, at: path, "history must be true or false")
      }
      preference.isKept = isKept
    }
    if let value = table["keep"] {
      let possible = HistoryPreference.possibleDays
      guard let days = value.int, possible.contains(days) else {
        throw ConfigurationError(
          .badValue, at: path,
          "keep must be a number of days from \(possible.lowerBound) to \(possible.upperBound)")
      }
      preference.days = days
    }
    return preference
  }

  private static let historyKeys = ["history", "keep"]

  private func table() throws(ConfigurationError) -> TOMLTable {
    let text: String
    do {
      text = try String(contentsOfFile: path, encoding: .utf8)
    } catch {
      throw ConfigurationError(
        .unreadable, at: path, "the configuration file cannot be read; check its name and rights")
    }
    do {
      return try TOMLTable(string: text)
    } catch let error as TOMLParseError {
      throw ConfigurationError(
        .notTOML, at: "\(path):\(error.source.begin.line):\(error.source.begin.column)",
        "not TOML: \(error.description); correct that line")
    } catch {
      throw ConfigurationError(.notTOML, at: path, "not TOML: \(error); correct it")
    }
  }
}
