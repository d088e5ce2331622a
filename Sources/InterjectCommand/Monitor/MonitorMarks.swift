import Conversation
import FoundationEssentials
import Glibc
import History
import Interject

/// `--marks`: keeps the flags that are marked as wrong, as answers that `review` reads back.
final class MonitorMarks: MonitorOutput {
  private let path: String
  private let recording: String?
  private var log: ContestLog?

  /// Keeps marks in a file that must not be there yet, so that no others are lost; `recording` is where
  /// the audio goes, if it is kept.
  init(path: String, recording: String?) throws(CommandFailure) {
    guard FileIdentity(path) == nil else {
      throw CommandFailure(
        exitCode: 74, message: "--marks \(path): already exists; name a new file")
    }
    let folder = FilePlace.folder(of: path)
    guard access(folder, W_OK | X_OK) == 0 else {
      throw CommandFailure(
        exitCode: 74,
        message: "--marks \(path): \(String(cString: strerror(errno))); name another place")
    }
    self.path = path
    self.recording = recording
  }

  func begin(_ session: Session, heard: String) throws(CommandFailure) {
    log = ContestLog(session, recording: recording)
  }

  func take(_ event: Event) throws(CommandFailure) {
    log?.add(event)
    // As soon as there is something to lose.
    switch event.kind {
    case .contest, .contestWithdrawn: break
    default: return
    }
    guard let bytes = log?.bytes(saved: Date.now) else { return }
    var file = try AtomicFile(path, option: "--marks")
    try file.append(bytes)
    try file.finish()
  }

  func finish(_ summary: Summary) throws(CommandFailure) {}
}
