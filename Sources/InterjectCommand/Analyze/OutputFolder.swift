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

  /// The caller's own name of the only call; nil where files are called after their recordings.
  let callID: String?

  /// The call's name with the format's extension.
  func path(of source: CallSource, _ format: OutputFormat) -> String {
    "\(path)/\(name(of: source).text).\(format.fileExtension)"
  }

  private func name(of source: CallSource) -> CallName {
    CallName(callID: callID, recording: source.inputs[0].name)
  }

  /// Creates the file of a recording and a format.
  func create(_ source: CallSource, _ format: OutputFormat) throws(CommandFailure) -> OutputFile {
    try .create(path(of: source, format), mayReplace: replaces)
  }

  /// Makes the folder, and refuses before any work what would end in the loss of a file: two
  /// results of one name, a result of a recording's name, and a file that nobody said to replace.
  func prepare(for sources: [CallSource], _ formats: [OutputFormat]) throws(CommandFailure) {
    if let callID, !CallName(callID: callID, recording: "").isFileName {
      throw CommandFailure(
        exitCode: 64,
        message: "--call-id '\(callID)': no file can be called so; write at most 200 bytes that do "
          + "not begin with a dot")
    }
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
    if let file = fileInTheWay {
      throw CommandFailure(
        exitCode: 74, message: "\(file): that is a file; name a folder with --output")
    }
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

extension OutputFolder {
  /// What is no folder and stands where the folder or one above it would be.
  private var fileInTheWay: String? {
    var place = path
    while true {
      var isFolder: ObjCBool = false
      if FileManager.default.fileExists(atPath: place, isDirectory: &isFolder) {
        return isFolder.boolValue ? nil : place
      }
      guard let slash = place.lastIndex(of: "/") else { return nil }
      place = String(place[..<slash])
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
