import ArgumentParser
import AudioFiles
import Conversation
import Foundation
import Interject
import Reporting

/// `interject analyze`: recordings in, reports and event streams out.
struct AnalyzeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "analyze",
    abstract: "Analyzes recorded calls.",
    discussion: """
      A recording has the agent on the left channel and the customer on the right, unless told \
      otherwise. "-" reads a WAV file, or with --raw bare samples, from the standard input.

      Files of --output are called after the recording, of two the agent's, or as --call-id says.

      Exit codes: 0 done, 64 usage, 65 not audio or unusable audio, 66 no such input, \
      74 input or output error, 130 and 143 interrupted, after the summary.
      """)

  @Argument(help: "Recordings of both parties: WAV, FLAC, Ogg, AIFF and others; - for stdin.")
  var files: [String] = []

  @OptionGroup(title: "Parties")
  var source: SourceOptions

  @OptionGroup(title: "Words")
  var words: WordOptions

  @OptionGroup(title: "Call")
  var call: CallOptions

  @Option(
    help: ArgumentHelp(
      "What to write, separated by commas or each with the option: \(OutputFormat.allCases.map(\.rawValue).joined(separator: ", ")).",
      valueName: "formats"))
  var format: [String] = ["text"]

  @Option(
    name: [.short, .long],
    help: ArgumentHelp("Write a file for each recording and format there.", valueName: "folder"))
  var output: String?

  @Flag(help: "Replace files that are in that folder already.")
  var force = false

  @Flag(
    help: "Put 6 s of sound of each interruption that stands out into html: both parties' voices.")
  var clips = false

  @Flag(help: "Print what every figure means, and the settings in force, and end.")
  var explain = false

  @OptionGroup(title: "Settings")
  var settings: SettingsOptions

  func validate() throws {
    if output == "" { throw ValidationError("--output '': name a folder.") }
    if force, output == nil { throw ValidationError("--force is for the files of --output only.") }
  }

  func run() throws {
    let configuration = try settings.resolved()
    if explain {
      var output = OutputFile.standard
      try output.append(lines: ExplainText(configuration, style: .terminal).lines)
      return try output.flush()
    }
    let formats = try chosenFormats()
    let sources = try source.sources(for: files, allowsOneChannel: formats == [.frames])
    if output == nil, sources.count > 1, let format = formats.first(where: { !$0.isSeries }) {
      throw ValidationError(
        "--format \(format.rawValue) of several recordings: name the folder for the files with "
          + "--output.")
    }
    var failure: CommandFailure?
    var calls: [(source: CallSource, identity: CallIdentity)] = []
    for source in sources {
      do {
        calls.append((source, try call.identity(of: source, among: sources.count)))
      } catch let error as CommandFailure where sources.count > 1 {
        error.report()
        failure = failure ?? error
      }
    }
    if clips {
      guard formats.contains(.html) else {
        throw ValidationError("--clips is for --format html only.")
      }
      if files.contains("-") {
        throw ValidationError("--clips needs a recording that can be read twice: give a file.")
      }
    }
    let words = try self.words.source(for: sources.count)
    Termination.observe()
    let folder = output.map { OutputFolder(path: $0, replaces: force, callID: call.callID) }
    try folder?.prepare(for: calls.map(\.source), formats)
    var run = AnalysisRun(
      analysis: CallAnalysis(configuration: configuration, kernels: try .chosen()),
      formats: formats, folder: folder)
    run.cutsClips = clips
    for (index, call) in calls.enumerated() where !Termination.isRequested {
      do {
        try run.analyze(
          call.source, identity: call.identity, words: words, number: index + 1, of: calls.count)
        // The report stands without them; the exit code and the line say that they were refused.
        if let refusal = run.refusal {
          failure = CommandFailure(exitCode: 65, message: "\(self.words.place): \(refusal)")
        }
      } catch let error as AudioFileError {
        // The others are still worth reading; the first fault decides the exit code.
        let found = CommandFailure(error)
        if sources.count > 1 { found.report() }
        failure = failure ?? found
      }
    }
    if let signal = Termination.signal { throw CommandFailure(signal: signal) }
    if let failure {
      throw sources.count > 1 ? CommandFailure(exitCode: failure.exitCode, message: nil) : failure
    }
  }

  private func chosenFormats() throws -> [OutputFormat] {
    var formats: [OutputFormat] = []
    let names = format.flatMap { $0.split(separator: ",", omittingEmptySubsequences: false) }
    for name in names.map({ $0.trimmingCharacters(in: .whitespaces) }) {
      guard let format = OutputFormat(rawValue: name) else {
        let known = OutputFormat.allCases.map(\.rawValue).joined(separator: ", ")
        throw ValidationError(
          "--format \(name.isEmpty ? "''" : name): write some of \(known).")
      }
      if !formats.contains(format) { formats.append(format) }
    }
    guard formats.count == 1 || output != nil else {
      throw ValidationError("Several formats need --output, the folder to write files to.")
    }
    return formats
  }
}
