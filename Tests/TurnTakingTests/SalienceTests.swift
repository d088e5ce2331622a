import Conversation
import TestSignals
import Testing
import VoiceActivity

@testable import TurnTaking

/// Salience is from 0 to 1 and grows with the outcome, the rest, the overlap and the rise.
@Suite struct SalienceTests {
  private func candidate(
    overlap: Int, rest: Int, rise: Double? = nil
  ) -> InterruptionCandidate {
    // The other speaks from frame 0, the newcomer from frame 100 to the end of the overlap.
    var histories = PartyPair(repeating: PartyHistory())
    func tell(_ party: Party, _ edge: PartyActivity.Edge?, speaking: Bool, upTo frame: Int) {
      histories[party].update(
        PartyActivity(
          edge: edge, isSpeaking: speaking, lastActive: SampleTime(frames: frame),
          known: SampleTime(frames: frame)))
    }
    tell(.customer, .confirmed(.zero), speaking: true, upTo: 100)
    tell(.agent, .confirmed(SampleTime(frames: 100)), speaking: true, upTo: 100)
    var candidate = InterruptionCandidate(
      party: .agent, onset: 100, shift: 0, otherStart: 0, histories: histories,
      settings: TurnSettings())
    tell(.customer, nil, speaking: true, upTo: 100 + rest)
    tell(.agent, nil, speaking: true, upTo: 100 + overlap)
    var (own, other) = (histories.agent, histories.customer)
    candidate.update(own: &own, other: &other)
    candidate.hear(rise, own: &own)
    candidate.overlapFrames = overlap
    return candidate
  }

  private func near(_ value: Double, _ expected: Double) -> Bool { abs(value - expected) < 1e-6 }

  @Test func itIsTheMeanOfOutcomeRestAndOverlap() {
    let half = candidate(overlap: 100, rest: 100)
    #expect(near(Salience.of(half, outcome: .floorKept), 1.0 / 3))
    #expect(near(Salience.of(half, outcome: .unknown), 1.5 / 3))
    #expect(near(Salience.of(half, outcome: .floorTaken), 2.0 / 3))
    #expect(near(Salience.of(candidate(overlap: 50, rest: 50), outcome: .floorTaken), 0.5))
  }

  @Test func moreThanTwoSecondsDoNotCountMore() {
    let two = Salience.of(candidate(overlap: 200, rest: 200), outcome: .floorTaken)
    let four = Salience.of(candidate(overlap: 400, rest: 400), outcome: .floorTaken)
    #expect(near(two, 1))
    #expect(near(four, 1))
  }

  @Test(arguments: [(0.0, 0.5), (0.5, 0.625), (1, 0.75)]) func aRiseBringsItNearerToOne(
    rise: Double, expected: Double
  ) {
    let half = candidate(overlap: 100, rest: 100, rise: rise)
    #expect(near(Salience.of(half, outcome: .unknown), expected))
  }

  @Test(arguments: RandomCall.all) func itStaysFromZeroToOne(random: RandomCall) {
    for event in random.call.events {
      switch event.kind {
      case .interruption(let flag): #expect((0...1).contains(flag.salience))
      case .interruptionResolved(let end): #expect((0...1).contains(end.salience))
      default: break
      }
    }
  }

  @Test(arguments: RandomCall.heard) func itCountsTheTimeInWhichBothSpokeAndNoMore(
    random: RandomCall
  ) {
    let (call, oracle) = (random.call, random.oracle)
    var flags: [Int: Interruption] = [:]
    for event in call.events {
      if case .interruption(let flag) = event.kind { flags[flag.id] = flag }
      guard case .interruptionResolved(let end) = event.kind, let flag = flags[end.id] else {
        continue
      }
      let onset = flag.start.frames
      let stop =
        (onset..<call.length).first { oracle.frames[$0][flag.party.other] != .speaking }
        ?? call.length
      let outcome = end.outcome == .floorTaken ? 1.0 : end.outcome == .unknown ? 0.5 : 0
      let overlap = min(1, end.overlap.seconds / 2)
      // What the other says is known a few frames after it was said.
      let known = event.at.frames - ActivityGate.lookAhead
      let rests = [min(stop, known), min(stop, event.at.frames)].map {
        min(1, Double($0 - onset) / 200)
      }
      #expect(end.salience >= (outcome + rests[0] + overlap) / 3 - 1e-6)
      #expect(end.salience <= (outcome + rests[1] + overlap) / 3 + 1e-6)
    }
  }
}
