import Conversation
import Wording

/// What each cell of a timeline shows.
struct Timeline {
  let scale: TimelineScale
  /// The ticks of speech in each cell.
  private(set) var speech: PartyPair<[Int]>
  /// The ticks in each cell during which a party was not heard.
  private(set) var unheard: PartyPair<[Int]>
  private(set) var overlap: [Int]
  private(set) var deadAir: [Int]
  private(set) var marks: PartyPair<[TimelineMark?]>

  init(_ record: CallRecord, length: SampleTime, columns: Int, withheld: Withheld) {
    scale = TimelineScale(length: length, columns: columns)
    let none = [Int](repeating: 0, count: scale.cells)
    speech = PartyPair(repeating: none)
    unheard = PartyPair(repeating: none)
    overlap = none
    deadAir = none
    marks = PartyPair(repeating: [TimelineMark?](repeating: nil, count: scale.cells))
    for party in Party.allCases {
      for segment in record.segments[party] { scale.add(segment, to: &speech[party]) }
    }
    for lost in record.unknown { scale.add(lost.interval, to: &unheard[lost.party]) }
    for silence in record.deadAir { scale.add(silence.interval, to: &deadAir) }
    if !withheld.contains(.overlap) {
      for both in record.overlaps { scale.add(both.interval, to: &overlap) }
    }
    if !withheld.contains(.interruptions) { mark(record) }
  }

  private mutating func mark(_ record: CallRecord) {
    for party in Party.allCases {
      for interval in record.backchannels[party] { mark(.backchannel, party, interval.start) }
    }
    for answer in record.prematureAnswers { mark(.answer, answer.party, answer.start) }
    for interruption in record.interruptions {
      let kind: TimelineMark =
        switch interruption.resolution?.outcome {
        case .floorTaken: .floorTaken
        case .floorKept: .floorKept
        case .unknown, nil: .floorUnclear
        }
      mark(kind, interruption.flag.party, interruption.flag.start)
    }
  }

  private mutating func mark(_ kind: TimelineMark, _ party: Party, _ time: SampleTime) {
    guard scale.cells > 0 else { return }
    let cell = scale.cell(at: time)
    marks[party][cell] = marks[party][cell].map { max($0, kind) } ?? kind
  }
}

extension TimelineScale {
  /// Adds the ticks that an interval has in each cell.
  fileprivate func add(_ interval: Interval, to sums: inout [Int]) {
    var start = max(0, interval.start.ticks)
    while start < interval.end.ticks && start / cell.ticks < cells {
      let index = start / cell.ticks
      let end = min(interval.end.ticks, (index + 1) * cell.ticks)
      sums[index] += end - start
      start = end
    }
  }
}
