import ArgumentParser
import Conversation
import Glibc
import Interject

/// The options that bring words to a call while it runs.
struct MonitorWordOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Words as JSON lines while the call runs: from “-”, a pipe or a file.", valueName: "file"),
    completion: .file())
  var transcript: String?

  @Option(
    help: ArgumentHelp(
      "Who is the agent in these lines: a channel or a name there.", valueName: "speaker"))
  var transcriptAgent: String?

  @OptionGroup var listening: ListeningActOptions

  func validate() throws {
    if transcript == "" { throw ValidationError("--transcript '': name a file, a pipe or -.") }
    if transcriptAgent != nil, transcript == nil {
      throw ValidationError("--transcript-agent is for --transcript: name its lines.")
    }
    if transcript != nil, listening.recognize {
      throw ValidationError("Give --transcript or --recognize.")
    }
    if !isGiven, let option = listening.needingWords {
      throw ValidationError("\(option) needs words: give --transcript or --recognize.")
    }
  }

  /// Whether one of these options brings words.
  var isGiven: Bool { transcript != nil || listening.recognize }

  /// Begins to take words; nil where nobody asked for words.
  func start() throws -> LiveWords? {
    guard isGiven else { return nil }
    let acts = try listening.acts()
    guard let transcript else {
      return LiveWords(recognizedBy: try ListeningActOptions.recognizer(), acts: acts)
    }
    do {
      let channel = try WordChannel.transcript(
        try descriptor(transcript), agent: transcriptAgent,
        adviceOnParties:
          "write \"party\":\"agent\" or \"customer\", or name the agent with --transcript-agent")
      return LiveWords(channel, source: "live transcript", acts: acts)
    } catch let error as LiveCallError {
      throw CommandFailure(exitCode: 71, message: error.description)
    }
  }

  /// Opens the lines, and waits neither for a writer nor for what it writes.
  private func descriptor(_ path: String) throws(CommandFailure) -> Int32 {
    if path == "-" { return STDIN_FILENO }
    let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    let problem: String
    if descriptor < 0 {
      problem = String(cString: strerror(errno))
    } else {
      // Of a folder not even nothing can be read.
      guard read(descriptor, nil, 0) < 0, errno == EISDIR else { return descriptor }
      close(descriptor)
      problem = "this is a folder"
    }
    throw CommandFailure(
      exitCode: 66, message: "\(path): \(problem); name a pipe or a file of JSON lines")
  }
}
