package import Conversation

/// Fields of objects; an optional value that is missing becomes `null`.
extension JSONText {
  package mutating func field(_ name: String, _ text: String?) {
    self.name(name)
    if let text { value(text) } else { null() }
  }

  package mutating func field(_ name: String, _ number: Int) {
    self.name(name)
    value(number)
  }

  package mutating func field(_ name: String, _ number: Double?, places: Int = 3) {
    self.name(name)
    if let number { value(number, places: places) } else { null() }
  }

  package mutating func field(_ name: String, _ flag: Bool) {
    self.name(name)
    value(flag)
  }

  package mutating func field(_ name: String, _ flag: Bool?) {
    if let flag { return field(name, flag) }
    self.name(name)
    null()
  }

  package mutating func field(_ name: String, _ time: SampleTime?) {
    self.name(name)
    if let time { value(time) } else { null() }
  }

  package mutating func field(_ name: String, _ party: Party) {
    self.name(name)
    value(party.name)
  }

  package mutating func fields(_ change: ToneChange) {
    field("party", change.party)
    field("measure", change.measure.rawValue)
    field("from", change.from, places: 1)
    field("to", change.to, places: 1)
    field("start", change.start)
  }

  package mutating func fields(_ interval: Interval) {
    field("start", interval.start)
    field("end", interval.end)
  }
}
