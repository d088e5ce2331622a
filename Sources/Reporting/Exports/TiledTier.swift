import Conversation

/// A tier of labelled stretches that follow each other without gap or overlap from 0 to its end.
///
/// Where annotations overlap, the stretch that they share carries all their texts.
struct TiledTier {
  let name: String
  let tiles: [(interval: Interval, text: String)]

  init(name: String, _ annotations: [Annotation], length: SampleTime) {
    self.name = name
    let end = max(length, .frame)
    let spans = annotations.map { annotation in
      // A moment is shown for a frame.
      let start = min(max(annotation.interval.start, .zero), end - .frame)
      let stop = min(max(annotation.interval.end, start + .frame), end)
      return (interval: Interval(start: start, end: stop), text: annotation.text)
    }.sorted { $0.interval.start < $1.interval.start }
    let edges = Set(spans.flatMap { [$0.interval.start, $0.interval.end] } + [.zero, end]).sorted()
    var tiles: [(interval: Interval, text: String)] = []
    var active: [(interval: Interval, text: String)] = []
    var next = spans.startIndex
    for (start, stop) in zip(edges, edges.dropFirst()) {
      active.removeAll { $0.interval.end <= start }
      while next < spans.endIndex && spans[next].interval.start <= start {
        active.append(spans[next])
        next += 1
      }
      let text = active.map(\.text).joined(separator: "; ")
      tiles.append((Interval(start: start, end: stop), text))
    }
    self.tiles = tiles
  }
}

extension CallReport {
  /// The tiers that editors show: each party's speech, and what happened.
  var tiers: [TiledTier] {
    Party.allCases.map { TiledTier(name: $0.name, speech(of: $0), length: length) }
      + [TiledTier(name: "events", happenings, length: length)]
  }
}
