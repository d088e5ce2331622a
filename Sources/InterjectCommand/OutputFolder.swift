import AudioFiles
import Foundation
import Glibc
import Reporting

/// The folder of `--output`: how its files are called, and that none is lost there.
struct OutputFolder {
  /// The folder.
  let path: String
  /// Whether files that are there already are replaced.
  let replaces: Bool

  /// A recording's name without folder and extension, with the format's extension.
  func path(of source: CallSource, _ format: OutputFormat) -> String {
    let input = source.inputs[0].name
    let name = input.split(separator: "/").last.map(String.init) ?? input
    let stem = name.lastIndex(of: ".").map { $0 > name.startIndex ? String(name[..<$0]) : name }
    return "\(path)/\(stem ?? name).\(format.fileExtension)"
  }

  /// Creates the file of a recording and a format.
  func create(_ source: CallSource, _ format: OutputFormat) throws(CommandFailure) -> OutputFile {
    try .create(path(of: source, format), mayReplace: replaces)
  }

  /// Makes the folder, and refuses before any work what would end in the loss of a file: two
  /// results of one name, a result of a recording's name, and a file that nobody said to replace.
  func prepare(for sources: [CallSource], _ formats: [OutputFormat]) throws(CommandFailure) {
    var sourceNames: [String: String] = [:]
    for source in sources {
      for format in formats {
        let file = path(of: source, format)
        if let other = sourceNames.updateValue(source.inputs[0].name, forKey: file) {
          throw CommandFailure(
            exitCode: 64,
            message: "\(file): the results of both \(other) and \(source.inputs[0].name) would go "
              + "there; analyze them in two runs with two folders")
        }
      }
    }
    try makeFolder()
    let inputs = Set(sources.flatMap(\.inputs).compactMap { FileIdentity($0.name) })
    let present = sourceNames.keys.filter { FileIdentity($0, isFollowed: false) != nil }.sorted()
    if let recording = present.first(where: { FileIdentity($0).map(inputs.contains) ?? false }) {
      throw CommandFailure(
        exitCode: 64, message: "\(recording): that is a recording; name another folder")
    }
    guard !replaces, let first = present.first else { return }
    let others = present.count > 1 ? " and \(present.count - 1) more" : ""
    throw CommandFailure(
      exitCode: 74,
      message: "\(first)\(others): there already; replace with --force, or name another folder")
  }

  private func makeFolder() throws(CommandFailure) {
    do {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    } catch {
      throw CommandFailure(
        exitCode: 74,
        message: "\(path): no folder can be made there: \(String(cString: strerror(errno))); "
          + "name another place with --output")
    }
  }
}

extension CallSource {
  /// The recordings, the agent's first.
  fileprivate var inputs: [AudioInput] {
    switch layout {
    case .together(let input): [input]
    case .apart(let agent, let customer): [agent, customer]
    }
  }
}
