import AudioFiles
import Conversation
import Glibc
import Interject
import Reporting

/// Analyzes one recording after the other and writes what was asked for.
struct AnalysisRun {
  let analysis: CallAnalysis
  let formats: [OutputFormat]
  /// The folder for a file per recording and format; nil for the standard output.
  let folder: OutputFolder?
  /// Whether pages hold the sound of their moments.
  var cutsClips = false
  /// Whether the standard output has a report already.
  private var hasReported = false
  /// Why the last call's words were not used; nil where they were, or none were given.
  private(set) var refusal: String?

  init(analysis: CallAnalysis, formats: [OutputFormat], folder: OutputFolder?) {
    self.analysis = analysis
    self.formats = formats
    self.folder = folder
  }

  /// Analyzes one call; what breaks off in the middle is summed up all the same.
  mutating func analyze(
    _ source: CallSource, identity: CallIdentity = CallIdentity(),
    words: (source: WordSource, acts: ListeningActs)? = nil, number: Int, of count: Int
  ) throws {
    var progress = ProgressLine(number: number, of: count)
    defer { progress.erase() }
    var record = CallRecord()
    var session: Session?
    var streams = StreamedOutputs(formats: formats, folder: folder, source: source)
    var failure: CommandFailure?
    let summary = try analysis.run(
      source, identity: identity, words: words,
      isStopped: { Termination.isRequested || failure != nil },
      begin: { begun in
        session = begun
        do throws(CommandFailure) { try streams.begin(begun) } catch { failure = error }
      },
      evidence: { _, evidence in streams.append(evidence) },
      progress: { part in
        do throws(CommandFailure) { try streams.flush() } catch { failure = failure ?? error }
        progress.show(part)
      },
      emit: { event in
        record.add(event)
        streams.append(event)
      })
    refusal = summary.wording?.refusal
    if let failure { throw failure }
    try streams.finish(summary)
    guard let session else { return }
    let report = CallReport(
      session: session, summary: summary, record: record, version: interjectVersion)
    for format in formats where !format.isStreamed { try write(report, as: format, source) }
  }

  private mutating func write(
    _ report: CallReport, as format: OutputFormat, _ source: CallSource
  ) throws {
    var output = try destination(of: format, source)
    let style: ReportStyle = folder == nil ? .terminal : ReportStyle()
    let goesOn = folder == nil && hasReported
    if format == .html, cutsClips {
      try output.append(page(of: report, source))
    } else if let bytes = report.bytes(as: format, style: style, goesOn: goesOn) {
      try output.append(bytes)
    }
    try output.flush()
    hasReported = true
  }

  private func destination(
    of format: OutputFormat, _ source: CallSource
  ) throws(CommandFailure) -> OutputFile {
    guard let folder else { return .standard }
    return try folder.create(source, format)
  }
}
