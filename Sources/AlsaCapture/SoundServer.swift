internal import Glibc

/// What must be asked of the sound server because ALSA's plugin cannot tell it.
enum SoundServer {
  /// The name to open for a device's.
  ///
  /// PipeWire does not know PulseAudio's word for what the default output plays and gives the
  /// microphone instead (seen with 0.3.65), so there the word is replaced by the name that it stands
  /// for now. Where `pactl` is missing nothing is replaced.
  static func resolved(_ device: String) -> String {
    guard device == CaptureDeviceList.monitorName, let source = playedSource(info: information())
    else { return device }
    return "pulse:DEVICE=\(source)"
  }

  /// The source that hears the default output, from the words of `pactl info`; nil but for PipeWire.
  static func playedSource(info: String) -> String? {
    var isPipeWire = false
    var sink: Substring?
    for line in info.split(separator: "\n") {
      if line.hasPrefix("Server Name:") { isPipeWire = line.contains("PipeWire") }
      if line.hasPrefix("Default Sink: ") { sink = line.dropFirst("Default Sink: ".count) }
    }
    guard isPipeWire, let sink, !sink.isEmpty else { return nil }
    return "\(sink).monitor"
  }

  private static func information() -> String {
    // A dead server must not stop the program, and the words must not be translated.
    guard let pipe = popen("LC_ALL=C timeout 2 pactl info 2>/dev/null", "re") else { return "" }
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
