import Conversation

/// How often something happened, and the moments at which it weighed most.
struct Moments {
  /// The moments that are remembered.
  private static let capacity = 5

  private(set) var count = 0
  private var remembered: [(moment: GuidanceMoment, weight: Double)] = []

  init() {
    remembered.reserveCapacity(Self.capacity + 1)
  }

  /// Counts a moment; of equal weights the earlier stays.
  mutating func add(_ time: SampleTime, weight: Double = 0) {
    count += 1
    remember(GuidanceMoment(time), weight)
  }

  /// Counts those of a call that was followed apart.
  mutating func add(_ other: Moments, of call: GuidanceMoment.NumberedCall) {
    count += other.count
    for (moment, weight) in other.remembered {
      remember(GuidanceMoment(moment.time, in: call), weight)
    }
  }

  /// Takes back a moment that has been counted.
  mutating func remove(_ time: SampleTime) {
    count -= 1
    remembered.removeAll { $0.moment.time == time }
  }

  private mutating func remember(_ moment: GuidanceMoment, _ weight: Double) {
    let index = remembered.firstIndex { $0.weight < weight } ?? remembered.count
    guard index < Self.capacity else { return }
    remembered.insert((moment, weight), at: index)
    if remembered.count > Self.capacity { remembered.removeLast() }
  }

  /// The remembered moments in the order of time.
  var sorted: [GuidanceMoment] { remembered.map(\.moment).sorted { $0.time < $1.time } }

  /// The greatest weight; zero where there is none.
  var weightiest: Double { remembered.first?.weight ?? 0 }
}
