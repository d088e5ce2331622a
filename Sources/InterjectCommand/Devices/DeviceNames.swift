import AlsaCapture
import SoundServer

/// Devices as users name them, made names that ALSA opens.
enum DeviceNames {
  /// The ALSA name for a user's: itself where ALSA knows it, else the sound server's device of that name.
  static func device(
    _ name: String, for use: SoundName.Use
  ) throws(CommandFailure) -> String {
    if isServer(name) { return name }
    let isDefined = CaptureRequest.isDefined(name)
    guard !isDefined || name.contains(":"), let server = server() else { return name }
    let names = SoundName(server)
    // Bluetooth devices have an address with colons in their names, as ALSA's have parameters.
    if let source = names.exact(name, for: use) {
      return CaptureRequest.device(hearing: source.name)
    }
    guard !isDefined, !name.contains(":") else { return name }
    switch names.match(name, for: use) {
    case .one(let source): return CaptureRequest.device(hearing: source.name)
    case .several(let names):
      throw CommandFailure(
        exitCode: 69,
        message: "'\(name)' could mean \(names.joined(separator: " or ")): give more of the name")
    case .none(let names): throw noDevice(name, names)
    }
  }

  /// Why a device of the sound server could not be opened, where that has none of its name.
  static func missing(_ device: String) -> CommandFailure? {
    guard case .named(let name) = CaptureRequest(device: device).choice, let server = server(),
      SourceChoice.named(name).source(in: server) == nil
    else { return nil }
    return noDevice(name, server.sources.map(\.name))
  }

  /// Ends before ALSA's plugin waits half a minute for a sound server that hangs.
  static func awaitServer(of devices: [String]) throws(CommandFailure) {
    guard let device = devices.first(where: isServer) else { return }
    do throws(CaptureError) {
      try CaptureDevice.awaitServer(device)
    } catch {
      throw CommandFailure(exitCode: 69, message: error.description)
    }
  }

  private static func noDevice(_ name: String, _ names: [String]) -> CommandFailure {
    let there =
      names.isEmpty ? "the server has none" : "the server has \(names.joined(separator: ", "))"
    return CommandFailure(
      exitCode: 69,
      message: "neither ALSA nor the sound server has a device '\(name)': \(there); "
        + "'interject devices' lists all names")
  }

  /// Whether a name is one of those that lead to a sound server everywhere.
  private static func isServer(_ device: String) -> Bool {
    ["default", "pulse", "pipewire"].contains { device == $0 || device.hasPrefix("\($0):") }
  }

  private static func server() -> SoundServerState? {
    try? SoundServerConnection.open().look()
  }
}
