import AlsaCapture
import Reporting

/// The list of capture devices as text and as JSON.
enum DevicesText {
  /// A line for each device, and one for each party's default.
  static func lines(_ list: CaptureDeviceList) -> [String] {
    let width = list.devices.map(\.name.count).max() ?? 0
    var lines = list.devices.map { device in
      let name = device.name + String(repeating: " ", count: width - device.name.count)
      let facts = [offer(of: device), device.description].filter { !$0.isEmpty }
      return "\(name)  \(facts.joined(separator: "; "))"
    }
    if lines.isEmpty { lines.append("no capture device") }
    lines.append("")
    lines.append(
      "agent by default:     "
        + (list.defaultName ?? "none; name the device that hears the agent with --agent"))
    lines.append(
      "customer by default:  "
        + (list.playedName.map { "\($0) (everything the headset plays)" }
          ?? "none; " + CaptureDeviceList.playedRemedy))
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
      put(device.problem?.description, in: &text)
      text.endObject()
    }
    text.endArray()
    text.endObject()
    text.endLine()
    return text.bytes
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
