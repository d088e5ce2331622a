import Conversation
import Wording

/// The last minutes as the timeline shows them; older stretches are forgotten.
struct RecentPast: Equatable, Sendable {
  /// As long as the widest timeline.
  static let kept = SampleTime(seconds: 600)

  /// A sign and its party; `id` is an interruption's number.
  struct PlacedSign: Equatable, Sendable {
    var party: Party
    var time: SampleTime
    var sign: TimelineMark
    var id: Int?
  }

  private(set) var speech = PartyPair<[Interval]>(repeating: [])
  private(set) var unheard = PartyPair<[Interval]>(repeating: [])
  private(set) var overlaps: [Interval] = []
  private(set) var deadAir: [Interval] = []
  private(set) var holds: [Interval] = []
  private(set) var signs: [PlacedSign] = []
  private(set) var marks: [SampleTime] = []

  mutating func add(speech interval: Interval, of party: Party) {
    Self.add(interval, to: &speech[party])
  }

  mutating func add(unheard interval: Interval, of party: Party) {
    Self.add(interval, to: &unheard[party])
  }

  mutating func add(overlap interval: Interval) { Self.add(interval, to: &overlaps) }

  mutating func add(deadAir interval: Interval) { Self.add(interval, to: &deadAir) }

  mutating func add(hold interval: Interval) { Self.add(interval, to: &holds) }

  mutating func add(mark time: SampleTime) {
    marks.removeAll { $0 < time - Self.kept }
    marks.append(time)
  }

  mutating func add(_ sign: TimelineMark, of party: Party, at time: SampleTime, id: Int? = nil) {
    signs.removeAll { $0.time < time - Self.kept }
    signs.append(PlacedSign(party: party, time: time, sign: sign, id: id))
  }

  /// Changes an interruption's sign, or takes it away.
  mutating func settle(id: Int, as sign: TimelineMark?) {
    guard let index = signs.lastIndex(where: { $0.id == id }) else { return }
    if let sign { signs[index].sign = sign } else { signs.remove(at: index) }
  }

  private static func add(_ interval: Interval, to list: inout [Interval]) {
    list.removeAll { $0.end < interval.end - Self.kept }
    list.append(interval)
  }
}
