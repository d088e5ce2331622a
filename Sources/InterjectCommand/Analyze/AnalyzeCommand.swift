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
      By default the agent is on the left channel and the customer on the right. "-" reads \
      standard input: a WAV from a pipe, any recording redirected, bare samples with --raw.

      A folder stands for all recordings in it and its subfolders. Patterns such as \
      'calls/**/*.wav' work too, and so does a table of calls (--manifest). Files in --output keep \
      the recordings' folders and names unless --call-id or the manifest names them.

      Exit codes: 0 done, 64 usage, 65 not audio or unusable audio, or one of several recordings \
      could not be analyzed, 66 no such input, 74 input or output error, 130 and 143 interrupted, \
      after the summary.
      """)

  @Argument(
    help: ArgumentHelp(
      "Recordings of both parties (WAV, FLAC, Ogg, AIFF and others), folders or patterns; - for stdin.",
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
      "Formats to write, separated by commas or given one by one; text by default: \(OutputFormat.allCases.map(\.rawValue).joined(separator: ", ")).",
      valueName: "formats"), completion: .list(OutputFormat.allCases.map(\.rawValue)))
  var format: [String] = []

  @Option(
    name: [.short, .long],
    help: ArgumentHelp(
      "Folder to write to, one file per recording and format.", valueName: "folder"),
    completion: .directory)
  var output: String?

  @Flag(help: "Overwrite files in that folder.")
  var force = false

  @Flag(
    help: "Add 6 s of sound (both voices) of each interruption that stands out to html.")
  var clips = false

  @Flag(help: "Explain every figure, print the settings in force, and exit.")
  var explain = false

  @OptionGroup(title: "Many calls")
  var batch: BatchOptions

  @OptionGroup(title: "Settings")
  var settings: SettingsOptions

  func validate() throws {
    if output == "" { throw ValidationError("--output '': name a folder.") }
    if force, output == nil { throw ValidationError("--force only works with --output.") }
    if batch.resume, output == nil {
      throw ValidationError("--resume needs --output, the folder of the earlier results.")
    }
    if batch.manifest == nil, let option = words.withoutWords {
      throw ValidationError(
        "\(option) needs words: give --transcript or --recognize, or name transcripts in a "
          + "--manifest.")
    }
    if source.segments != nil, words.isGiven {
      throw ValidationError(
        "Words cannot be fitted to --segments, which has no sound: leave \(words.place) out.")
    }
    if batch.resume, force {
      throw ValidationError("--resume overwrites only what is out of date: leave --force out.")
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
    let pattern = try batch.name.map { try NamePattern($0, at: "--name") } ?? preference.name
    var list = try BatchList(
      files: files, source: source, call: call, manifest: batch.manifest, pattern: pattern,
      allowsOneChannel: formats == [.frames])
    if let channel = preference.agentChannel { list.take(agentChannel: channel) }
    if output == nil, list.isBatch, let format = formats.first(where: { !$0.isSeries }) {
      throw ValidationError(
        "--format \(format.rawValue) for several recordings: name the folder to write to with "
          + "--output.")
    }
    if clips {
      guard formats.contains(.html) else {
        throw ValidationError("--clips only works with --format html.")
      }
      if files.contains("-") {
        throw ValidationError("--clips needs a recording that can be read twice: give a file.")
      }
    }
    let recognizesMany = self.words.listening.recognize && list.isBatch
    let words = recognizesMany ? nil : try self.words.source(for: list.isBatch ? 2 : 1)
    Termination.observe()
    let analysis = CallAnalysis(configuration: configuration, kernels: try .chosen())
    let present: OutputFolder.Present =
      batch.resume ? .continued : force ? .replaced : .refused
    let folder = output.map { OutputFolder(path: $0, present: present) }
    let names = folder == nil ? [] : try ResultNames.names(for: list.calls, namedBy: "--call-id")
    try folder?.prepare(for: list.calls, names: names, formats)
    var run = AnalysisRun(
      hearing: CallHearing(analysis: analysis), formats: formats,
      keepsParts: !list.isBatch || folder == nil)
    run.cutsClips = clips
    if list.calls.contains(where: { $0.transcript != nil }) {
      guard words == nil, !recognizesMany else {
        throw ValidationError(
          "The manifest names transcripts already: leave out \(self.words.place) or that column.")
      }
      run.transcripts = try self.words.reading()
    }
    if recognizesMany {
      run.recognizers = try RecognizerShelf()
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
          "--format \(name.isEmpty ? "''" : name): choose from \(known).")
      }
      if !formats.contains(format) { formats.append(format) }
    }
    guard formats.count == 1 || output != nil else {
      throw ValidationError("Several formats need --output, the folder to write files to.")
    }
    return formats
  }
}
