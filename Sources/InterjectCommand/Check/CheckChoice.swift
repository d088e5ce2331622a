import Conversation
import FoundationEssentials
import Interject
import Preferences
import Setup

/// The choice of devices that a check keeps in the configuration file.
struct CheckChoice {
  private let settings: SettingsOptions

  init(_ settings: SettingsOptions) {
    self.settings = settings
  }

  /// What the file says now.
  func preference() throws(CommandFailure) -> DevicePreference {
    try isMissing ? DevicePreference() : settings.devices()
  }

  /// Where it is kept.
  func path() throws(CommandFailure) -> String {
    guard let path = settings.config ?? ConfigurationFile.personalPath() else {
      throw CommandFailure(
        exitCode: 74, message: "no home directory for the settings; name a file with --config")
    }
    return path
  }

  /// What the options have chosen, by the names that stay the same from day to day.
  func texts(
    of options: MonitorDevices, _ around: SetupSurroundings
  ) -> [(name: String, value: String)] {
    var texts: [(name: String, value: String)] = []
    let known = (try? file?.monitorTexts()) ?? [:]
    let channels = PartyPair(agent: options.agentChannel, customer: options.customerChannel)
    for party in Party.allCases {
      let named = party == .agent ? options.agent : options.customer
      if named != nil { texts.append((party.name, around.heard[party].name)) }
      if let channel = channels[party] {
        texts.append(("\(party.name)_channel", "\(channel.index + 1)"))
      } else if named != nil, known["\(party.name)_channel"] != nil {
        // The file's channel was one of another device.
        let isShared = party == .customer && options.customer == options.agent
        texts.append(("\(party.name)_channel", isShared ? "2" : "1"))
      }
    }
    return texts
  }

  /// Whether the file does not say so already.
  func isNew(_ texts: [(name: String, value: String)]) throws(CommandFailure) -> Bool {
    guard !isMissing else { return true }
    guard let file else { return true }
    let known: [String: ConfigurationFile.Text]
    do { known = try file.monitorTexts() } catch { throw CommandFailure(error) }
    return texts.contains { known[$0.name]?.value != $0.value }
  }

  /// Keeps it.
  func keep(_ texts: [(name: String, value: String)]) throws(CommandFailure) {
    let file = ConfigurationFile(path: try path())
    do { try file.set(texts, of: ConfigurationFile.monitorTable) } catch {
      throw CommandFailure(error)
    }
  }

  private var file: ConfigurationFile? {
    settings.config.map(ConfigurationFile.init(path:)) ?? .personal
  }

  /// Whether a file was named that is still to be made.
  private var isMissing: Bool {
    settings.config.map { !FileManager.default.fileExists(atPath: $0) } ?? false
  }
}
