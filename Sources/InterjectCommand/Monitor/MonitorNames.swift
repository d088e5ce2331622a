import AlsaCapture
import Conversation
import SoundServer

/// The devices of a live call by the names that ALSA opens.
struct MonitorNames {
  let agent: String
  let customer: String

  /// Finds out what the names stand for; nil for a default.
  ///
  /// `places` say where each was read, if in a file.
  init(
    agent: String?, customer: String?, places: PartyPair<String?> = PartyPair(repeating: nil)
  ) throws(CommandFailure) {
    let usual = ["default", CaptureDeviceList.monitorName]
    try DeviceNames.awaitServer(of: [agent ?? usual[0], customer ?? usual[1]])
    self.agent = try Self.device(agent, for: .agent, readAt: places.agent) ?? usual[0]
    self.customer = try Self.device(customer, for: .customer, readAt: places.customer) ?? usual[1]
  }

  private static func device(
    _ name: String?, for use: SoundName.Use, readAt place: String?
  ) throws(CommandFailure) -> String? {
    guard let name else { return nil }
    do throws(CommandFailure) {
      return try DeviceNames.device(name, for: use)
    } catch {
      guard let place, let message = error.message else { throw error }
      throw CommandFailure(exitCode: error.exitCode, message: "\(place): \(message)")
    }
  }
}
