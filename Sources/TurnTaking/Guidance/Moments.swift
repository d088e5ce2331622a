import Conversation

/// How often something happened, and the moments at which it weighed most.
struct Moments {
  /// The moments that are remembered.
  private static let capacity = 5

  private(set) var count = 0
  private var times: [(time: SampleTime, weight: Double)] = []

  init() {
    times.reserveCapacity(Self.capacity + 1)
  }

  /// Counts a moment; of equal weights the earlier stays.
  mutating func add(_ time: SampleTime, weight: Double = 0) {
    count += 1
    let index = times.firstIndex { $0.weight < weight } ?? times.count
    guard index < Self.capacity else { return }
    times.insert((time, weight), at: index)
    if times.count > Self.capacity { times.removeLast() }
  }

  /// The remembered moments in the order of time.
  var sorted: [SampleTime] { times.map(\.time).sorted() }
}
