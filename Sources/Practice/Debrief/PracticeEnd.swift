/// Why a practice ended.
public enum PracticeEnd: Equatable, Sendable {
  /// The customer had told the whole story and hung up.
  case told
  /// The trainee ended it.
  case left
  /// The trainee's recording was over.
  case recordingOver
  /// The microphone, the output or both were lost for good: the names of those that were.
  case lost(microphone: String?, output: String?)

  /// What the debrief says of it; nil for a story that was told to its end.
  public var note: String? {
    switch self {
    case .told: nil
    case .left: "you ended it before the customer had finished the story"
    case .recordingOver:
      "the trainee's recording ended before the customer had finished the story"
    case .lost: loss.map { "it ended before the customer had finished the story, because \($0)" }
    }
  }

  /// Which devices were lost, as a sentence without its stop; nil where none were.
  public var loss: String? {
    guard case .lost(let microphone, let output) = self else { return nil }
    let lost = [("microphone", microphone), ("output", output)].compactMap { part in
      part.1.map { "the \(part.0) '\($0)'" }
    }
    guard !lost.isEmpty else { return nil }
    return lost.joined(separator: " and ") + (lost.count == 1 ? " was lost" : " were lost")
  }
}
