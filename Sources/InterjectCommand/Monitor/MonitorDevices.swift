import AlsaCapture
import ArgumentParser
import AudioFiles
import Conversation
import Glibc
import Interject
import LiveCapture
import SoundServer

/// The options that say where the parties of a live call are heard.
struct MonitorDevices: ParsableArguments {
  @Option(help: ArgumentHelp("The capture device that hears the agent.", valueName: "device"))
  var agent: String?

  @Option(
    help: ArgumentHelp("The agent's channel: left, right or a number.", valueName: "channel"),
    completion: .list(["left", "right"]),
    transform: ChannelNumber.init(option:))
  var agentChannel: ChannelNumber?

  @Option(help: ArgumentHelp("The capture device that hears the customer.", valueName: "device"))
  var customer: String?

  @Option(
    help: ArgumentHelp("The customer's channel: left, right or a number.", valueName: "channel"),
    completion: .list(["left", "right"]),
    transform: ChannelNumber.init(option:))
  var customerChannel: ChannelNumber?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "How long to wait for a lost device before giving up.", valueName: "seconds"))
  var patience: Double = 60

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "How often devices are read, 20 by default: lower for less delay, higher for less work.",
      valueName: "ms"))
  var period: Int?

  // Half the wake-ups of the usual 10 ms, for a delay that nobody notices.
  private static let usualPeriod = 20
  // A line that is drawn four times a second waits for no event, nor does a file.
  private static let calmPeriod = 40

  func validate() throws {
    if let period { try CaptureSettings.check(period: period) }
    guard CaptureSource.possiblePatience.contains(patience) else {
      throw ValidationError("--patience \(patience): write seconds from 0 to 100000000.")
    }
    let chosen = channels
    let agentNumber = number(chosen.agent, or: .left)
    if agentDevice == customerDevice, agentNumber == number(chosen.customer, or: .right) {
      throw ValidationError(
        "channel \(agentNumber) was chosen for both parties; choose another for one of them.")
    }
  }

  /// These options, with what the configuration file says where they say nothing.
  ///
  /// A channel of the file is one of the file's device.
  func completed(by preference: DevicePreference) -> MonitorDevices {
    var all = self
    if agent == nil {
      all.agent = preference.devices.agent?.value
      all.agentChannel = agentChannel ?? preference.channels.agent
    }
    if customer == nil {
      all.customer = preference.devices.customer?.value
      all.customerChannel = customerChannel ?? preference.channels.customer
    }
    return all
  }

  /// The devices by the names that ALSA opens; for those from the settings file, with the line.
  func names(_ preference: DevicePreference) throws(CommandFailure) -> MonitorNames {
    let all = completed(by: preference)
    return try MonitorNames(
      agent: all.agent, customer: all.customer,
      places: PartyPair(
        agent: agent == nil ? preference.devices.agent?.place : nil,
        customer: customer == nil ? preference.devices.customer?.place : nil))
  }

  /// The device that hears the agent.
  var agentDevice: String { agent ?? "default" }

  /// The device that hears the customer.
  var customerDevice: String { customer ?? CaptureDeviceList.monitorName }

  /// The channels that were chosen.
  var channels: CallSource.ChannelChoice {
    CallSource.ChannelChoice(agent: agentChannel, customer: customerChannel)
  }

  /// Both parties on two channels of one device where both name the same, else on two devices.
  ///
  /// Nothing waits for the events of a `calm` use, which saves wake-ups.
  ///
  /// The devices have `names` for ALSA, which need not be what the user has written.
  func source(_ names: MonitorNames, calm: Bool) throws(CommandFailure) -> CallDevices {
    let period = period ?? (calm ? Self.calmPeriod : Self.usualPeriod)
    let chosen = channels
    guard names.agent != names.customer else {
      let numbers = [number(chosen.agent, or: .left), number(chosen.customer, or: .right)]
      guard numbers[0] != numbers[1] else {
        throw CommandFailure(
          exitCode: 64,
          message: "both parties use channel \(numbers[0]) of '\(names.agent)': name "
            + "another device or channel for one of them")
      }
      return .oneDevice(request(names.agent, numbers, period))
    }
    return .twoDevices(
      agent: request(names.agent, list(chosen.agent), period),
      customer: request(names.customer, list(chosen.customer), period))
  }

  /// What is heard, in words.
  func heard(_ names: MonitorNames) -> String {
    let chosen = channels
    if names.agent == names.customer {
      return "agent = channel \(number(chosen.agent, or: .left)), "
        + "customer = channel \(number(chosen.customer, or: .right)) of \(names.agent)"
    }
    return "agent = \(words(names.agent, chosen.agent)), "
      + "customer = \(words(names.customer, chosen.customer))"
  }

  /// The failure to open a device, with the remedy for one that nobody named.
  func failure(_ error: CaptureError) -> CommandFailure {
    if let missing = DeviceNames.missing(error.device) { return missing }
    let message: String
    if customer == nil, error.device == customerDevice {
      message = DevicesText.playedRemedy + "; 'interject devices' lists them"
    } else if agent == nil, error.device == agentDevice, error.code == .unknownDevice {
      message =
        "there is no default capture device: name the one that hears the agent with --agent; "
        + "'interject devices' lists them"
    } else {
      message = error.withCommands
    }
    return CommandFailure(exitCode: 69, message: message + Self.remoteServer)
  }

  /// What else there is to say of a failure: that the sound server was to be on another machine.
  private static var remoteServer: String {
    guard let server = getenv("PULSE_SERVER").map({ String(cString: $0) }),
      ServerAddress(server).isRemote
    else { return "" }
    return "; PULSE_SERVER=\(server) points to another machine on the network"
  }

  /// What to do about a device that has stayed away.
  func remedy(forLost device: String) -> String {
    let isHardware = ["hw:", "plughw:", "dsnoop:", "sysdefault:"].contains { device.hasPrefix($0) }
    return isHardware
      ? "plug it in again and restart, or name another device"
      : "start the sound server or plug the device in again, and restart; "
        + "'interject devices' lists the devices"
  }

  private func request(_ device: String, _ channels: [Int], _ period: Int) -> CaptureRequest {
    CaptureRequest(
      device: device, channels: channels, settings: CaptureSettings(period: period))
  }

  private func list(_ channel: ChannelNumber?) -> [Int] {
    channel.map { [$0.index + 1] } ?? []
  }

  private func number(_ channel: ChannelNumber?, or usual: ChannelNumber) -> Int {
    (channel ?? usual).index + 1
  }

  private func words(_ device: String, _ channel: ChannelNumber?) -> String {
    let name =
      switch device {
      case "default": "the default capture device"
      case CaptureDeviceList.monitorName: "everything the headset plays"
      default: device
      }
    return channel.map { "channel \($0.index + 1) of \(name)" } ?? name
  }
}
