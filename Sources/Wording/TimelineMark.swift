import Conversation

/// Something at a moment of a timeline; of several in one cell the greatest is shown.
package enum TimelineMark: Int, Comparable, CaseIterable, Sendable {
  case backchannel, answer, floorUnclear, floorKept, floorTaken

  package static func < (left: TimelineMark, right: TimelineMark) -> Bool {
    left.rawValue < right.rawValue
  }

  /// What it means, for the key of a timeline.
  package var words: String {
    switch self {
    case .floorTaken: "interrupts, \(InterruptionOutcome.floorTaken.words)"
    case .floorKept: "interrupts, \(InterruptionOutcome.floorKept.words)"
    case .floorUnclear: "interrupts, \(InterruptionOutcome.unknown.words)"
    case .answer: "early answer"
    case .backchannel: "backchannel"
    }
  }
}
