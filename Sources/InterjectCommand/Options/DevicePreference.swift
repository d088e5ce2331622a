import AudioFiles
import Conversation
import Interject

/// What the configuration file says of the devices of a live call, for when the options do not.
struct DevicePreference {
  /// The devices by the names that options take; nil for the default ones.
  private(set) var devices = PartyPair<ConfigurationFile.Text?>(repeating: nil)
  /// The channels of those devices; nil for the usual ones.
  private(set) var channels = PartyPair<ChannelNumber?>(repeating: nil)

  /// Somebody who has said nothing.
  init() {}

  /// Reads the texts of the file's table.
  init(_ texts: [String: ConfigurationFile.Text]) throws(CommandFailure) {
    for party in Party.allCases {
      if let text = texts[party.name] {
        guard !text.value.isEmpty else {
          throw CommandFailure(
            exitCode: 64,
            message: "\(text.place): \(party.name) is empty; name a device, or remove the line")
        }
        devices[party] = text
      }
      guard let text = texts["\(party.name)_channel"] else { continue }
      guard let channel = ChannelNumber(argument: text.value) else {
        throw CommandFailure(
          exitCode: 64,
          message: "\(text.place): \(party.name)_channel is \"\(text.value)\"; write left, right, "
            + "or a number from 1 in quotes")
      }
      channels[party] = channel
    }
  }
}
