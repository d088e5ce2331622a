import AlsaCapture
import ArgumentParser
import AudioFiles
import Conversation
import FoundationEssentials
import Glibc
import Interject
import LiveCapture
import Reporting
import Setup

/// `interject check`: whether both sides of a call are heard as they should be.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Listens to both sides and says whether the set-up is right.",
    discussion: """
      It asks you to say something and to play something, and shows both levels meanwhile. Then it \
      says which microphone and output it hears, whether the two sides are apart, and how to fix what \
      is wrong. The devices are chosen as for "monitor".

      The choice is saved in the table [monitor] of the settings file, which "monitor" and \
      "check" read. Nothing else in the file is changed.

      Exit codes: 0 the set-up is right, 1 it is not, 64 usage, 65 not audio, 66 no such input, 69 no \
      such device, or a device was lost for good, 74 output error, 130 and 143 interrupted.
      """)

  @OptionGroup(title: "Parties")
  var devices: MonitorDevices

  @Option(
    help: ArgumentHelp("Check a recording instead of devices.", valueName: "file"),
    completion: .file())
  var replay: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("How long to listen at most; 35 by default.", valueName: "seconds"))
  var duration: Double?

  @Flag(help: "Save these devices in the settings file without asking.")
  var write = false

  @Flag(help: "Write JSON.")
  var json = false

  @OptionGroup(title: "Settings")
  var settings: SettingsOptions

  private static let possibleDurations = 1.0...3600.0

  func validate() throws {
    if replay != nil, devices.agent != nil || devices.customer != nil {
      throw ValidationError(
        "--replay takes both parties from the recording: leave the devices out.")
    }
    if replay != nil, write {
      throw ValidationError(
        "--write saves devices, and --replay uses none: leave one of them out.")
    }
    if replay == "" { throw ValidationError("--replay '': name a file.") }
    if let duration, !Self.possibleDurations.contains(duration) {
      throw ValidationError("--duration \(duration): write seconds from 1 to 3600.")
    }
  }

  func run() throws {
    Termination.observe()
    let isRight = try replay.map(checkRecording) ?? checkDevices()
    if let signal = Termination.signal { throw CommandFailure(signal: signal) }
    guard isRight else { throw CommandFailure(exitCode: 1, message: nil) }
  }

  private func checkRecording(_ path: String) throws -> Bool {
    let screen = CheckScreen(isQuiet: true)
    do {
      let source = try ReplaySource.open(
        CallSource(.together(AudioInput(argument: path)), channels: devices.channels), speed: 0,
        isStopped: { Termination.isRequested })
      let parties = source.session.parties
      let around = SetupSurroundings(
        heard: PartyPair(
          agent: SetupDevice(name: "\(parties.agent) of \(path)"),
          customer: SetupDevice(name: "\(parties.customer) of \(path)")), isRecording: true)
      let run = CheckRun(
        settings: try settings.resolved(), kernels: try .chosen(), duration: duration,
        asks: false, screen: screen)
      let verdict = try run.hear(source, surroundings: { _ in around }).check.verdict
      try report(verdict, around)
      return verdict.isRight
    } catch let error as AudioFileError {
      throw CommandFailure(error, for: .replay)
    }
  }

  private func checkDevices() throws -> Bool {
    let choice = CheckChoice(settings)
    let preference = try choice.preference()
    var options = devices
    while true {
      let names = try options.names(preference)
      let completed = options.completed(by: preference)
      let (check, around) = try hear(names, completed)
      let verdict = check.verdict
      try report(verdict, around)
      if Termination.isRequested { return verdict.isRight }
      if let output = verdict.betterOutput {
        if !json, CheckQuestion.ask("Listen to \(output.title) instead?", usually: true) {
          (options.customer, options.customerChannel) = (output.name, nil)
          continue
        }
        if Termination.isRequested { return verdict.isRight }
        if !json {
          StandardError.write(
            "To try it, and save it for monitor: interject check --customer \(output.name) --write\n"
          )
        }
      }
      try keep(choice.texts(of: options, around), choice, isRight: verdict.isRight)
      return verdict.isRight
    }
  }

  private func hear(
    _ names: MonitorNames, _ options: MonitorDevices
  ) throws -> (check: SetupCheck, around: SetupSurroundings) {
    let finder = CheckDevices(names)
    do {
      let source = try CaptureSource.start(
        try options.source(names, calm: false), patience: options.patience)
      let outputs = source.outputs
      let run = CheckRun(
        settings: try settings.resolvedIfThere(), kernels: try .chosen(), duration: duration,
        asks: true, screen: CheckScreen(isQuiet: json && !StandardError.isTerminal))
      return try run.hear(source) { finder.surroundings(in: outputs.state, moved: $0) }
    } catch let error as CaptureError {
      throw options.failure(error)
    }
  }

  private func report(_ verdict: SetupVerdict, _ around: SetupSurroundings) throws {
    var output = OutputFile.standard
    if json {
      try output.append(SetupJSON.bytes(verdict, around) { $0.remedy(around) })
    } else {
      try output.append(lines: SetupText(.terminal).lines(verdict, around) { $0.remedy(around) })
    }
    try output.flush()
  }

  /// Keeps the choice in the configuration file, where that was asked for or is agreed to.
  private func keep(
    _ texts: [(name: String, value: String)], _ choice: CheckChoice, isRight: Bool
  ) throws {
    guard !texts.isEmpty else {
      if write {
        StandardError.write("interject: nothing to save: no device was named\n")
      }
      return
    }
    guard isRight else {
      if write { StandardError.write("interject: nothing was saved: the set-up is not right\n") }
      return
    }
    let path = try choice.path()
    guard try choice.isNew(texts) else {
      if write { StandardError.write("interject: \(path) has this choice already\n") }
      return
    }
    let question = "Save this choice for monitor in \(path)?"
    guard write || (!json && CheckQuestion.ask(question, usually: false)) else { return }
    try choice.keep(texts)
    StandardError.write("Saved in \(path): monitor uses these devices from now on.\n")
  }
}
