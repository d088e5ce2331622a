/// What all kinds of events have in common: what it is called, whose it is and when.
public struct EventEntry: Equatable, Sendable {
  /// Its name in the event stream.
  public let name: EventName
  /// The party that it concerns; nil for both.
  public let party: Party?
  /// When what it describes began; nil for an event that describes no stretch of time.
  public let start: SampleTime?
  /// When what it describes ended; nil for a moment, and while it goes on.
  public let end: SampleTime?

  init(
    _ name: EventName, _ party: Party? = nil, start: SampleTime? = nil, end: SampleTime? = nil
  ) {
    self.name = name
    self.party = party
    self.start = start
    self.end = end
  }

  init(_ name: EventName, _ party: Party, _ interval: Interval) {
    self.init(name, party, start: interval.start, end: interval.end)
  }

  init(_ name: EventName, _ interval: Interval) {
    self.init(name, start: interval.start, end: interval.end)
  }
}
