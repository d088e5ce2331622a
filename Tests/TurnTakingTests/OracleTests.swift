import Conversation
import Testing

/// The state machine equals what naive counting makes of the same segments.
@Suite struct OracleTests {
  @Test(arguments: 0..<3) func segmentsAreTheScript(seed: Int) {
    let states = RandomConversation.reckless(seed: seed)
    let oracle = RandomCall.heard[seed].oracle
    for party in Party.allCases {
      // Speech too short to count may be cut off at the end.
      let wrong = states[party].indices.dropLast(10).first {
        states[party][$0] != oracle.frames[$0][party]
      }
      #expect(wrong == nil)
    }
  }

  @Test(arguments: RandomCall.all) func deadAir(random: RandomCall) {
    let (call, oracle) = (random.call, random.oracle)
    #expect(call.deadAir == oracle.deadAir)
  }

  @Test(arguments: RandomCall.all) func overlaps(random: RandomCall) {
    let (call, oracle) = (random.call, random.oracle)
    #expect(!call.overlaps.isEmpty)
    #expect(call.overlaps.sorted() == oracle.overlaps.sorted())
  }

  @Test(arguments: RandomCall.all) func floorOutcomes(random: RandomCall) {
    let (call, oracle) = (random.call, random.oracle)
    var flags: [Int: Interruption] = [:]
    for event in call.events {
      if case .interruption(let flag) = event.kind { flags[flag.id] = flag }
      guard case .interruptionResolved(let end) = event.kind, let flag = flags[end.id] else {
        continue
      }
      let floor = oracle.floor(newcomer: flag.party, onset: flag.start.frames)
      #expect(end.outcome == floor.outcome, "flag \(end.id) at \(flag.start.seconds) s")
      #expect(end.overlap.frames == floor.overlap, "flag \(end.id) at \(flag.start.seconds) s")
    }
  }

  @Test(arguments: RandomCall.heard) func overlapKindsAreHeldnerAndEdlunds(random: RandomCall) {
    let (call, oracle) = (random.call, random.oracle)
    var kinds: [Int: OverlapKind] = [:]
    for event in call.events {
      if case .overlap(let overlap) = event.kind {
        kinds[overlap.interval.start.frames] = overlap.kind
      }
    }
    let overlaps = oracle.labels.filter { $0.kind == .withinOverlap || $0.kind == .betweenOverlap }
    #expect(!overlaps.isEmpty)
    for label in overlaps {
      let expected: OverlapKind = label.kind == .withinOverlap ? .within : .between
      #expect(kinds[label.frames.lowerBound] == expected)
    }
  }

  @Test(arguments: RandomCall.heard)
  func overlapsThatEndInOneVoiceAreAllHeldnerAndEdlunds(random: RandomCall) {
    let (call, oracle) = (random.call, random.oracle)
    // Where silence follows, or the call ends, only the state machine has a label.
    let labelled = call.events.compactMap { event -> Int? in
      guard case .overlap(let overlap) = event.kind else { return nil }
      let (start, end) = (overlap.interval.start.frames, overlap.interval.end.frames)
      let isBetweenVoices =
        start > 0 && oracle.alone(start - 1) != nil && end < call.length
        && oracle.alone(end) != nil
      return isBetweenVoices ? start : nil
    }
    let overlaps = oracle.labels.filter { $0.kind == .withinOverlap || $0.kind == .betweenOverlap }
    #expect(labelled.sorted() == overlaps.map(\.frames.lowerBound))
  }

  @Test(arguments: RandomCall.orderly)
  func pausesInTurnsAreHeldnerAndEdlundsPauses(random: RandomCall) {
    let call = random.call
    var segments = PartyPair(repeating: [Interval]())
    for event in call.events {
      if case .speech(let party, let span) = event.kind { segments[party].append(span) }
    }
    var pauses: [Range<Int>] = []
    for event in call.events {
      guard case .turn(let party, let turn) = event.kind else { continue }
      let inside = segments[party].filter { $0.start >= turn.start && $0.end <= turn.end }
      for (before, after) in zip(inside, inside.dropFirst()) {
        pauses.append(before.end.frames..<after.start.frames)
      }
    }
    let expected = random.oracle.labels.filter { $0.kind == .pause }.map(\.frames)
    #expect(pauses == expected)
    // What is silent is a pause, a gap, or before the first word or after the last.
    let labels = random.oracle.labels.filter { $0.kind == .pause || $0.kind == .gap }
    let spoken = random.oracle.frames.indices.filter { !random.oracle.isSilent($0) }
    let around = (spoken.first ?? 0) + call.length - 1 - (spoken.last ?? 0)
    let silence = labels.reduce(around) { $0 + $1.frames.count }
    #expect(call.metrics.silence == SampleTime(frames: silence))
  }

  @Test(arguments: RandomCall.orderly)
  func transitionsAreHeldnerAndEdlundsGapsAndOverlaps(random: RandomCall) {
    let call = random.call
    let labels = random.oracle.labels
    var expected: [Int] = []
    for label in labels {
      if label.kind == .gap { expected.append(label.frames.count) }
      if label.kind == .betweenOverlap { expected.append(-label.frames.count) }
    }
    let offsets = call.events.compactMap { event -> Int? in
      if case .transition(_, _, let offset, _) = event.kind { offset.frames } else { nil }
    }
    #expect(offsets.count == 11)
    #expect(offsets == expected)
    #expect(labels.filter { $0.kind == .pause }.allSatisfy { $0.frames.count >= 18 })
    #expect(call.turns.count == 12)
  }
}
