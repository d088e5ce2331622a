import AudioFiles
import Batch
import Conversation
import Glibc
import Interject
import Reporting
import Words

/// Analyzes a call and writes what was asked for.
struct AnalysisRun: Sendable {
  /// How a call that was analyzed ended.
  enum Ending {
    /// Everything was heard and written; `refusal` says why words were not used, where they were not.
    case finished(length: SampleTime, refusal: String?)
    /// The run was told to stop before its end.
    case stopped
  }

  let hearing: CallHearing
  let formats: [OutputFormat]
  /// Whether what was heard is still summed up and kept when the run is told to stop.
  let keepsParts: Bool
  /// Whether pages hold the sound of their moments.
  var cutsClips = false
  /// How the transcripts of calls are read; nil where no call has one.
  var transcripts: TranscriptReading?
  /// What recognizes the words of many calls; nil where nothing does.
  var recognizers: RecognizerShelf?

  /// Analyzes one call; what breaks off in the middle is summed up all the same.
  ///
  /// Tables that go on have no header of their own.
  ///
  /// - Throws: `CommandFailure`, and then leaves no file behind.
  func analyze(
    _ call: BatchCall, to place: ResultPlace, goesOn: Bool,
    words: (source: WordSource, acts: ListeningActs)? = nil, progress: (Double?) -> Void = { _ in }
  ) throws(CommandFailure) -> Ending {
    guard words == nil, let recognizers, call.segments == nil else {
      return try hear(call, to: place, goesOn: goesOn, words: words, progress: progress)
    }
    let acts = transcripts?.acts ?? ListeningActs()
    let ending = try recognizers.lend { recognizer throws(CommandFailure) in
      try hear(
        call, to: place, goesOn: goesOn, words: (.recognizer(recognizer), acts), progress: progress)
    }
    guard let ending else {
      throw CommandFailure(
        exitCode: 69, message: "\(call.recording): no recognizer could be loaded for it",
        concernsOneCall: true)
    }
    return ending
  }

  private func hear(
    _ call: BatchCall, to place: ResultPlace, goesOn: Bool,
    words: (source: WordSource, acts: ListeningActs)?, progress: (Double?) -> Void
  ) throws(CommandFailure) -> Ending {
    var record = CallRecord()
    var session: Session?
    var streams = StreamedOutputs(formats: formats, place: place)
    var failure: CommandFailure?
    var words = words
    var unread: String?
    if words == nil, let path = call.transcript {
      do throws(CommandFailure) {
        words = try transcripts?.words(of: path)
      } catch {
        unread = error.message
      }
    }
    let summary = try hearing.run(
      call, words: words,
      isStopped: { Termination.isRequested || failure != nil },
      begin: { begun in
        session = begun
        do throws(CommandFailure) { try streams.begin(begun) } catch { failure = error }
      },
      evidence: { _, evidence in streams.append(evidence) },
      progress: { part in
        do throws(CommandFailure) { try streams.flush() } catch { failure = failure ?? error }
        progress(part)
      },
      emit: { event in
        record.add(event)
        streams.append(event)
      })
    if let failure { throw failure }
    if Termination.isRequested, !keepsParts { return .stopped }
    try streams.finish(summary)
    guard let session else { return .stopped }
    let report = CallReport(
      session: session, summary: summary, record: record, version: interjectVersion)
    for format in formats where !format.isStreamed {
      var file = try place.open(format)
      let style: ReportStyle = place.isStream ? .terminal : ReportStyle()
      if format == .html, cutsClips, call.segments == nil {
        try file.append(page(of: report, call.source))
      } else {
        try file.append(
          report.bytes(as: format, style: style, goesOn: goesOn, commands: .interject) ?? [])
      }
      try file.finish()
    }
    return .finished(
      length: summary.metrics.duration, refusal: unread ?? summary.wording?.refusal?.description)
  }
}
