import Conversation

extension Event {
  /// The warning that earlier events were left out for a slow reader.
  static func omission(at time: SampleTime) -> Event {
    Event(at: time, kind: .warning(.eventsDropped, nil))
  }

  /// Whether it is written however slow the reader is: the result of a call.
  var isResult: Bool {
    if case .callEnded = kind { true } else { false }
  }
}
