import AlsaCapture
import ArgumentParser
import Reporting

/// `interject devices`: what `monitor` can hear.
struct DevicesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "devices",
    abstract: "Lists the capture devices.",
    discussion: """
      "monitor" takes every name in the list, and any other ALSA name, such as plughw:1. For a name \
      of the sound server, any part that only one of them contains will do.
      """)

  @Flag(help: "Write JSON.")
  var json = false

  func run() throws {
    let list: CaptureDeviceList
    do throws(CaptureError) {
      list = try .current()
    } catch {
      throw CommandFailure(exitCode: 69, message: error.description)
    }
    var output = OutputFile.standard
    if json {
      try output.append(DevicesText.json(list))
    } else {
      try output.append(lines: DevicesText.lines(list))
    }
    try output.flush()
  }
}
