import Conversation

/// Who spoke when in a call of any length, in a bounded number of cells.
///
/// A cell is a second long; when a call outgrows them, two become one.
struct CallSketch: Equatable, Sendable {
  static let most = 240

  private(set) var cell = SampleTime(seconds: 1)
  /// The seconds of speech in each cell.
  private(set) var speech = PartyPair<[Float]>(repeating: [])
  private let start: SampleTime

  init(from start: SampleTime) {
    self.start = start
  }

  /// The length that the cells show.
  var length: SampleTime {
    SampleTime(ticks: max(speech.agent.count, speech.customer.count) * cell.ticks)
  }

  mutating func add(_ interval: Interval, of party: Party) {
    let from = max(0, (interval.start - start).ticks)
    let end = (interval.end - start).ticks
    guard end > from else { return }
    while end > Self.most * cell.ticks { halve() }
    let cells = (end + cell.ticks - 1) / cell.ticks
    while speech[party].count < cells { speech[party].append(0) }
    var time = from
    while time < end {
      let index = time / cell.ticks
      let next = min(end, (index + 1) * cell.ticks)
      speech[party][index] += Float(next - time) / Float(SampleTime.ticksPerSecond)
      time = next
    }
  }

  /// The share of speech of a party between two shares of a length.
  func share(_ party: Party, from: Double, to: Double, of length: SampleTime) -> Double {
    let cells = speech[party]
    let scale = Double(length.ticks) / Double(cell.ticks)
    let first = Int(from * scale)
    let last = max(first, Int((to * scale).rounded(.up)) - 1)
    guard first < cells.count else { return 0 }
    let part = cells[first...min(last, cells.count - 1)]
    return min(1, Double(part.reduce(0, +)) / (cell.seconds * Double(last - first + 1)))
  }

  private mutating func halve() {
    cell = SampleTime(ticks: cell.ticks * 2)
    for party in Party.allCases {
      let cells = speech[party]
      speech[party] = stride(from: 0, to: cells.count, by: 2).map { index in
        cells[index] + (index + 1 < cells.count ? cells[index + 1] : 0)
      }
    }
  }
}
