import ArgumentParser
import FoundationEssentials
import History
import Interject

/// `interject review`: people judge a sample of moments, and their answers give the error.
struct ReviewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "review",
    abstract: "Finds out how often the flags are right on your own calls.",
    discussion: """
      Given JSON reports of analyze, or folders of them, it makes a page for judging randomly drawn \
      moments by ear: flags, overlaps without a flag, starts in silence. The page saves the answers \
      to a file.

      With --answers it reads such files: how many flags are right, how many interruptions are \
      missed, how well two reviewers agree, and which flags people on the calls have marked as wrong.

      The page contains clips of the recordings, which are found where the results say, beside the \
      results, or in the folder given with --audio.
      """)

  @Argument(help: "JSON reports, or folders of them.", completion: .file())
  var results: [String] = []

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("How many moments to draw of each of the three kinds.", valueName: "number"))
  var sample = 40

  @Option(help: ArgumentHelp("Any text; another text draws other moments.", valueName: "text"))
  var seed = "1"

  @Option(
    help: ArgumentHelp("Where the recordings are.", valueName: "folder"), completion: .directory)
  var audio: String?

  @Option(
    name: [.short, .long],
    help: ArgumentHelp("Write to this file; by default to standard output.", valueName: "file"),
    completion: .file())
  var output: String?

  @Flag(help: "Overwrite that file if it exists.")
  var force = false

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp("Answer files to read.", valueName: "files"), completion: .file())
  var answers: [String] = []

  @Option(
    help: ArgumentHelp("What --answers writes: text, or json with a label for each moment."),
    completion: .list(["text", "json"]))
  var format = Format.text

  /// The forms of what answers tell.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text, json
  }

  /// The most bytes of all clips of a page.
  private static let room = 24_000_000

  func validate() throws {
    guard (1...1000).contains(sample) else {
      throw ValidationError("--sample \(sample): write a number from 1 to 1000.")
    }
    guard format == .text || !answers.isEmpty else {
      throw ValidationError("--format json is for --answers; a page is always HTML.")
    }
    guard results.isEmpty != answers.isEmpty else {
      throw ValidationError(
        "Name results to make a page from, or answer files with --answers.")
    }
  }

  func run() throws {
    do {
      if answers.isEmpty { try makePage() } else { try readAnswers() }
    } catch let error as HistoryError {
      throw CommandFailure(error)
    }
  }

  private func readAnswers() throws {
    let files = try answers.map(ReviewAnswers.init(contentsOf:))
    var file = try place()
    switch format {
    case .text: try file.append(lines: ReviewText(files, commands: .interject).lines)
    case .json: try file.append(ReviewLabels(files).bytes)
    }
    try file.flush()
  }

  /// The file to write, or standard output.
  private func place() throws -> OutputFile {
    guard let output else { return .standard }
    return try .create(output, mayReplace: force)
  }

  private func makePage() throws {
    let paths = try ResultFiles.paths(of: results)
    var sample = ReviewSample(size: sample, seed: seed)
    for path in paths {
      guard let data = FileManager.default.contents(atPath: path) else {
        throw HistoryError(.unreadable, at: path)
      }
      do throws(HistoryError) {
        try sample.add(json: data, file: path)
      } catch {
        // Of folders, files that are no results are passed over.
        guard !results.contains(path) else { throw error }
        StandardError.write("interject: \(path): not a report of a call; skipped\n")
      }
    }
    let items = sample.shuffled()
    guard !items.isEmpty else {
      throw CommandFailure(
        exitCode: 66,
        message:
          "\(results[0]): no reliable call with a moment to judge; name JSON reports of analyze")
    }
    let clips = try MomentClips.cut(
      items.map {
        .init(file: $0.file, source: $0.source, parties: $0.parties, stretch: $0.stretch)
      }, audio: audio, room: Self.room)
    guard clips.contains(where: { $0 != nil }) else {
      throw CommandFailure(
        exitCode: 66,
        message:
          "\(items[0].source): not found, nor is any other of the recordings; name their "
          + "folder with --audio")
    }
    let heard = zip(items, clips).filter { $0.1 != nil }.map { (item: $0.0, clip: $0.1) }
    if heard.count < items.count {
      StandardError.write(
        "interject: \(items.count - heard.count) of \(items.count) moments were left out, because "
          + "their recordings were not found; name their folder with --audio\n")
    }
    let page = ReviewPage(
      heard, of: sample, version: interjectVersion, commands: .interject)
    var file = try place()
    try file.append(page.bytes)
    try file.flush()
    StandardError.write(
      "interject: the page contains the voices of agents and customers (\(heard.count) clips of "
        + "6 s): treat it like the recordings\n")
  }
}
