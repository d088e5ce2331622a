import AlsaPlayback

extension CommandFailure {
  /// An output that could not be opened, with what to do.
  init(_ error: PlaybackError) {
    let remedy =
      switch error.code {
      case .unknown: "'interject devices' lists the outputs"
      case .busy: "close it, or name another with --output"
      case .forbidden: "join the group 'audio'"
      case .unreachable: "start it"
      case .failed: "name another with --output"
      }
    self.init(exitCode: 69, message: "\(error); \(remedy)")
  }
}
