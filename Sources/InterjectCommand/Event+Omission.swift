import Conversation

extension Event {
  /// The warning, told before this event, that earlier ones were left out for a slow reader.
  var omission: Event { Event(at: at, kind: .warning(.eventsDropped, nil)) }
}
