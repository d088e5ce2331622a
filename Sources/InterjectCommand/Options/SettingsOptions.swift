import ArgumentParser
import Conversation
import Dashboard
import Glibc
import Interject

/// The options of every command that change thresholds.
struct SettingsOptions: ParsableArguments {
  @Option(help: ArgumentHelp("A settings file in TOML.", valueName: "file"), completion: .file())
  var config: String?

  @Option(
    name: .customLong("set"),
    help: ArgumentHelp("A setting, such as turns.dead_air=5.", valueName: "key=value"))
  var assignments: [String] = []

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "How many milliseconds the customer's channel lags behind the agent's, to judge who was first.",
      valueName: "ms"),
    transform: Self.milliseconds)
  var customerDelay: Double?

  private static func milliseconds(_ text: String) throws -> Double {
    guard let number = Double(text) else {
      throw ValidationError("write milliseconds, such as 150.")
    }
    return number
  }

  func validate() throws {
    guard let customerDelay, let range = Setting.named("turns.customer_delay")?.range,
      !range.contains(customerDelay / 1000)
    else { return }
    throw ValidationError(
      "--customer-delay \(Self.plain(customerDelay)): write milliseconds from "
        + "\(Int(range.lowerBound * 1000)) to \(Int(range.upperBound * 1000)), such as 150.")
  }

  /// A number as it was written.
  private static func plain(_ number: Double) -> String {
    Int(exactly: number).map { "\($0)" } ?? "\(number)"
  }

  /// What the configuration file says of keeping the figures of calls.
  func history() throws(CommandFailure) -> HistoryPreference {
    do {
      return try file?.history() ?? HistoryPreference()
    } catch {
      throw CommandFailure(error)
    }
  }

  /// What the user wants of the dashboard: what the configuration file says, changed by the options.
  func dashboard() throws(CommandFailure) -> DashboardPreference {
    let themes = DashboardTheme.allCases.map(\.rawValue)
    do {
      var preference = try file?.dashboard(themes: themes) ?? DashboardPreference()
      for assignment in assignments where DashboardPreference.isKey(ofAssignment: assignment) {
        try preference.assign(assignment, themes: themes, at: "--set \(assignment)")
      }
      return preference
    } catch {
      throw CommandFailure(error)
    }
  }

  /// What the configuration file says of analyses, where the options do not.
  func analysis() throws(CommandFailure) -> AnalysisPreference {
    guard let file else { return AnalysisPreference() }
    let texts: [String: ConfigurationFile.Text]
    do { texts = try file.analysisTexts() } catch { throw CommandFailure(error) }
    return try AnalysisPreference(texts)
  }

  /// The same settings, where a file that was named is still to be made.
  func resolvedIfThere() throws(CommandFailure) -> Configuration {
    guard let config, access(config, F_OK) != 0, errno == ENOENT else { return try resolved() }
    var others = self
    others.config = nil
    return try others.resolved()
  }

  /// What the configuration file says of the devices of a live call, where the options do not.
  func devices() throws(CommandFailure) -> DevicePreference {
    guard let file else { return DevicePreference() }
    let texts: [String: ConfigurationFile.Text]
    do { texts = try file.monitorTexts() } catch { throw CommandFailure(error) }
    return try DevicePreference(texts)
  }

  private var file: ConfigurationFile? { config.map(ConfigurationFile.init(path:)) ?? .personal }

  /// The defaults, changed by the configuration file, then by the options, and last by what the
  /// machine's own file does not allow.
  func resolved() throws(CommandFailure) -> Configuration {
    var result = Configuration()
    do {
      try file?.apply(to: &result)
      for assignment in assignments where !DashboardPreference.isKey(ofAssignment: assignment) {
        try result.assign(assignment, at: "--set \(assignment)")
      }
      if let customerDelay {
        try result.set(
          "turns.customer_delay", to: customerDelay / 1000, at: "--customer-delay")
      }
      try ConfigurationFile.machine?.enforce(on: &result)
    } catch {
      throw CommandFailure(error)
    }
    return result
  }
}
