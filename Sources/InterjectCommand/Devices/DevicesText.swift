import AlsaCapture
import Reporting
import SoundServer

/// The list of capture devices as text and as JSON.
enum DevicesText {
  /// What to do where there is no name for what the headset plays.
  static let playedRemedy = """
    no sound server offers what the headset plays: name the device that hears the customer with \
    --customer, such as a second input or an output
    """

  /// A line for each device, and one for each party's default.
  static func lines(_ list: CaptureDeviceList) -> [String] {
    let width = list.devices.map(\.name.count).max() ?? 0
    var lines = list.devices.map { device in
      let name = device.name + String(repeating: " ", count: width - device.name.count)
      let facts = [offer(of: device), device.description].filter { !$0.isEmpty }
      return "\(name)  \(facts.joined(separator: "; "))"
    }
    if lines.isEmpty {
      lines.append(
        "no capture device: connect a microphone, or start PulseAudio or PipeWire as this user")
    }
    if let server = list.server { lines += self.lines(server) }
    lines.append("")
    lines.append(
      "agent by default:     "
        + (list.defaultName ?? "none; name the device that hears the agent with --agent"))
    lines.append(
      "customer by default:  "
        + (list.playedName.map { "\($0) (everything the headset plays)" }
          ?? "none; " + playedRemedy))
    return lines
  }

  /// The sound server's outputs, in which a customer is heard, and its inputs.
  private static func lines(_ server: SoundServerState) -> [String] {
    let inputs = server.sources.filter { !$0.isMonitor }
    let width = (server.sinks + inputs).map(\.name.count).max() ?? 0
    func line(_ device: SoundDevice, _ facts: [String]) -> String {
      let name = device.name + String(repeating: " ", count: width - device.name.count)
      let known = (facts + [device.description]).filter { !$0.isEmpty }
      return "\(name)  \(known.joined(separator: "; "))"
    }
    var lines: [String] = []
    if !server.isLocal {
      lines += ["", "the sound server \(server.address) is on another machine, over the network"]
    }
    if !server.sinks.isEmpty {
      lines += ["", "outputs of the sound server, for --customer:"]
      for sink in server.sinks {
        let playing = server.programs(playingOn: sink)
        lines.append(
          line(
            sink,
            [
              sink.name == server.defaultSink ? "default" : "",
              playing.isEmpty ? "" : "playing \(playing.joined(separator: ", "))",
            ]))
      }
    }
    if !inputs.isEmpty {
      lines += ["", "inputs of the sound server, for --agent:"]
      for source in inputs {
        lines.append(line(source, [source.name == server.defaultSource ? "default" : ""]))
      }
    }
    return lines
  }

  /// An object with the devices and both defaults.
  static func json(_ list: CaptureDeviceList) -> [UInt8] {
    var text = JSONText(brokenLevels: 2)
    text.beginObject()
    text.name("default")
    put(list.defaultName, in: &text)
    text.name("headset")
    put(list.playedName, in: &text)
    text.name("devices")
    text.beginArray()
    for device in list.devices {
      text.beginObject()
      text.name("name")
      text.value(device.name)
      text.name("description")
      text.value(device.description)
      put(device.channels, as: "channels", in: &text)
      put(device.rates, as: "rates", in: &text)
      text.name("problem")
      put(device.problem?.withCommands, in: &text)
      text.endObject()
    }
    text.endArray()
    text.name("server")
    put(list.server, in: &text)
    text.endObject()
    text.endLine()
    return text.bytes
  }

  /// The sound server: where sound is played and captured, by the names that `monitor` takes.
  private static func put(_ server: SoundServerState?, in text: inout JSONText) {
    guard let server else { return text.null() }
    text.beginObject()
    text.name("software")
    text.value(server.software)
    text.name("remote")
    put(server.isLocal ? nil : server.address, in: &text)
    text.name("outputs")
    text.beginArray()
    for sink in server.sinks {
      put(sink, isDefault: sink.name == server.defaultSink, in: &text) { text in
        text.name("playing")
        text.beginArray()
        for program in server.programs(playingOn: sink) { text.value(program) }
        text.endArray()
      }
    }
    text.endArray()
    text.name("inputs")
    text.beginArray()
    for source in server.sources where !source.isMonitor {
      put(source, isDefault: source.name == server.defaultSource, in: &text) { _ in }
    }
    text.endArray()
    text.endObject()
  }

  private static func put(
    _ device: SoundDevice, isDefault: Bool, in text: inout JSONText,
    more: (inout JSONText) -> Void
  ) {
    text.beginObject()
    text.name("name")
    text.value(device.name)
    text.name("description")
    text.value(device.description)
    text.name("default")
    text.value(isDefault)
    more(&text)
    text.endObject()
  }

  private static func offer(of device: ListedDevice) -> String {
    guard device.problem == nil else { return "in use by another program" }
    let channels = device.channels.map { range in
      range == 1...1 ? "1 channel" : words(range) + " channels"
    }
    return [channels, device.rates.map { words($0) + " Hz" }].compactMap(\.self)
      .joined(separator: ", ")
  }

  private static func words(_ range: ClosedRange<Int>) -> String {
    range.count == 1 ? "\(range.lowerBound)" : "\(range.lowerBound)-\(range.upperBound)"
  }

  private static func put(_ name: String?, in text: inout JSONText) {
    if let name { text.value(name) } else { text.null() }
  }

  private static func put(
    _ range: ClosedRange<Int>?, as name: String, in text: inout JSONText
  ) {
    text.name(name)
    guard let range else { return text.null() }
    text.beginArray()
    text.value(range.lowerBound)
    text.value(range.upperBound)
    text.endArray()
  }
}
