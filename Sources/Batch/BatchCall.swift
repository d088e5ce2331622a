package import AudioFiles
package import Listening

/// A call of a batch: where its audio is, what is known of it, and where its results go.
package struct BatchCall: Sendable {
  /// The recordings.
  package var source: CallSource
  /// What is known besides its audio.
  package var identity: CallIdentity
  /// The path of the recording, the agent's where there are two.
  package var recording: String
  /// The folder in which it was found, which the results need not repeat.
  package var root: String
  /// The name of its results where it is not the recording's.
  package var name: String?
  /// The line of the manifest that names it, as `calls.csv:7`.
  package var origin: String?
  /// Who speaks when, where that is not to be found out.
  package var segments: SegmentsInput? {
    didSet { look() }
  }
  /// The transcript of what is said in it.
  package var transcript: String? {
    didSet { look() }
  }
  /// The bytes of its recordings, by which work is shared out.
  package private(set) var size = 0
  /// What each file looked like when it was found.
  package private(set) var stamps: [FileStamp?] = []
  /// Why it cannot be analyzed, where that is known before it is read.
  package var fault: BatchError?

  package init(
    _ source: CallSource, recording: String, root: String, identity: CallIdentity = CallIdentity(),
    name: String? = nil, origin: String? = nil
  ) {
    self.source = source
    self.recording = recording
    self.root = root
    self.identity = identity
    self.name = name
    self.origin = origin
    look()
  }

  /// The files that are read.
  package var files: [String] {
    source.paths + [segments?.path, transcript].compactMap(\.self)
  }

  /// Whether one of its files has changed, or gone, since it was found.
  package var hasChanged: Bool { files.map(FileStamp.init) != stamps }

  private mutating func look() {
    stamps = files.map(FileStamp.init)
    size = stamps.reduce(0) { $0 + ($1?.size ?? 0) }
  }
}

extension CallSource {
  /// The inputs, the agent's first.
  package var inputs: [AudioInput] {
    switch layout {
    case .together(let input): [input]
    case .apart(let agent, let customer): [agent, customer]
    }
  }

  /// The files that are read.
  package var paths: [String] {
    inputs.compactMap { if case .path(let path) = $0.location { path } else { nil } }
  }
}
