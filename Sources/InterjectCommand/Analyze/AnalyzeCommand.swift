import ArgumentParser
import AudioFiles
import Batch
import Conversation
import Interject
import Reporting
import Words

/// `interject analyze`: recordings in, reports and event streams out.
struct AnalyzeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "analyze",
    abstract: "Analyzes recorded calls.",
    discussion: """
      By default a recording has the agent on the left channel and the customer on the right. \
      "-" reads a WAV file, or with --raw bare samples, from the standard input.

      Of a folder, all recordings in it and below are analyzed; so are those of a pattern such as \
      'calls/**/*.wav', and those of --manifest. Files of --output keep the recordings' folders and \
      names, or are called as --call-id or the manifest says.

      Exit codes: 0 done, 64 usage, 65 not audio or unusable audio, or a recording of several that \
      could not be analyzed, 66 no such input, 74 input or output error, 130 and 143 interrupted, \
      after the summary.
      """)

  @Argument(
    help: ArgumentHelp(
      "Recordings of both parties (WAV, FLAC, Ogg, AIFF and others), folders, patterns; - for stdin.",
      valueName: "recordings"), completion: .file())
  var files: [String] = []

  @OptionGroup(title: "Parties")
  var source: SourceOptions

  @OptionGroup(title: "Words")
  var words: WordOptions

  @OptionGroup(title: "Call")
  var call: CallOptions

  @Option(
    help: ArgumentHelp(
      "What to write, separated by commas or each with the option; text by default: \(OutputFormat.allCases.map(\.rawValue).joined(separator: ", ")).",
      valueName: "formats"), completion: .list(OutputFormat.allCases.map(\.rawValue)))
  var format: [String] = []

  @Option(
    name: [.short, .long],
    help: ArgumentHelp("Write a file for each recording and format there.", valueName: "folder"),
    completion: .directory)
  var output: String?

  @Flag(help: "Replace files that are in that folder already.")
  var force = false

  @Flag(
    help: "Put 6 s of sound of each interruption that stands out into html: both parties' voices.")
  var clips = false

  @Flag(help: "Print what every figure means, and the settings in force, and end.")
  var explain = false

  @OptionGroup(title: "Many calls")
  var batch: BatchOptions

  @OptionGroup(title: "Settings")
  var settings: SettingsOptions

  func validate() throws {
    if output == "" { throw ValidationError("--output '': name a folder.") }
    if force, output == nil { throw ValidationError("--force is for the files of --output only.") }
    if batch.resume, output == nil {
      throw ValidationError("--resume goes on with the files of --output: name their folder.")
    }
    if batch.manifest == nil, let option = words.withoutWords {
      throw ValidationError(
        "\(option) is for a call with words: give --transcript or --recognize, or transcripts in "
          + "a --manifest.")
    }
    if source.segments != nil, words.isGiven {
      throw ValidationError(
        "--segments has no sound that words could be fitted to: leave \(words.place) out.")
    }
    if batch.resume, force {
      throw ValidationError("--resume replaces only what has to be: leave --force out.")
    }
  }

  func run() throws {
    let configuration = try settings.resolved()
    if explain {
      var output = OutputFile.standard
      try output.append(lines: ExplainText(configuration, style: .terminal).lines)
      return try output.flush()
    }
    let preference = try settings.analysis()
    let formats = try chosenFormats(preference)
    let pattern = try batch.name.map { try NamePattern($0) } ?? preference.name
    var list = try BatchList(
      files: files, source: source, call: call, manifest: batch.manifest, pattern: pattern,
      allowsOneChannel: formats == [.frames])
    if let channel = preference.agentChannel { list.take(agentChannel: channel) }
    if output == nil, list.isBatch, let format = formats.first(where: { !$0.isSeries }) {
      throw ValidationError(
        "--format \(format.rawValue) of several recordings: name the folder for the files with "
          + "--output.")
    }
    if clips {
      guard formats.contains(.html) else {
        throw ValidationError("--clips is for --format html only.")
      }
      if files.contains("-") {
        throw ValidationError("--clips needs a recording that can be read twice: give a file.")
      }
    }
    let words = try self.words.source(for: list.isBatch ? 2 : 1)
    Termination.observe()
    let analysis = CallAnalysis(configuration: configuration, kernels: try .chosen())
    let present: OutputFolder.Present =
      batch.resume ? .continued : force ? .replaced : .refused
    let folder = output.map { OutputFolder(path: $0, present: present) }
    let names = folder == nil ? [] : try ResultNames.names(for: list.calls)
    try folder?.prepare(for: list.calls, names: names, formats)
    var run = AnalysisRun(
      hearing: CallHearing(analysis: analysis), formats: formats,
      keepsParts: !list.isBatch || folder == nil)
    run.cutsClips = clips
    if list.calls.contains(where: { $0.transcript != nil }) {
      guard words == nil else {
        throw ValidationError(
          "The manifest names transcripts: leave \(self.words.place) out, or its column.")
      }
      run.transcripts = try self.words.reading()
    }
    guard list.isBatch else {
      return try analyze(list.calls[0], words, names.first, run, folder)
    }
    let job = BatchJob(
      list: list, names: names, run: run, folder: folder, workers: batch.workers(for:))
    try job.perform()
  }

  /// Analyzes a single recording, whose fault is that of the command.
  private func analyze(
    _ call: BatchCall, _ words: (source: WordSource, acts: ListeningActs)?, _ name: String?,
    _ run: AnalysisRun, _ folder: OutputFolder?
  ) throws {
    var progress = ProgressLine()
    defer { progress.erase() }
    let place: ResultPlace =
      if let folder, let name {
        .files(folder.path(of: name))
      } else {
        .stream(
          OrderedOutput(.standard, window: 1), 0)
      }
    let ending = try run.analyze(call, to: place, goesOn: false, words: words) { progress.show($0) }
    if let signal = Termination.signal { throw CommandFailure(signal: signal) }
    // The report stands without the words; the exit code and the line say that they were refused.
    if case .finished(_, let refusal?) = ending {
      let place = call.transcript ?? self.words.place
      throw CommandFailure(exitCode: 65, message: "\(place): \(refusal)")
    }
  }

  private func chosenFormats(_ preference: AnalysisPreference) throws -> [OutputFormat] {
    guard !format.isEmpty else {
      // On the standard output only one of those that are usual has a place.
      return output == nil ? Array(preference.formats.prefix(1)) : preference.formats
    }
    var formats: [OutputFormat] = []
    let names = format.flatMap { $0.split(separator: ",", omittingEmptySubsequences: false) }
    for name in names.map({ $0.trimmed }) {
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
