internal import Glibc

/// What must be asked of the sound server because ALSA's plugin cannot tell it.
enum SoundServer {
  /// The name to open for a device's.
  ///
  /// PipeWire does not know PulseAudio's word for what the default output plays and gives the
  /// microphone instead (seen with 0.3.65), so there the word is replaced by the name that it stands
  /// for now. Where `pactl` is missing nothing is replaced; where it has no answer, as of a server
  /// that is still starting, the device cannot be reached yet.
  static func resolved(_ device: String) throws(CaptureError) -> String {
    guard device == CaptureDeviceList.monitorName else { return device }
    let information = self.information()
    return information == noQuestioner ? device : try playedDevice(information: information)
  }

  /// The device that hears the default output, from the words of `pactl info`.
  static func playedDevice(information: String) throws(CaptureError) -> String {
    let device = CaptureDeviceList.monitorName
    var server: Substring?
    var sink: Substring = ""
    for line in information.split(separator: "\n") {
      if line.hasPrefix("Server Name:") { server = line }
      if line.hasPrefix("Default Sink: ") { sink = line.dropFirst("Default Sink: ".count) }
    }
    if let server, !server.contains("PipeWire") { return device }
    // Before PipeWire has an output it names its word for one.
    guard server != nil, !sink.isEmpty, !sink.hasPrefix("@") else {
      throw CaptureError(
        device: device, operation: "opening capture device", result: -ECONNREFUSED)
    }
    return "pulse:DEVICE=\(sink).monitor"
  }

  /// What stands for the words of `pactl` where there is none.
  private static let noQuestioner = "no pactl\n"

  private static func information() -> String {
    // A dead server must not stop the program, and the words must not be translated.
    let command = """
      if command -v pactl >/dev/null; then LC_ALL=C timeout 2 pactl info 2>/dev/null
      else echo no pactl; fi
      """
    guard let pipe = popen(command, "re") else { return "" }
    defer { pclose(pipe) }
    var text: [UInt8] = []
    var byte = getc(pipe)
    while byte != EOF, text.count < 65_536 {
      text.append(UInt8(truncatingIfNeeded: byte))
      byte = getc(pipe)
    }
    return String(decoding: text, as: UTF8.self)
  }
}
