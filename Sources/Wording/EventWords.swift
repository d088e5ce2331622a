package import Conversation

/// What events say in plain words, the same in reports, plain lines and the dashboard.
package enum EventWords {
  /// An interruption under way.
  package static func interrupts(_ party: Party) -> String {
    "\(party.name) interrupts \(party.other.name)"
  }

  /// An interruption whose outcome is known, with the length of both talking where it took the turn.
  package static func interruption(
    _ party: Party, _ resolution: InterruptionResolution
  ) -> String {
    let words = "\(interrupts(party)), \(resolution.outcome.clause)"
    return resolution.outcome == .floorTaken
      ? words + " (\(FigureText.length(resolution.overlap)))" : words
  }

  /// A long silence that is over.
  package static func deadAir(_ length: SampleTime, endedBy party: Party?) -> String {
    "dead air of \(FigureText.length(length))" + (party.map { ", \($0.name) ends it" } ?? "")
  }

  /// A call's beginning, with its time of day where that is known.
  package static func callBegins(_ time: (hour: Int, minute: Int)?) -> String {
    "call begins" + (time.map { ", " + FigureText.timeOfDay($0) } ?? "")
  }

  /// A call's end.
  package static func callEnds(_ length: SampleTime) -> String {
    "call ends after \(FigureText.minutes(length))"
  }

  /// What is said before it is known whether it is an interruption.
  package static func bothSpeak(_ party: Party) -> String {
    "both speak: \(party.name) over \(party.other.name)"
  }

  /// Speech over the other that did not take the turn and may have been agreement.
  package static func mayAgree(_ party: Party) -> String {
    "\(party.name) talked over \(party.other.name), may be agreement"
  }

  /// An interruption that was no more than a flag, and what it was instead.
  package static func withdrawn(_ reason: String) -> String { "taken back: \(reason)" }

  /// A backchannel: that it encourages is not known from its timing.
  package static func shortWord(_ party: Party) -> String {
    "\(party.name) says a short word in \(party.other.name)'s turn"
  }

  /// An answer before the other had finished.
  package static func answersEarly(_ party: Party) -> String { "early answer by the \(party.name)" }

  /// A turn that has become long.
  package static func talksLong(_ party: Party) -> String {
    "\(party.name) has been talking for a while"
  }

  /// A stretch in which a party was not heard.
  package static func notHeard(
    _ party: Party, for length: SampleTime, _ reason: UnknownReason
  ) -> String {
    "\(party.name) not heard for \(FigureText.length(length)): \(reason.words)"
  }

  /// That nothing is heard from a party, and what may be the reason.
  package static func nothingHeard(_ party: Party) -> String {
    "Nothing is heard from the \(party.name). "
      + (party == .customer
        ? "Is the call on another output?" : "Muted, or another microphone in use?")
  }

  /// What has become of a device; nil is the one of both.
  package static func device(_ party: Party?, _ state: DeviceState, name: String) -> String {
    (party.map { "\($0.name)'s " } ?? "") + "device \(name.printable) \(state.words)"
  }

  /// A condition that makes figures doubtful, and whose channel has it; nil is both.
  package static func condition(_ words: String, of party: Party?) -> String {
    (party.map { "\($0.name)'s channel: " } ?? "") + words
  }
}

extension InterruptionOutcome {
  /// What came of an interruption, of the one who began it.
  package var words: String {
    switch self {
    case .floorTaken: "took the turn"
    case .floorKept: "did not"
    case .unknown: "unclear"
    }
  }

  /// The same as the rest of a sentence.
  package var clause: String { self == .floorKept ? "did not take the turn" : words }
}
