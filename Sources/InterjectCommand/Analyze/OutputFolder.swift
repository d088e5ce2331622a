import AudioFiles
import Batch
import FoundationEssentials
import Glibc
import Reporting

/// The folder of `--output`: how its files are called, and that none is lost there.
struct OutputFolder {
  /// What becomes of results that are there already.
  enum Present {
    /// They are not touched, and nothing is begun.
    case refused
    /// They are replaced.
    case replaced
    /// Those that an earlier run finished under the same conditions stay.
    case continued
  }

  /// The folder.
  let path: String
  let present: Present

  /// The path of a call's results without their extensions.
  func path(of name: String) -> String { path.appending(name: name) }

  /// Makes the folder, and refuses before any work what would end in the loss of a file: a result
  /// of a recording's name, and a file that nobody said to replace.
  func prepare(
    for calls: [BatchCall], names: [String], _ formats: [OutputFormat]
  ) throws(CommandFailure) {
    try makeFolder()
    let files = names.lazy.flatMap { name in
      formats.lazy.map { "\(path(of: name)).\($0.fileExtension)" }
    }
    let present = files.filter { FileIdentity($0, isFollowed: false) != nil }.sorted()
    guard let first = present.first else { return }
    let inputs = Set(calls.lazy.flatMap(\.source.paths).compactMap { FileIdentity($0) })
    if let recording = present.first(where: { FileIdentity($0).map(inputs.contains) ?? false }) {
      throw CommandFailure(
        exitCode: 64, message: "\(recording): this is one of the recordings; name another folder")
    }
    guard self.present == .refused else { return }
    let others = present.count > 1 ? " and \(present.count - 1) more" : ""
    throw CommandFailure(
      exitCode: 74,
      message: "\(first)\(others): already there; overwrite with --force, do only what is missing "
        + "with --resume, or name another folder")
  }

  private func makeFolder() throws(CommandFailure) {
    if let file = fileInTheWay {
      throw CommandFailure(
        exitCode: 74, message: "\(file): this is a file; name a folder with --output")
    }
    do {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    } catch {
      throw CommandFailure(
        exitCode: 74,
        message: "\(path): cannot create this folder: \(String(cString: strerror(errno))); "
          + "name another place with --output")
    }
    guard access(path, W_OK | X_OK) == 0 else {
      throw CommandFailure(
        exitCode: 74,
        message: "\(path): cannot write there: \(String(cString: strerror(errno))); "
          + "name another place with --output")
    }
  }
}

extension OutputFolder {
  /// What is no folder and stands where the folder or one above it would be.
  private var fileInTheWay: String? {
    var place = path
    while true {
      var isFolder = false
      if FileManager.default.fileExists(atPath: place, isDirectory: &isFolder) {
        return isFolder ? nil : place
      }
      guard let slash = place.lastIndex(of: "/") else { return nil }
      place = String(place[..<slash])
    }
  }
}
