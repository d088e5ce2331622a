import ArgumentParser
import Interject
import Reporting

/// `interject schema`: what the program's JSON looks like.
struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "Prints the JSON Schema of the event stream, of reports, or of a worker's answers.",
    discussion: """
      The schemas follow JSON Schema 2020-12. "dictionary" prints every field with its unit and meaning \
      instead.

      Exit codes: 0 done, 64 usage, 74 output error.
      """)

  @Argument(
    help: ArgumentHelp(
      "events (one line of the stream), summary, report, worker (one line of its output), or dictionary.",
      valueName: "of"))
  var subject: String = "events"

  func validate() throws {
    guard subject == "dictionary" || OutputSchema(rawValue: subject) != nil else {
      let known = OutputSchema.allCases.map(\.rawValue).joined(separator: ", ")
      throw ValidationError("schema \(subject): write \(known), or dictionary.")
    }
  }

  func run() throws {
    var output = OutputFile.standard
    if let schema = OutputSchema(rawValue: subject) {
      try output.append(schema.bytes(version: interjectVersion))
    } else {
      try output.append(lines: DataDictionary.lines(width: ReportStyle.terminal.width))
    }
    try output.flush()
  }
}
