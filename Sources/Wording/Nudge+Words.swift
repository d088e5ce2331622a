package import Conversation

extension Nudge {
  /// What was heard, with `time` for its moment: of the stream, or of the call on the dashboard.
  ///
  /// It says no more than is known, and leaves to the agent what to make of it.
  package func words(at time: SampleTime) -> String {
    let clock = FigureText.moment(time)
    guard rule != .talkedLong else { return "You have been talking since \(clock)." }
    return switch outcome {
    case .floorTaken: "Both spoke at \(clock); the customer stopped."
    case .floorKept: "Both spoke at \(clock); the customer went on."
    case .unknown, nil: "Both spoke at \(clock)."
    }
  }

  /// What was heard, at its time in the stream.
  package var words: String { words(at: start) }
}
