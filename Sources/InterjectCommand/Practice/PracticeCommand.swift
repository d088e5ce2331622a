import ArgumentParser
import AudioFiles
import Conversation
import FoundationEssentials
import Interject
import Practice
import Words

/// `interject practice`: a customer is played, and the trainee's listening is scored.
struct PracticeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "practice",
    abstract: "Plays a customer and scores how you listen.",
    discussion: """
      The customer tells a story through the headset, goes on when you encourage, stops when you \
      interrupt, and asks whether you are still there after a long silence. Afterwards you see the \
      score of each drill, and the moments behind it. Ctrl-C ends it early.

      Without a name it plays the first built-in story; --list shows them. A recording of a customer \
      alone works as a story too: its pauses are the places to listen.

      Exit codes: 0 done, 64 usage, 65 not a story or not audio, 66 no such input, 69 no such device, \
      or a device was lost, 74 output error, 130 and 143 interrupted, after the debrief.
      """)

  @Argument(
    help: ArgumentHelp(
      "A built-in story, a story in TOML, or the recording of a customer.", valueName: "story"),
    completion: .file())
  var story: String?

  @Flag(help: "List the built-in stories.")
  var list = false

  @Option(
    help: "How much patience it takes.",
    completion: .list(StoryDifficulty.allCases.map(\.rawValue)))
  var difficulty = StoryDifficulty.medium

  @Option(help: ArgumentHelp("The capture device that hears you.", valueName: "device"))
  var agent: String?

  @Option(help: ArgumentHelp("The output that plays the customer.", valueName: "device"))
  var output: String?

  @Option(
    help: ArgumentHelp(
      "Score a recorded trainee instead, and play nothing.", valueName: "file"),
    completion: .file())
  var trainee: String?

  @Option(
    help: ArgumentHelp(
      "Record both to a new WAV file, you on the left.", valueName: "file"),
    completion: .file())
  var record: String?

  @Flag(help: "Also show the moments that went well.")
  var all = false

  @OptionGroup(title: "Words")
  var words: PracticeWords

  @OptionGroup(title: "Progress")
  var progress: PracticeProgress

  @OptionGroup(title: "Settings")
  var settings: SettingsOptions

  func validate() throws {
    if list, story != nil { throw ValidationError("--list takes no story.") }
    if progress.progress, story != nil { throw ValidationError("--progress takes no story.") }
    if trainee != nil, agent != nil || output != nil {
      throw ValidationError("--trainee takes a recording: leave the devices out.")
    }
    if trainee == nil, words.transcript != nil {
      throw ValidationError("--transcript needs a recorded trainee: name one with --trainee.")
    }
  }

  func run() throws {
    var lines = OutputFile.standard
    if list || progress.progress {
      try lines.append(lines: list ? stories() : progress.lines())
      return try lines.finish()
    }
    let story = try read(story ?? StoryLibrary.names[0])
    let history = try progress.history(settings.history(), isReplay: trainee != nil)
    let configuration = try settings.resolved()
    let source = try words.source()
    let samples = try trainee.map { try recorded($0) }
    Termination.observe()
    let began = Date.now
    var heading = ["\(story.title), \(difficulty.rawValue)"]
    if !story.opening.isEmpty { heading.append(story.opening) }
    try lines.append(lines: heading + [""])
    try lines.flush()
    let ended: Ending
    if let samples {
      var run = try start(story, configuration, source, lines)
      try run.replay(samples)
      ended = try end(&run, .recordingOver)
    } else {
      ended = try practise(story, configuration, source, lines)
    }
    try history?.keep(ended.debrief, began: began)
    if let loss = ended.end.loss {
      throw CommandFailure(exitCode: 69, message: "\(loss); plug in the headset and start over")
    }
    if let signal = Termination.signal { throw CommandFailure(signal: signal) }
    // The debrief stands without the words; the exit code and the line say that they were refused.
    if let refusal = ended.refusal {
      let place = words.transcript ?? "--recognize"
      throw CommandFailure(exitCode: 65, message: "\(place): \(refusal)")
    }
  }

  /// What a practice came to, and what went wrong in it.
  private struct Ending {
    var debrief: Debrief
    /// Why the words were not used.
    var refusal: String?
    /// Why it ended.
    var end: PracticeEnd
  }

  /// Practises with a headset.
  private func practise(
    _ story: Story, _ configuration: Configuration, _ source: WordSource?,
    _ lines: consuming OutputFile
  ) throws -> Ending {
    var headset = try PracticeHeadset.open(microphone: agent, output: output)
    StandardError.write("interject: \(headset.names); Ctrl-C ends the practice\n")
    let delay = headset.start()
    var run = try start(story, configuration, source, lines, delay: delay)
    while !run.isOver, !Termination.isRequested, !headset.isGone {
      headset.hear()
      while !run.isOver, let frame = headset.takeFrame() {
        try run.step(frame.samples, unknown: frame.unknown)
        headset.play(run.customer)
      }
    }
    var notes = headset.notes
    // Of an output that was lost it is said anyway.
    if headset.faults > 0, headset.loss == nil {
      let times = headset.faults == 1 ? "once" : "\(headset.faults) times"
      notes.append("the output failed \(times): some of the customer's words were not heard")
    }
    return try end(&run, headset.loss ?? .left, notes: notes)
  }

  private func start(
    _ story: Story, _ configuration: Configuration, _ source: WordSource?,
    _ lines: consuming OutputFile, delay: SampleTime = .zero
  ) throws -> PracticeRun {
    let recording = try record.map { path throws(CommandFailure) in
      try PracticeRecording(path: path)
    }
    return PracticeRun(
      story: story, difficulty: difficulty,
      session: PracticeSession(
        story, difficulty: difficulty, configuration: configuration, kernels: try .chosen(),
        delay: delay), recording: recording, words: source, output: lines)
  }

  /// Sums up; `early` is why it ended, if the customer had not hung up.
  private func end(
    _ run: inout PracticeRun, _ early: PracticeEnd, notes: [String] = []
  ) throws -> Ending {
    let end =
      run.isOver ? .told : early.loss == nil && Termination.isRequested ? .left : early
    let debrief = run.debrief(notes: (end.note.map { [$0] } ?? []) + notes)
    try run.write(debrief, all: all)
    return Ending(debrief: debrief, refusal: run.refusal, end: end)
  }

  private func stories() throws -> [String] {
    try StoryLibrary.names.map { name in
      let padding = String(repeating: " ", count: max(2, 14 - name.count))
      return try "\(name)\(padding)\(read(name).title)"
    }
  }

  private func recorded(_ trainee: String) throws(CommandFailure) -> [Float] {
    do {
      return try PartyRecording.read(
        AudioInput(argument: trainee), as: .agent, rate: PracticeSession.rate,
        longest: StoryLibrary.longest)
    } catch {
      throw CommandFailure(error, for: .practice)
    }
  }

  private func read(_ name: String) throws -> Story {
    do {
      return try StoryLibrary.story(name)
    } catch let error as StoryError {
      throw CommandFailure(exitCode: error.code == .notFound ? 66 : 65, message: error.description)
    } catch let error as AudioFileError {
      throw CommandFailure(error, for: .practice)
    }
  }
}
