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

  @Option(
    help: ArgumentHelp(
      "Your own table of phrases instead of the one that “interject phrases” prints.",
      valueName: "file"), completion: .file())
  var phrases: String?

  @Flag(help: "Quote what was said in the event stream.")
  var wordsInReports = false

  func validate() throws {
    if transcript == "" { throw ValidationError("--transcript '': name a file, a pipe or -.") }
    if transcriptAgent != nil, transcript == nil {
      throw ValidationError("--transcript-agent is for --transcript: name its lines.")
    }
    guard !isGiven else { return }
    if phrases != nil { throw ValidationError("--phrases needs words: give --transcript.") }
    if wordsInReports {
      throw ValidationError("--words-in-reports needs words: give --transcript.")
    }
  }

  /// Whether one of these options brings words.
  var isGiven: Bool { transcript != nil }

  /// Begins to take words; nil where nobody asked for words.
  func start() throws -> LiveWords? {
    guard let transcript else { return nil }
    let acts = ListeningActs(
      table: try phrases.map(TextFile.phrases) ?? .standard, keepsText: wordsInReports)
    do {
      let channel = try WordChannel.transcript(try descriptor(transcript), agent: transcriptAgent)
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
      var kind = stat()
      if fstat(descriptor, &kind) == 0, kind.st_mode & S_IFMT != S_IFDIR { return descriptor }
      close(descriptor)
      problem = "this is a folder"
    }
    throw CommandFailure(
      exitCode: 66, message: "\(path): \(problem); name a pipe or a file of JSON lines")
  }
}
