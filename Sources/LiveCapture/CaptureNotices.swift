import AlsaCapture
import Glibc
import SoundServer

/// What the user should know at the start of where sound comes from and what is loaded for it.
enum CaptureNotices {
  /// A line for each variable that brings in code or another machine.
  static func lines(of devices: CallDevices) -> [String] {
    let requests =
      switch devices {
      case .oneDevice(let request): [request]
      case .twoDevices(let agent, let customer): [agent, customer]
      }
    // Settings of a caller's own are no surprise.
    guard requests.allSatisfy({ $0.settings.configurationFile == nil }) else { return [] }
    var lines = ["ALSA_CONFIG_PATH", "ALSA_CONFIG_DIR", "ALSA_PLUGIN_DIR"].compactMap { name in
      getenv(name).map { loads(name, String(cString: $0)) }
    }
    for server in Set(requests.compactMap(\.namedServer)) where ServerAddress(server).isRemote {
      lines.append(remote(server))
    }
    return lines
  }

  /// A sound server that is reached over the network.
  static func remote(_ address: String) -> String {
    "the sound server is \(address): audio comes over the network from another machine"
  }

  private static func loads(_ variable: String, _ value: String) -> String {
    "\(variable)=\(value) decides what device names mean and which code is loaded for them"
  }
}
