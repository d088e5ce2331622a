import Conversation
import Wording

/// What each cell of the scrolling timeline shows; the last cell is the present.
struct TimelinePicture {
  let scale: Scale
  /// The share of each cell that is speech, from 0 to 1.
  private(set) var speech: PartyPair<[Double]>
  private(set) var unheard: PartyPair<[Double]>
  private(set) var overlap: [Double]
  private(set) var deadAir: [Double]
  private(set) var hold: [Double]
  private(set) var signs: PartyPair<[TimelineMark?]>
  private(set) var marks: [Bool]

  /// Which stretch of the stream each cell shows.
  struct Scale {
    /// The length that one column shows.
    let cell: SampleTime
    /// The number of columns.
    let cells: Int
    /// The number of the first cell since the start of the stream.
    let first: Int
  }

  /// The least time that a timeline shows.
  private static let least = SampleTime(seconds: 60)
  private static let cellLengths = [1, 1.5, 2, 3, 5].map(SampleTime.init(seconds:))

  init(_ state: DashboardState, columns: Int) {
    let columns = max(1, columns)
    let cell =
      Self.cellLengths.first { columns * $0.ticks >= Self.least.ticks }
      ?? SampleTime(ticks: Self.least.ticks / columns)
    let cells = min(columns, RecentPast.kept.ticks / cell.ticks)
    // Cells keep their borders while they scroll, or every edge would flicker.
    scale = Scale(cell: cell, cells: cells, first: state.now.ticks / cell.ticks - cells + 1)
    let none = [Double](repeating: 0, count: cells)
    speech = PartyPair(repeating: none)
    unheard = PartyPair(repeating: none)
    (overlap, deadAir, hold) = (none, none, none)
    signs = PartyPair(repeating: Array(repeating: nil, count: cells))
    marks = Array(repeating: false, count: cells)
    add(state)
  }

  private mutating func add(_ state: DashboardState) {
    let past = state.past
    let now = state.now
    for party in Party.allCases {
      let status = state.parties[party]
      for interval in past.unheard[party] { scale.add(interval, to: &unheard[party]) }
      scale.add(from: status.unheardSince, to: now, &unheard[party])
    }
    for interval in past.holds { scale.add(interval, to: &hold) }
    scale.add(from: state.holdSince, to: now, &hold)
    if !state.withheld.contains(.speech) { addSpeech(state) }
    if !state.withheld.contains(.overlap) {
      for interval in past.overlaps { scale.add(interval, to: &overlap) }
      scale.add(from: state.overlapSince, to: now, &overlap)
    }
    if !state.withheld.contains(.interruptions) { place(past.signs) }
    for mark in past.marks {
      if let cell = scale.cell(at: mark) { marks[cell] = true }
    }
  }

  private mutating func addSpeech(_ state: DashboardState) {
    for party in Party.allCases {
      for interval in state.past.speech[party] { scale.add(interval, to: &speech[party]) }
      scale.add(from: state.parties[party].speakingSince, to: state.now, &speech[party])
    }
    for interval in state.past.deadAir { scale.add(interval, to: &deadAir) }
    scale.add(from: state.deadAirSince, to: state.now, &deadAir)
  }

  private mutating func place(_ placed: [RecentPast.PlacedSign]) {
    for one in placed {
      guard let cell = scale.cell(at: one.time) else { continue }
      signs[one.party][cell] = max(signs[one.party][cell] ?? one.sign, one.sign)
    }
  }
}

extension TimelinePicture.Scale {
  /// The cell that shows a moment; nil where none does.
  fileprivate func cell(at time: SampleTime) -> Int? {
    let index = time.ticks / cell.ticks - first
    return index >= 0 && index < cells ? index : nil
  }

  fileprivate func add(from start: SampleTime?, to end: SampleTime, _ sums: inout [Double]) {
    if let start { add(Interval(start: start, end: end), to: &sums) }
  }

  /// Adds the share that an interval has of each cell.
  fileprivate func add(_ interval: Interval, to sums: inout [Double]) {
    var start = max(interval.start.ticks, first * cell.ticks, 0)
    while start < interval.end.ticks {
      let index = start / cell.ticks - first
      guard index < cells else { return }
      let end = min(interval.end.ticks, (index + first + 1) * cell.ticks)
      sums[index] += Double(end - start) / Double(cell.ticks)
      start = end
    }
  }
}
