import ArgumentParser
import AudioFiles
import Conversation
import Foundation
import Glibc
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

      Exit codes: 0 done, 64 usage, 65 not audio or unusable audio, 66 no such input, \
      74 input or output error, 130 and 143 interrupted, after the summary.
      """)

  @Argument(help: "Recordings of both parties: WAV, FLAC, Ogg, AIFF and others; - for stdin.")
  var files: [String] = []

  @OptionGroup(title: "Parties")
  var source: SourceOptions

  @OptionGroup(title: "Call")
  var call: CallOptions

  @Option(
    help: ArgumentHelp(
      "What to write, separated by commas: \(OutputFormat.allCases.map(\.rawValue).joined(separator: ", ")).",
      valueName: "formats"))
  var format: String = "text"

  @Option(
    name: [.short, .long],
    help: ArgumentHelp("Write a file for each recording and format there.", valueName: "folder"))
  var output: String?

  @Flag(help: "Print what every figure means, and the settings in force, and end.")
  var explain = false

  @OptionGroup(title: "Settings")
  var settings: SettingsOptions

  func run() throws {
    let configuration = try settings.resolved()
    if explain {
      var output = OutputFile.standard
      try output.append(lines: ExplainText(configuration, style: .terminal).lines)
      return try output.flush()
    }
    let formats = try chosenFormats()
    let sources = try source.sources(for: files, allowsOneChannel: formats == [.frames])
    let identities = try sources.map { try call.identity(of: $0, among: sources.count) }
    Termination.observe()
    if let output { try makeFolder(output) }
    let run = AnalysisRun(
      analysis: CallAnalysis(configuration: configuration, kernels: try .chosen()),
      formats: formats, folder: output)
    var failure: CommandFailure?
    for (index, source) in sources.enumerated() where !Termination.isRequested {
      do {
        try run.analyze(
          source, identity: identities[index], number: index + 1, of: sources.count)
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

  private func makeFolder(_ path: String) throws(CommandFailure) {
    do {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    } catch {
      throw CommandFailure(
        exitCode: 74,
        message: "\(path): no folder can be made there: \(String(cString: strerror(errno))); "
          + "name another place with --output")
    }
  }

  private func chosenFormats() throws -> [OutputFormat] {
    let formats = try format.split(separator: ",").map { name in
      guard let format = OutputFormat(rawValue: String(name)) else {
        let known = OutputFormat.allCases.map(\.rawValue).joined(separator: ", ")
        throw ValidationError("--format \(name): write some of \(known).")
      }
      return format
    }
    guard formats.count == 1 || output != nil else {
      throw ValidationError("Several formats need --output, the folder to write files to.")
    }
    return formats
  }
}
