import AlsaCapture
import ArgumentParser
import Reporting

/// `interject devices`: what `monitor` can hear.
struct DevicesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "devices",
    abstract: "Lists the capture devices.",
    discussion: """
      Any other ALSA name can be given to "monitor" as well, such as plughw:1 or \
      pulse:DEVICE=NAME.monitor.
      """)

  @Flag(help: "Write JSON.")
  var json = false

  func run() throws {
    let list = CaptureDeviceList.current()
    var output = OutputFile.standard
    if json {
      try output.append(DevicesText.json(list))
    } else {
      try output.append(lines: DevicesText.lines(list))
    }
    try output.flush()
  }
}
