import AlsaCapture
import ArgumentParser
import Benchmarking

/// `interject bench capture`: how a capture device behaves.
struct BenchCaptureCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "capture",
    abstract: "Measures a capture device: period, jitter, overruns, wake-up delay, drift.")

  @Option(help: ArgumentHelp("The ALSA name of the agent's microphone.", valueName: "device"))
  var agent: String = "default"

  @Option(help: ArgumentHelp("The device that carries the customer.", valueName: "device"))
  var customer: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("How long to listen to each device.", valueName: "seconds"))
  var duration: Double = 10

  @Option(parsing: .unconditional, help: ArgumentHelp("The period to ask for.", valueName: "ms"))
  var period: Int = 10

  @Option(
    help: ArgumentHelp(
      "Play a call on this output for --agent to hear on two channels; measure from sound to event.",
      valueName: "output"))
  var play: String?

  @Flag(help: "Write JSON, one object per device.")
  var json = false

  func validate() throws {
    try BenchCommand.check(duration: duration)
    try CaptureSettings.check(period: period)
    guard play == nil || customer == nil else {
      throw ValidationError("--play hears both parties through --agent; leave --customer out.")
    }
  }

  func run() throws {
    Termination.observe()
    let benchmark = CaptureBenchmark(seconds: duration)
    let settings = CaptureSettings(period: period)
    if let play { return try measureLoopBack(from: play, settings) }
    for device in [agent] + [customer].compactMap({ $0 }) where !Termination.isRequested {
      do {
        let report = try benchmark.run(
          CaptureRequest(device: device, settings: settings),
          isStopped: { Termination.isRequested })
        try OutputFile.emit(report, asJSON: json)
      } catch let error as CaptureError {
        throw CommandFailure(exitCode: 69, message: error.withCommands)
      }
    }
    if let signal = Termination.signal { throw CommandFailure(signal: signal) }
  }

  private func measureLoopBack(from output: String, _ settings: CaptureSettings) throws {
    do {
      let report = try LoopBackBenchmark(seconds: duration).run(
        playing: output,
        hearing: CaptureRequest(device: agent, channels: [1, 2], settings: settings),
        isStopped: { Termination.isRequested })
      try OutputFile.emit(report, asJSON: json)
    } catch let error as CommandFailure {
      throw error
    } catch {
      throw CommandFailure(exitCode: 69, message: "\(error)")
    }
    if let signal = Termination.signal { throw CommandFailure(signal: signal) }
  }
}
