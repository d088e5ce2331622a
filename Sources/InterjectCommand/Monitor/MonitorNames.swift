import AlsaCapture
import SoundServer

/// The devices of a live call by the names that ALSA opens.
struct MonitorNames {
  let agent: String
  let customer: String

  /// Finds out what the names stand for; nil for a default.
  init(agent: String?, customer: String?) throws(CommandFailure) {
    let usual = ["default", CaptureDeviceList.monitorName]
    try DeviceNames.awaitServer(of: [agent ?? usual[0], customer ?? usual[1]])
    self.agent =
      try agent.map { name throws(CommandFailure) in
        try DeviceNames.device(name, for: .agent)
      } ?? usual[0]
    self.customer =
      try customer.map { name throws(CommandFailure) in
        try DeviceNames.device(name, for: .customer)
      } ?? usual[1]
  }
}
