import AlsaCapture
import ArgumentParser
import AudioFiles
import Conversation
import Dashboard
import FoundationEssentials
import Glibc
import Interject
import LiveCapture
import Reporting

/// `interject monitor`: a call while it runs, heard through devices or replayed.
struct MonitorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "monitor",
    abstract: "Listens to a live call.",
    discussion: """
      By default the agent is heard through the default capture device, and the customer through \
      whatever the headset plays. If both are the same device, two of its channels are used. \
      "interject devices" lists the names.

      On a terminal the call is shown in a dashboard; press "?" there for its keys. Calls are \
      detected automatically, so it can run all day.

      --on runs a shell command for every event of a kind, with the event's JSON on its standard \
      input: at most once a second for each kind. A command that runs for five seconds is ended.

      Exit codes: 0 done, 64 usage, 65 not audio, 66 no such input, 69 no such device, or a device \
      was lost for good, 74 output error, 141 the output's reader is gone, 129, 130 and \
      143 hung up or interrupted, after the summary.
      """)

  @OptionGroup(title: "Parties")
  var devices: MonitorDevices

  @OptionGroup(title: "Call")
  var call: CallOptions

  @Option(
    help: ArgumentHelp("Replay a recording as if it were live.", valueName: "file"),
    completion: .file())
  var replay: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("The speed of the replay; 0 for as fast as possible.", valueName: "factor"))
  var speed: Double?

  @Flag
  var modes: [MonitorMode] = []

  @Flag(help: "With --plain, a line for every event: turns, backchannels, overlaps and so on.")
  var verbose = false

  @Option(
    help: "How the dashboard signals an interruption: none, bell or flash.",
    completion: .list(LiveDashboard.Alert.allCases.map(\.rawValue)))
  var alert = LiveDashboard.Alert.none

  @Option(
    help: ArgumentHelp("Also write the event stream to a file.", valueName: "file"),
    completion: .file())
  var events: String?

  @Option(
    help: ArgumentHelp(
      "Record both parties to a new WAV file.", valueName: "file"),
    completion: .file())
  var record: String?

  @Option(
    help: ArgumentHelp(
      "Save the flags that are marked as wrong to a new file, for \"interject review --answers\".",
      valueName: "file"),
    completion: .file())
  var marks: String?

  @Option(
    help: ArgumentHelp(
      "Run a shell command for an event, such as interruption.", valueName: "event=command"),
    completion: .list(MonitorReaction.events.map { $0 + "=" }),
    transform: MonitorReaction.init(argument:))
  var on: [MonitorReaction] = []

  @Flag(help: "Also show guidance as desktop notifications.")
  var notify = false

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Stop after this many seconds of audio.", valueName: "seconds"))
  var duration: Double?

  @Flag(help: "At the end, print how long the engine's steps took.")
  var timing = false

  @OptionGroup(title: "Words")
  var words: MonitorWordOptions

  @OptionGroup(title: "History")
  var keeping: MonitorHistoryOptions

  @OptionGroup(title: "Settings")
  var settings: SettingsOptions

  func validate() throws {
    if replay != nil, devices.agent != nil || devices.customer != nil {
      throw ValidationError(
        "--replay takes both parties from the recording: leave the devices out.")
    }
    if replay == nil, call.started != nil {
      throw ValidationError("--started needs --replay: a live call starts now.")
    }
    if let speed {
      guard replay != nil else { throw ValidationError("--speed needs --replay.") }
      guard speed == 0 || ReplaySource.possibleSpeeds.contains(speed) else {
        throw ValidationError(
          "--speed \(speed): write a factor from 0.01 to 1000, or 0 for no pacing.")
      }
    }
    if let first = modes.first, let other = modes.first(where: { $0 != first }) {
      throw ValidationError(
        "--\(first.rawValue) and --\(other.rawValue) are two ways to show a call: choose one.")
    }
    if verbose, let mode = modes.first, mode != .plain {
      throw ValidationError("--verbose is for --plain: leave out --\(mode.rawValue).")
    }
    try MonitorFiles(
      replay: replay, events: events, record: record, marks: marks, transcript: words.transcript
    ).validate()
    if let duration, !(duration > 0 && duration <= 1e8) {
      throw ValidationError(
        "--duration \(duration): write a number of seconds above 0, at most 100000000.")
    }
  }

  func run() throws {
    let mode = possible(modes.first ?? .usual)
    var live = LiveSettings(
      configuration: try settings.resolved(), kernels: try .chosen(),
      statusInterval: SampleTime(seconds: 0.2), duration: duration.map { SampleTime(seconds: $0) })
    if let transcript = words.transcript { try FinishedTranscript.refuse(transcript) }
    live.words = try words.start()
    let history = try keeping.history(try settings.history(), isReplay: replay != nil)
    let recording = record.map { MonitorRecording(path: $0) }
    let preference = try settings.dashboard()
    let flags = MonitorDashboardOutput.Flags(
      alert: alert, history: history,
      wordsStay: SampleTime(seconds: live.configuration.guidance.shownFor), recording: recording,
      clock: clock, detail: verbose ? .everything : .news,
      theme: preference.theme.flatMap(DashboardTheme.init(rawValue:)) ?? .usual,
      goal: preference.goal)
    // Only a recording that is not paced can wait for who reads.
    let slowReader = speed == 0 ? OutputFile.SlowReader.waits : .drops
    var outputs: [any MonitorOutput] = [mode.output(flags, slowReader)]
    let stream = try events.map { path throws(CommandFailure) in
      try MonitorEventFile(path: path, slowReader)
    }
    if let stream { outputs.append(stream) }
    if let history { outputs.append(history) }
    if let recording { outputs.append(recording) }
    if let marks { outputs.append(try MonitorMarks(path: marks, recording: record)) }
    if notify { outputs.append(MonitorNotification(clock: clock)) }
    // The connection to a remote terminal may break: the calls until then count all the same.
    Termination.observe(SIGHUP)
    let isCalm = mode == .line && stream?.isReadLater ?? true && on.isEmpty && !notify
    let reactions = MonitorReactions(on, isQuiet: mode == .dashboard || mode == .line)
    let ending = try follow(&live, outputs, reactions, history, recording, calm: isCalm)
    if mode != .jsonl { sayWhatIsKept(history, ending) }
    if timing { report(ending.steps) }
    if let device = ending.goneDevice {
      throw CommandFailure(
        exitCode: 69,
        message: "device '\(device)' was lost and did not come back within "
          + "\(Int(devices.patience.rounded())) s; \(devices.remedy(forLost: device))")
    }
    if let signal = Termination.signal { throw CommandFailure(signal: signal) }
  }

  /// Events of a recording have its times, as in its report; live ones those of their call.
  private var clock: EventClock {
    guard replay == nil else { return EventClock(.stream) }
    return EventClock(.call, secondOfDay: LocalTime.current.second(of: Date.now))
  }

  private func follow(
    _ live: inout LiveSettings, _ written: [any MonitorOutput], _ reactions: MonitorReactions,
    _ history: MonitorHistory?, _ recording: MonitorRecording?, calm: Bool
  ) throws -> LiveEnding {
    let preference = replay == nil ? try settings.devices() : DevicePreference()
    let devices = devices.completed(by: preference)
    do {
      if let replay {
        let recorded = CallSource(
          .together(AudioInput(argument: replay)), channels: devices.channels)
        let identity = try call.identity(of: recorded)
        let source = try ReplaySource.open(
          recorded, speed: speed ?? 1, isStopped: { Termination.isRequested })
        live.identity = identity.lasting(source.length)
        history?.isReplay = true
        history?.recordingBegan = call.began(identity, file: replay, lasting: source.length)
        live.recorder = try recording?.start(rate: source.rate)
        let parties = source.session.parties
        let heard =
          "agent = \(parties.agent), customer = \(parties.customer) of \(source.session.source)"
        var call = try LiveCall.start(source, settings: live)
        return try MonitorRun(outputs: written, reactions: reactions, heard: heard)
          .follow(&call)
      }
      let names = try self.devices.names(preference)
      let source = try CaptureSource.start(
        devices.source(names, calm: calm), patience: devices.patience,
        started: Date.now.formatted(.iso8601))
      let outputs = source.outputs
      live.recorder = try recording?.start(rate: source.rate)
      live.identity = CallIdentity(callID: call.callID, agentID: call.agentID)
      var call = try LiveCall.start(source, settings: live)
      return try MonitorRun(
        outputs: written, reactions: reactions, heard: devices.heard(names), playing: outputs
      ).follow(&call)
    } catch let error as CaptureError {
      throw devices.failure(error)
    } catch let error as AudioFileError {
      throw CommandFailure(error, for: .replay)
    } catch let error as LiveCallError {
      throw CommandFailure(exitCode: 71, message: error.description)
    }
  }

  /// Plain lines where a dashboard was asked for that the terminal cannot show.
  private func possible(_ mode: MonitorMode) -> MonitorMode {
    guard mode == .dashboard, !MonitorMode.hasScreen else { return mode }
    // No need to say it if words come from the standard input: then no keys can.
    guard modes.first != nil || words.transcript != "-" else { return .plain }
    StandardError.write(
      "interject: no terminal for a dashboard here; showing plain lines instead\n")
    return .plain
  }

  private func sayWhatIsKept(_ history: MonitorHistory?, _ ending: LiveEnding) {
    guard StandardError.isTerminal else { return }
    if let history {
      // It has been said that all were there already.
      if history.saved == 0, history.known > 0 { return }
      let calls = history.saved == 1 ? "1 call" : "\(history.saved) calls"
      StandardError.write("Saved: \(calls); see interject history and interject trends.\n")
    } else if replay == nil, ending.summary.calls ?? 0 > 0 {
      StandardError.write(
        "Not saved: with --save, interject history and trends show these calls.\n")
    }
  }

  private func report(_ steps: StepTimes) {
    guard let median = steps.quantile(0.5), let rare = steps.quantile(0.999) else { return }
    StandardError.write(
      "engine: \(steps.count) steps of 10 ms, half within \(median) us, 99.9 % within \(rare) us, "
        + "longest \(steps.longestMicroseconds) us\n")
  }
}
