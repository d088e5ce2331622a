import Conversation

/// What follows from the finished segments alone, computed naively from who spoke when.
struct FrameOracle {
  /// Both parties' states, from the segments of the event list and the frames not heard.
  let frames: [PartyPair<FrameState>]

  init(_ call: ScriptedCall, script states: PartyPair<[FrameState]>) {
    var frames = [PartyPair<FrameState>](
      repeating: PartyPair(repeating: .silent), count: call.length)
    for event in call.events {
      guard case .speech(let party, let span) = event.kind else { continue }
      for frame in span.start.frames..<span.end.frames { frames[frame][party] = .speaking }
    }
    for party in Party.allCases {
      for (frame, state) in states[party].enumerated() where state == .unknown {
        frames[frame][party] = .unknown
      }
    }
    self.frames = frames
  }

  func isUnknown(_ frame: Int) -> Bool {
    frames[frame].agent == .unknown || frames[frame].customer == .unknown
  }

  func isSilent(_ frame: Int) -> Bool {
    frames[frame].agent == .silent && frames[frame].customer == .silent
  }

  func areBothSpeaking(_ frame: Int) -> Bool {
    frames[frame].agent == .speaking && frames[frame].customer == .speaking
  }

  /// The one who speaks while the other is silent.
  func alone(_ frame: Int) -> Party? {
    Party.allCases.first { frames[frame][$0] == .speaking && frames[frame][$0.other] == .silent }
  }

  /// The longest stretches of frames with a property.
  func runs(_ holds: (Int) -> Bool) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    for frame in frames.indices where holds(frame) {
      if let last = runs.last, last.upperBound == frame {
        runs[runs.count - 1] = last.lowerBound..<frame + 1
      } else {
        runs.append(frame..<frame + 1)
      }
    }
    return runs
  }

  /// The mutual silences of at least 3 s, with who speaks next.
  var deadAir: [String] {
    runs(isSilent).filter { $0.count >= 300 }.map { run in
      var by: Party?
      if run.upperBound < frames.count {
        by = Party.allCases.first { frames[run.upperBound][$0] == .speaking }
      }
      return "\(text(run)) \(by?.name ?? "nobody")"
    }
  }

  /// The overlaps: who came later, and who goes on alone.
  var overlaps: [String] {
    runs(areBothSpeaking).map { run in
      let starts = PartyPair(agent: onset(.agent, run), customer: onset(.customer, run))
      var by: Party = starts.agent > starts.customer ? .agent : .customer
      if starts.agent == starts.customer {
        let before = (0..<run.lowerBound).last { alone($0) != nil }
        by = before.flatMap { alone($0) }?.other ?? .customer
      }
      let after = (run.upperBound..<frames.count).first { !isSilent($0) }
      let next = after.flatMap { alone($0) }
      return "\(by.name) \(text(run)) \(next == by ? "between" : "within")"
    }
  }

  private func onset(_ party: Party, _ run: Range<Int>) -> Int {
    var frame = run.lowerBound
    while frame > 0, frames[frame - 1][party] == .speaking { frame -= 1 }
    return frame
  }

  /// The floor after an onset: the first to speak alone for a second within five.
  func floor(newcomer: Party, onset: Int) -> (outcome: InterruptionOutcome, overlap: Int) {
    var run = PartyPair(repeating: 0)
    var overlap = 0
    for frame in onset..<min(onset + 500, frames.count) {
      if isUnknown(frame) { return (.unknown, overlap) }
      if areBothSpeaking(frame) { overlap += 1 }
      for party in Party.allCases where frames[frame][party.other] == .speaking { run[party] = 0 }
      if let party = alone(frame) { run[party] += 1 }
      if run[newcomer] == 100 { return (.floorTaken, overlap) }
      if run[newcomer.other] == 100 { return (.floorKept, overlap) }
    }
    return (.unknown, overlap)
  }

  private func text(_ run: Range<Int>) -> String {
    ScriptedCall.text(
      Interval(start: SampleTime(frames: run.lowerBound), end: SampleTime(frames: run.upperBound)))
  }
}
