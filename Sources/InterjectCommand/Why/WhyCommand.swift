import ArgumentParser
import AudioFiles
import Conversation
import Interject
import Reporting

/// `interject why`: the evidence of a moment, or the onsets of a call by another scheme.
struct WhyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "why",
    abstract: "Explains a moment of a recorded call.",
    usage: """
      interject why <recording> <moment> [<options>]
      interject why <recording> --scheme <name> [<options>]
      """,
    discussion: """
      Says who began when, who held the floor, what each party did, how that was classified, and \
      what would have changed it: interject why call.wav 0:47. With --scheme it writes a table of \
      the call's onsets over the other's speech, with the names of that scheme.

      Exit codes: 0 done, 64 usage, 65 not audio or unusable audio, 66 no such input, \
      74 input or output error.
      """)

  @Argument(help: "The recording, and the moment as m:ss, h:mm:ss or seconds.", completion: .file())
  var arguments: [String] = []

  @Option(
    help: ArgumentHelp(
      "List all onsets with the names of this scheme: \(OnsetScheme.allCases.map(\.rawValue).joined(separator: ", ")).",
      valueName: "name"), completion: .list(OnsetScheme.allCases.map(\.rawValue)))
  var scheme: String?

  @OptionGroup(title: "Parties")
  var source: SourceOptions

  @OptionGroup(title: "Words")
  var words: WordOptions

  @OptionGroup(title: "Settings")
  var settings: SettingsOptions

  func run() throws {
    let scheme = try scheme.map { name in
      guard let known = OnsetScheme(rawValue: name) else {
        let names = OnsetScheme.allCases.map(\.rawValue).joined(separator: ", ")
        throw ValidationError("--scheme \(name): write one of \(names).")
      }
      return known
    }
    guard source.segments == nil else {
      throw ValidationError("“why” explains what it hears in a recording: leave --segments out.")
    }
    let hasTwoFiles = source.agent != nil || source.customer != nil
    let given = try WhyArguments(
      arguments, hasTwoFiles: hasTwoFiles, wantsMoment: scheme == nil)
    let two = try source.twoFiles(besides: [])
    let source = try two ?? source.source(of: given.recording ?? "-", raw: source.rawFormat())
    let configuration = try settings.resolved()
    if let option = words.withoutWords {
      throw ValidationError("\(option) needs words: give --transcript or --recognize.")
    }
    let report = try report(source, configuration)
    var output = OutputFile.standard
    if let scheme {
      try output.append(OnsetsCSV.bytes(report, by: scheme))
    } else if let moment = given.moment {
      guard moment <= report.summary.listened ?? report.summary.metrics.duration else {
        throw ValidationError("The recording ends before that moment: give an earlier one.")
      }
      try output.append(
        lines: MomentText(report, at: moment, settings: configuration.turns).lines)
    }
    try output.flush()
  }

  private func report(
    _ source: CallSource, _ configuration: Configuration
  ) throws -> CallReport {
    var record = CallRecord()
    var session: Session?
    let summary = try CallAnalysis(configuration: configuration, kernels: try .chosen()).run(
      source, words: try words.source(for: 1), begin: { session = $0 }, emit: { record.add($0) })
    guard let session else { throw ValidationError("The recording could not be opened.") }
    return CallReport(
      session: session, summary: summary, record: record, version: interjectVersion)
  }
}
