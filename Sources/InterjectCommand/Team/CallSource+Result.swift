import AudioFiles
import Batch
import Conversation
import FoundationEssentials

extension CallSource {
  /// The recording that a result tells of; nil where it is not found.
  ///
  /// It is looked for in the folder, as it is named, and beside the result.
  /// Names are those of the result: the recording, and each party's channel or file.
  static func found(
    _ source: String, _ parties: PartyPair<String>, beside result: String, in folder: String?
  ) -> CallSource? {
    let beside = result.folder
    func path(_ name: String) -> String? {
      let file = name.lastPart
      let places = [folder.map { "\($0)/\(file)" }, name, beside.appending(name: file)]
      return places.compactMap(\.self).first { FileManager.default.fileExists(atPath: $0) }
    }
    if source == "\(parties.agent) + \(parties.customer)" {
      guard let agent = path(parties.agent), let customer = path(parties.customer) else {
        return nil
      }
      return CallSource(
        .apart(agent: AudioInput(.path(agent)), customer: AudioInput(.path(customer))))
    }
    guard let file = path(source) else { return nil }
    return CallSource(
      .together(AudioInput(.path(file))),
      channels: .init(agent: channel(parties.agent), customer: channel(parties.customer)))
  }

  private static func channel(_ name: String) -> ChannelNumber? {
    ChannelNumber(argument: name.hasPrefix("channel ") ? String(name.dropFirst(8)) : name)
  }
}
