import AudioFiles
import Batch
import Conversation
import Interject
import Reporting
import VoiceActivity
import Words

/// Hears a call of a batch, or takes who speaks when in it from a file.
struct CallHearing: Sendable {
  let analysis: CallAnalysis
  /// What hears it, whose remedies errors name.
  var reader = RecordingReader.analysis

  /// Hears a call to its end, or until `isStopped`, and returns its summary.
  ///
  /// `begin` is called before the first event, `words` says where words come from; see `CallAnalysis`.
  func run(
    _ call: BatchCall, words: (source: WordSource, acts: ListeningActs)? = nil,
    isStopped: @escaping () -> Bool = { Termination.isRequested },
    begin: (Session) -> Void,
    evidence: (Int, PartyPair<SpeechEvidence>) -> Void = { _, _ in },
    progress: (Double?) -> Void = { _ in }, emit: (Event) -> Void
  ) throws(CommandFailure) -> Summary {
    do {
      if let segments = call.segments {
        return try judge(
          call, segments, isStopped: isStopped, begin: begin, evidence: evidence, emit: emit)
      }
      var summary = try analysis.run(
        call.source, identity: call.identity, words: words, isStopped: isStopped, begin: begin,
        evidence: evidence, progress: progress, emit: emit)
      if reader == .analysis, let refusal = summary.wording?.refusal {
        summary.wording?.refusal = refusal.withOptions
      }
      return summary
    } catch let error as AudioFileError {
      throw CommandFailure(error, for: reader)
    } catch var error as BatchError {
      if error.code == .parties { error.message += "; \(reader.remedyForParties)" }
      throw CommandFailure(error)
    } catch {
      throw CommandFailure(exitCode: 70, message: "\(error)", concernsOneCall: true)
    }
  }

  /// The report on a whole call.
  func report(
    on call: BatchCall, words: (source: WordSource, acts: ListeningActs)? = nil
  ) throws(CommandFailure) -> CallReport {
    var record = CallRecord()
    var session: Session?
    let summary = try run(
      call, words: words, isStopped: { false }, begin: { session = $0 }, emit: { record.add($0) })
    guard let session else {
      throw CommandFailure(exitCode: 65, message: "\(call.recording): no audio")
    }
    return CallReport(
      session: session, summary: summary, record: record, version: interjectVersion)
  }

  private func judge(
    _ call: BatchCall, _ segments: SegmentsInput, isStopped: () -> Bool, begin: (Session) -> Void,
    evidence: (Int, PartyPair<SpeechEvidence>) -> Void, emit: (Event) -> Void
  ) throws -> Summary {
    let speech = try SpeechSegments(contentsOf: segments.path, recording: call.recording)
    let roles = try SpeakerRoles(
      speech.speakers, agent: segments.agentSpeaker, customer: segments.customerSpeaker,
      agentID: call.identity.agentID, at: segments.path)
    var session = Session(
      source: segments.path, sampleRate: 0,
      parties: PartyPair(agent: roles.agent ?? "none", customer: roles.customer ?? "none"),
      settings: analysis.configuration.fingerprint)
    var end = speech.lastEnd
    if segments.hasRecording {
      var source = call.source
      // It is opened for its length alone, so that one channel is as good as two.
      source.loneChannel = source.loneChannel ?? .agent
      let audio = try CallAudio.open(source)
      session.source = audio.name
      session.sampleRate = audio.sourceRate
      if let length = audio.length { end = max(length, end) }
    }
    session.take(call.identity.lasting(end))
    begin(session)
    let other = roles.isGuess ? reader.otherAgent : ""
    let notes = [
      "who speaks when comes from \(segments.path): levels, noise and tone are not measured",
      roles.note.map { $0 + other },
    ]
    return SegmentAnalysis(configuration: analysis.configuration).run(
      PartyPair(
        agent: roles.agent.map(speech.speech(of:)) ?? [],
        customer: roles.customer.map(speech.speech(of:)) ?? []),
      unknown: speech.unknown, end: end, notes: notes.compactMap(\.self), isStopped: isStopped,
      evidence: evidence, emit: emit)
  }
}
