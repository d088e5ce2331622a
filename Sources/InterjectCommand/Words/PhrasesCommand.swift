import ArgumentParser
import Conversation
import Interject
import Reporting

/// `interject phrases`: the table of phrases in force, or what it finds in a transcript.
struct PhrasesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "phrases",
    abstract: "Prints the table of phrases, or what it finds in a transcript.",
    discussion: """
      Save the table to a file, edit it, and name it with --phrases, here and for analyze.

      Exit codes: 0 done, 64 usage, 65 not a transcript or table, 66 no such file.
      """)

  @Option(help: ArgumentHelp("Your own table.", valueName: "file"), completion: .file())
  var phrases: String?

  @Option(
    help: ArgumentHelp("A transcript to try the table on.", valueName: "transcript"),
    completion: .file())
  var test: String?

  @Option(
    help: ArgumentHelp("The transcript's format.", valueName: "format"),
    completion: .list(TranscriptFormat.allCases.map(\.rawValue)))
  var transcriptFormat: String?

  @Option(help: ArgumentHelp("Which speaker is the agent.", valueName: "speaker"))
  var transcriptAgent: String?

  func validate() throws {
    if let transcriptFormat, TranscriptFormat(rawValue: transcriptFormat) == nil {
      let known = TranscriptFormat.allCases.map(\.rawValue).joined(separator: ", ")
      throw ValidationError("--transcript-format \(transcriptFormat): write one of \(known).")
    }
  }

  func run() throws {
    let table = try phrases.map(TextFile.phrases) ?? .standard
    var output = OutputFile.standard
    if let test {
      try output.append(lines: try hits(in: test, table))
    } else {
      let text = try phrases.map(TextFile.text) ?? Self.standard
      try output.append(Array(text.utf8))
    }
    try output.flush()
  }

  /// The built-in table, with what to do with it.
  private static let standard = """
    # Save a copy of this table, edit it, and name it with --phrases.

    \(PhraseTable.standardText)

    """

  /// What is found, a line each: the time, who, what, and the sentence.
  private func hits(in path: String, _ table: PhraseTable) throws -> [String] {
    let transcript = try TextFile.transcript(
      path, as: transcriptFormat.flatMap(TranscriptFormat.init(rawValue:)))
    let nobody = PartyPair<[Interval]>(repeating: [])
    let words: PartyPair<[Word]>
    do {
      // Without a recording a lone or unknown speaker is taken for the agent.
      words =
        transcript.tracks.count == 1
        ? PartyPair(agent: transcript.tracks[0].words, customer: [])
        : try transcript.words(agent: transcriptAgent, first: .agent, speech: nobody)
    } catch {
      throw CommandFailure(exitCode: 65, message: "\(path): \(error.withOptions)")
    }
    let speech = PartyPair(
      agent: words.agent.map(\.interval), customer: words.customer.map(\.interval))
    let found = ListeningActs(table: table, keepsText: true).find(
      in: words, speech: speech, language: transcript.language, source: path)
    return found.events.compactMap(\.plainLine)
      + found.wording.withheld.map { "# not measured: \($0)" }
  }
}
