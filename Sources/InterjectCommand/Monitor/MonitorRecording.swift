import AudioFiles
import Conversation
import Interject

/// `--record`: the audio of both parties in a file.
final class MonitorRecording: MonitorOutput {
  private let path: String
  private var recorder: CallRecorder?
  private var isFailureSaid = false

  /// Records to a file that must not be there yet.
  init(path: String) {
    self.path = path
  }

  /// Whether the recording has ended before its time.
  var isFailing: Bool { recorder?.failure != nil }

  /// Makes the file and what writes to it.
  func start(rate: EngineRate) throws(CommandFailure) -> CallRecorder {
    do {
      let recorder = try CallRecorder.start(path, rate: rate)
      self.recorder = recorder
      return recorder
    } catch {
      throw CommandFailure(error)
    }
  }

  func begin(_ session: Session, heard: String) throws(CommandFailure) {
    StandardError.write("interject: recording both parties to \(path)\n")
  }

  func notices() -> [String] {
    guard !isFailureSaid, let failure = recorder?.failure else { return [] }
    isFailureSaid = true
    return ["the recording ended early, monitoring continues: \(failure)"]
  }

  func finish(_ summary: Summary) throws(CommandFailure) {
    if let failure = recorder?.failure { throw CommandFailure(failure) }
  }
}
