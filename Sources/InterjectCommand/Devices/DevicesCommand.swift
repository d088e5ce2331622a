import AlsaCapture
import ArgumentParser
import Reporting

/// `interject devices`: what `monitor` can hear.
struct DevicesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "devices",
    abstract: "Lists the capture devices.",
    discussion: """
      Every name in the list can be given to "monitor", and any other ALSA name as well, such as \
      plughw:1. Of the sound server's names, a part that only one of them has will do.
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
