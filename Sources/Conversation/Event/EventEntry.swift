/// What all kinds of events have in common: what it is called, whose it is and when.
public struct EventEntry: Equatable, Sendable {
  /// What it is called.
  public let name: EventName
  /// The party that it concerns; nil for both.
  public let party: Party?
  /// The beginning of what it is about; nil for a mere report.
  public let start: SampleTime?
  /// The end of what it is about; nil for a moment, and for what has just begun.
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
