import ArgumentParser
import Batch
import Conversation
import FoundationEssentials
import History
import Interject
import Pages

/// `interject team`: the figures of many calls, as far as it was agreed to show them.
struct TeamCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "team",
    abstract: "Sums up the calls of a team on a page to share.",
    discussion: """
      Results are JSON reports of analyze, or folders of them. By default the figures are those of \
      the team as a whole and name nobody; --people own NAME shows one person's calls beside the \
      team's, and --people named shows all agents side by side. Groups of fewer than five calls or \
      twenty minutes are not shown. Agents have the names that analyze was given with --agent-id, \
      --name or the manifest.

      With --clips the page plays the moments to listen to together, and contains the voices of \
      those who speak in them.

      Where agents are named, moments link to the calls' own pages beside the results. Where they \
      are not, calls are numbered, and --output also writes team.calls.csv, the list of numbers, \
      which is not for sharing.
      """)

  /// The forms of the report.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text, html, csv, json

    var fileExtension: String { self == .text ? "txt" : rawValue }
  }

  @Argument(help: "JSON reports, or folders of them.", completion: .file())
  var results: [String] = []

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp("Whom to show: none, own NAME, or named.", valueName: "people"),
    completion: .list(["none", "own", "named"]))
  var people: [String] = ["none"]

  @Option(
    help: ArgumentHelp(
      "Show pseudonyms instead of names; they are kept in this file, which is created if needed.",
      valueName: "keyfile"), completion: .file())
  var pseudonyms: String?

  @Option(
    help: ArgumentHelp(
      "The manifest column that says what a call is about: agents are compared on calls of "
        + "the same kinds.", valueName: "column"))
  var by: String?

  @Option(
    help: ArgumentHelp(
      "A table of how calls ended: the call's name, then columns of numbers.", valueName: "file"),
    completion: .file())
  var outcomes: String?

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp(
      "Answers from review, and flags marked as wrong in reports.", valueName: "files"),
    completion: .file())
  var answers: [String] = []

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("How many weeks to compare with as many before.", valueName: "number"))
  var weeks = 4

  @Option(
    help: "What to write, separated by commas: text, html, csv, json.",
    completion: .list(["text", "csv", "json", "html"]))
  var format = "text"

  @Flag(help: "Add the sound of the moments to the page, 6 s each.")
  var clips = false

  @Option(
    help: ArgumentHelp("Where the recordings are.", valueName: "folder"), completion: .directory)
  var audio: String?

  @Option(
    name: [.short, .long],
    help: ArgumentHelp("Folder to write to, one file per format.", valueName: "folder"),
    completion: .directory)
  var output: String?

  @Flag(help: "Overwrite files in that folder.")
  var force = false

  /// The most bytes of all clips of a page; a third more as text.
  private static let room = 3_600_000

  func validate() throws {
    guard !results.isEmpty else { throw ValidationError("Name the results, or a folder of them.") }
    guard (1...52).contains(weeks) else {
      throw ValidationError("--weeks \(weeks): write a number from 1 to 52.")
    }
    if try chosenFormats().count > 1, output == nil {
      throw ValidationError("Several formats need --output, the folder to write files to.")
    }
    if clips, try !chosenFormats().contains(.html) {
      throw ValidationError("--clips only works with --format html.")
    }
    if pseudonyms != nil, try chosenPeople() != .named {
      throw ValidationError("--pseudonyms only works with --people named.")
    }
  }

  func run() throws {
    let formats = try chosenFormats()
    var request = TeamReport.Request(people: try chosenPeople(), kind: by, weeks: weeks)
    do {
      request.answers = try answers.map(ReviewAnswers.init(contentsOf:))
      for note in ReviewText(request.answers).notes { StandardError.write("interject: \(note)\n") }
      let calls = try readCalls()
      if let by, !calls.contains(where: { $0.kind != nil }) {
        throw CommandFailure(
          exitCode: 65,
          message: "--by \(by): no result has that column; analyze with a manifest that has it")
      }
      if let outcomes { request.outcomes = try readOutcomes(outcomes) }
      if case .own(let name) = request.people, !calls.contains(where: { $0.agent == name }) {
        throw CommandFailure(
          exitCode: 66, message: "--people own \(name): no call names that agent")
      }
      if let pseudonyms { request.pseudonyms = try readPseudonyms(pseudonyms, calls) }
      let report = TeamReport(calls, request)
      if report.unmatched > 0 {
        let marks = report.unmatched == 1 ? "1 mark belongs" : "\(report.unmatched) marks belong"
        StandardError.write(
          "interject: \(marks) to no flag in these results: check that the results are of the "
            + "same recordings\n")
      }
      let sounds = clips ? try sounds(of: report, calls) : [:]
      try write(report, formats, sounds)
    } catch let error as HistoryError {
      throw CommandFailure(error)
    }
  }

  private func chosenPeople() throws -> TeamPeople {
    switch (people.first, people.count) {
    case ("none", 1): return .none
    case ("named", 1): return .named
    case ("own", 2): return .own(people[1])
    default:
      throw ValidationError(
        "--people \(people.joined(separator: " ")): write none, own NAME, or named.")
    }
  }

  private func chosenFormats() throws -> [Format] {
    try format.split(separator: ",").map { name in
      guard let format = Format(rawValue: name.trimmed) else {
        throw ValidationError("--format \(name): choose from text, html, csv, json.")
      }
      return format
    }
  }

  private func readCalls() throws -> [TeamCall] {
    var calls: [TeamCall] = []
    var seen: Set<String> = []
    var repeated = 0
    for path in try ResultFiles.paths(of: results) {
      guard let data = FileManager.default.contents(atPath: path) else {
        throw HistoryError(.unreadable, at: path)
      }
      do throws(HistoryError) {
        let call = try TeamCall(json: data, file: path, kind: by)
        let key = "\(call.source)|\(call.started?.timeIntervalSince1970 ?? 0)|\(call.duration)"
        if call.isReliable, !seen.insert(key).inserted {
          repeated += 1
        } else {
          calls.append(call)
        }
      } catch {
        guard !results.contains(path) else { throw error }
        StandardError.write("interject: \(path): not a report of a call; skipped\n")
      }
    }
    guard !calls.isEmpty else { throw HistoryError(.noResult, at: results[0]) }
    if repeated > 0 {
      StandardError.write(
        "interject: \(repeated) results repeat the recording of another result; each recording counts once\n"
      )
    }
    return calls
  }

  private func readOutcomes(_ path: String) throws -> OutcomeTable {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw CommandFailure(exitCode: 66, message: "\(path): cannot be read; check the name")
    }
    guard let table = OutcomeTable(table: String(decoding: data, as: UTF8.self)) else {
      throw CommandFailure(
        exitCode: 65,
        message:
          "\(path): no column of numbers; write a header, then a row for each call: its name "
          + "and the numbers")
    }
    return table
  }

  private func readPseudonyms(_ path: String, _ calls: [TeamCall]) throws -> Pseudonyms {
    let data = FileManager.default.contents(atPath: path)
    guard data != nil || !FileManager.default.fileExists(atPath: path) else {
      throw CommandFailure(exitCode: 74, message: "\(path): cannot be read; check its permissions")
    }
    guard var names = Pseudonyms(table: data.map { String(decoding: $0, as: UTF8.self) } ?? "")
    else {
      throw CommandFailure(
        exitCode: 65,
        message: "\(path): not a key file; write the columns agent,pseudonym, each pseudonym once")
    }
    var random = SystemRandomNumberGenerator()
    names.add(calls.compactMap(\.agent), using: &random)
    if names.hasNew { try writePrivately(names.table, to: path) }
    return names
  }

  /// The sound of the report's moments.
  private func sounds(
    of report: TeamReport, _ calls: [TeamCall]
  ) throws -> [TeamMoment.Place: SoundClip] {
    let byFile = Dictionary(calls.map { ($0.file, $0) }, uniquingKeysWith: { first, _ in first })
    let places = Array(Set(report.allMoments.map(\.place))).sorted {
      ($0.file, $0.start) < ($1.file, $1.start)
    }
    let moments = places.compactMap { place in
      byFile[place.file].map {
        MomentClips.Moment(
          file: place.file, source: $0.source, parties: $0.parties, stretch: place.stretch)
      }
    }
    let cut = try MomentClips.cut(moments, audio: audio, room: Self.room)
    let found = zip(places, cut).compactMap { place, clip in clip.map { (place, $0) } }
    if !places.isEmpty, found.isEmpty {
      throw CommandFailure(
        exitCode: 66,
        message:
          "\(moments.first?.source ?? places[0].file): not found, nor is any other of the "
          + "recordings; name their folder with --audio")
    }
    if found.count < places.count {
      StandardError.write(
        "interject: \(places.count - found.count) of \(places.count) moments have no sound: the "
          + "recording was not found, or the page is full\n")
    }
    if !found.isEmpty {
      StandardError.write(
        "interject: the page contains the voices of agents and customers (\(found.count) clips of "
          + "6 s): treat it like the recordings\n")
    }
    return Dictionary(uniqueKeysWithValues: found)
  }

  /// The addresses of the calls' own pages, seen from the folder of the team's page.
  private func pages(of report: TeamReport) -> [String: String] {
    guard let output else { return [:] }
    var pages: [String: String] = [:]
    for file in Set(report.allMoments.map(\.place.file)) where file.hasSuffix(".json") {
      let page = String(file.dropLast(5)) + ".html"
      guard FileManager.default.fileExists(atPath: page) else { continue }
      pages[file] = RelativeAddress.of(page, from: output)
    }
    return pages
  }

  private func write(
    _ report: TeamReport, _ formats: [Format], _ sounds: [TeamMoment.Place: SoundClip]
  ) throws {
    if let output {
      do {
        try FileManager.default.createDirectory(
          atPath: output, withIntermediateDirectories: true)
      } catch {
        throw CommandFailure(
          exitCode: 74, message: "\(output): cannot create this folder; name another place")
      }
    }
    for format in formats {
      var file: OutputFile =
        if let output {
          try .create("\(output)/team.\(format.fileExtension)", mayReplace: force)
        } else {
          .standard
        }
      try file.append(bytes(report, format, sounds))
      try file.flush()
    }
    guard let output, !report.numbered.isEmpty else { return }
    let key = "\(output)/team.calls.csv"
    guard force || !FileManager.default.fileExists(atPath: key) else {
      throw CommandFailure(
        exitCode: 74,
        message: "\(key): already exists; overwrite with --force, or name another folder"
      )
    }
    try writePrivately(TeamTables.key(report), to: key)
  }

  private func bytes(
    _ report: TeamReport, _ format: Format, _ sounds: [TeamMoment.Place: SoundClip]
  ) -> [UInt8] {
    switch format {
    case .text: Array(TeamText(report, commands: .interject).lines.map { $0 + "\n" }.joined().utf8)
    case .html:
      TeamPage(
        report, version: interjectVersion, clips: sounds, pages: pages(of: report),
        commands: .interject
      ).bytes
    case .csv: Array(TeamTables.csv(report).utf8)
    case .json: TeamTables.json(report)
    }
  }

  /// Writes a file that only the user can read.
  private func writePrivately(_ text: String, to path: String) throws {
    guard
      FileManager.default.createFile(
        atPath: path, contents: Data(text.utf8), attributes: [.posixPermissions: 0o600])
    else {
      throw CommandFailure(exitCode: 74, message: "\(path): cannot be written; name another place")
    }
  }
}
