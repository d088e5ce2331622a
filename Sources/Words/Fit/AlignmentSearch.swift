import Conversation

/// Finds by how much the times of words have to be moved to lie in their parties' speech.
struct AlignmentSearch {
  private let middles: PartyPair<[Int]>
  private let speech: PartyPair<SpeechMap>
  private let count: Int

  init(_ words: PartyPair<[Word]>, speech: PartyPair<[Interval]>) {
    func middles(_ words: [Word]) -> [Int] {
      words.map { ($0.interval.start.frames + $0.interval.end.frames) / 2 }
    }
    self.middles = PartyPair(agent: middles(words.agent), customer: middles(words.customer))
    self.speech = PartyPair(
      agent: SpeechMap(speech.agent), customer: SpeechMap(speech.customer))
    count = words.agent.count + words.customer.count
  }

  /// The offset with the most words inside, and their share.
  ///
  /// There is none unless it brings one in fifty more, and no fewer than `least`. `moved` is by how much
  /// the words have been moved already.
  func best(
    from moved: SampleTime = .zero, gaining least: Int = 1
  ) -> (offset: SampleTime, share: Double) {
    guard count > 0 else { return (.zero, 0) }
    let still = inside(0)
    let most = TranscriptFit.farthest.frames
    var best = (offset: 0, inside: still)
    for offset in stride(from: -most - moved.frames, through: most - moved.frames, by: 5) {
      let found = inside(offset)
      if found > best.inside { best = (offset, found) }
    }
    // The best offsets lie side by side; their middle is the likeliest.
    let near = (best.offset - 20...best.offset + 20).filter { inside($0) == best.inside }
    if let first = near.first, let last = near.last { best.offset = (first + last) / 2 }
    let gain = best.inside - still
    if gain * 50 < count || gain < least { best = (0, still) }
    return (SampleTime(frames: best.offset), Double(inside(best.offset)) / Double(count))
  }

  private func inside(_ offset: Int) -> Int {
    inside(offset, .agent) + inside(offset, .customer)
  }

  private func inside(_ offset: Int, _ party: Party) -> Int {
    middles[party].reduce(0) { $0 + (speech[party][$1 + offset] ? 1 : 0) }
  }
}
