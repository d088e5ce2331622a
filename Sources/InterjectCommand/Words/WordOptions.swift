import ArgumentParser
import Conversation
import Interject

/// The options that bring words to a call.
struct WordOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("The call's transcript, of both parties.", valueName: "file"),
    completion: .file())
  var transcript: String?

  @Option(
    help: ArgumentHelp("The transcript of the agent's own recording.", valueName: "file"),
    completion: .file())
  var agentTranscript: String?

  @Option(
    help: ArgumentHelp("The transcript of the customer's own recording.", valueName: "file"),
    completion: .file())
  var customerTranscript: String?

  @Option(
    help: ArgumentHelp(
      "The transcript's format, if it cannot be detected: \(TranscriptFormat.allCases.map(\.rawValue).joined(separator: ", ")).",
      valueName: "format"), completion: .list(TranscriptFormat.allCases.map(\.rawValue)))
  var transcriptFormat: String?

  @Option(
    help: ArgumentHelp(
      "Which speaker in the transcript is the agent: a channel or a name.", valueName: "speaker"))
  var transcriptAgent: String?

  @OptionGroup var listening: ListeningActOptions

  func validate() throws {
    let perParty = agentTranscript != nil || customerTranscript != nil
    let kinds = [transcript != nil, perParty, listening.recognize].count { $0 }
    guard kinds <= 1 else {
      throw ValidationError(
        "Give --transcript, or --agent-transcript and --customer-transcript, or --recognize.")
    }
    if let transcriptFormat, TranscriptFormat(rawValue: transcriptFormat) == nil {
      let known = TranscriptFormat.allCases.map(\.rawValue).joined(separator: ", ")
      throw ValidationError("--transcript-format \(transcriptFormat): write one of \(known).")
    }
    if transcriptFormat != nil, listening.recognize {
      throw ValidationError("--transcript-format needs a transcript: name one.")
    }
    if transcriptAgent != nil, perParty || listening.recognize {
      throw ValidationError("--transcript-agent only works with --transcript.")
    }
  }

  /// Whether one of these options brings words.
  var isGiven: Bool {
    transcript != nil || agentTranscript != nil || customerTranscript != nil || listening.recognize
  }

  /// An option that needs words of a call, where none of these options brings them.
  var withoutWords: String? {
    guard !isGiven else { return nil }
    if transcriptFormat != nil { return "--transcript-format" }
    if transcriptAgent != nil { return "--transcript-agent" }
    return listening.needingWords
  }

  /// How the transcripts are read that a manifest names.
  func reading() throws -> TranscriptReading {
    TranscriptReading(
      acts: try listening.acts(),
      format: transcriptFormat.flatMap(TranscriptFormat.init(rawValue:)), agent: transcriptAgent,
      key: [
        transcriptFormat ?? "", transcriptAgent ?? "", listening.wordsInReports ? "text" : "",
        try listening.phrases.map(TextFile.text) ?? "",
      ] + (listening.recognize ? ["recognized"] : []))
  }

  /// The file that a fault of the words is reported at.
  var place: String {
    transcript ?? agentTranscript ?? customerTranscript ?? "--recognize"
  }

  /// Where the words come from; nil where nobody asked for words.
  func source(for calls: Int) throws -> (source: WordSource, acts: ListeningActs)? {
    guard let source = try wordSource(for: calls) else { return nil }
    return (source, try listening.acts())
  }

  private func wordSource(for calls: Int) throws -> WordSource? {
    if listening.recognize { return .recognizer(try ListeningActOptions.recognizer()) }
    guard transcript != nil || agentTranscript != nil || customerTranscript != nil else {
      return nil
    }
    guard calls == 1 else {
      throw ValidationError("A transcript belongs to one call: name one recording.")
    }
    let format = transcriptFormat.flatMap(TranscriptFormat.init(rawValue:))
    if let transcript {
      return .transcript(try TextFile.transcript(transcript, as: format), agent: transcriptAgent)
    }
    return .transcripts(
      PartyPair(
        agent: try agentTranscript.map { try TextFile.transcript($0, as: format) },
        customer: try customerTranscript.map { try TextFile.transcript($0, as: format) }))
  }
}
