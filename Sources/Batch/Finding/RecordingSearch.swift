import Glibc

/// Finds the recordings that files, folders and patterns name, in an order that does not change.
package struct RecordingSearch {
  /// A recording, and the folder below which it was looked for.
  package struct Found: Equatable, Sendable {
    package let path: String
    package let root: String
  }

  /// The recordings, each once.
  package private(set) var recordings: [Found] = []
  /// Places that could not be read; the others are still worth reading.
  package private(set) var faults: [BatchError] = []
  /// The files of folders that are no recordings.
  package private(set) var passedOver = 0
  /// Whether anything but a single file was named.
  package private(set) var hasSearched = false
  /// Whether every file of a folder is taken, since nothing in it says what it is.
  private let takesAll: Bool
  private var known: Set<String> = []
  private var visited: Set<FolderIdentity> = []

  package init(takesAll: Bool = false) {
    self.takesAll = takesAll
  }

  /// Adds what an argument names: a file, a folder with all below it, or a pattern such as `**/*.wav`.
  ///
  /// A file is added whether it is there or not. A folder or a pattern without a recording is a fault.
  package mutating func add(_ argument: String) throws(BatchError) {
    let path = argument.count > 1 ? argument.withoutTrailingSlashes : argument
    switch FolderIdentity.kind(of: path) {
    case .folder: try addFolder(path)
    case .missing where PathPattern.isPattern(path): try addMatches(of: path)
    case .file, .missing: add(file: path, root: path.folder)
    }
  }

  private mutating func addFolder(_ path: String) throws(BatchError) {
    hasSearched = true
    let before = (recordings.count, faults.count)
    let passedOverBefore = passedOver
    search(path, root: path)
    guard (recordings.count, faults.count) == before else { return }
    guard !known.contains(where: { $0.hasPrefix("\(path)/") }) else { return }
    let others = passedOver - passedOverBefore
    throw BatchError(
      .notFound, at: path,
      others == 0
        ? "no recordings in this folder; check its name"
        : "none of the \(others) files in this folder is a recording; name the files themselves")
  }

  private mutating func addMatches(of text: String) throws(BatchError) {
    hasSearched = true
    let pattern = PathPattern(text)
    let matches = pattern.matches
    guard !matches.isEmpty else {
      throw BatchError(.notFound, at: text, "nothing matches; check the pattern")
    }
    for match in matches {
      if FolderIdentity.kind(of: match) == .folder {
        search(match, root: pattern.root)
      } else {
        add(file: match, root: pattern.root)
      }
    }
  }

  private mutating func add(file path: String, root: String) {
    if known.insert(path).inserted { recordings.append(Found(path: path, root: root)) }
  }

  private mutating func search(_ folder: String, root: String) {
    // A link back to a folder above would lead round in circles.
    guard let identity = FolderIdentity(folder), visited.insert(identity).inserted else { return }
    let listing: FolderListing
    do throws(BatchError) {
      listing = try FolderListing(folder)
    } catch {
      faults.append(error)
      return
    }
    faults += listing.foreignNames.map {
      BatchError(
        .unreadable, at: folder.appending(name: $0),
        "the name is not UTF-8; rename the file or folder")
    }
    for name in listing.names {
      let path = folder.appending(name: name)
      switch FolderIdentity.kind(of: path) {
      case .folder: search(path, root: root)
      case .file where takesAll || RecordingKinds.isRecording(name): add(file: path, root: root)
      case .file: passedOver += 1
      // A link that leads nowhere, or a file that has gone since.
      case .missing where RecordingKinds.isRecording(name): add(file: path, root: root)
      case .missing: passedOver += 1
      }
    }
  }
}
