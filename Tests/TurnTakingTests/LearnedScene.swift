import Conversation
import VoiceActivity

@testable import TurnTaking

/// A scene of the training recipe, heard as turn-taking hears it: the evidence frame by frame.
struct LearnedScene {
  /// The evidence about an onset or a short segment.
  struct Look {
    var kind: String
    var party: Party
    var onset: Int
    /// The settled frames; 0 for a backchannel, which is looked at once.
    var settled: Int
    var evidence: [Float]
    var logit: Float
  }

  private(set) var looks: [Look] = []
  private var histories = PartyPair(repeating: PartyHistory())
  private var interruptions: [InterruptionCandidate] = []
  private var backchannels = PartyPair<BackchannelCandidate?>(repeating: nil)
  private var timeline = ActivityTimeline()
  private var floor = FloorTracker(settings: TurnSettings())
  private let settings = TurnSettings()

  /// Runs the gates over who speaks when, in frames.
  init(_ spans: PartyPair<[Range<Int>]>, frames: Int) {
    var gates = PartyPair(repeating: ActivityGate(settings: ActivitySettings()))
    for frame in 0..<frames + ActivityGate.lookAhead {
      var edges = PartyPair<PartyActivity.Edge?>(repeating: nil)
      for party in Party.allCases {
        func level(_ frame: Int) -> Double {
          spans[party].contains { $0.contains(frame) } ? 1 : 0
        }
        let activity = gates[party].advance(
          early: level(frame), settled: level(frame - ActivityGate.lookAhead))
        histories[party].update(activity)
        timeline.update(party, activity)
        edges[party] = activity.edge
      }
      for party in Party.allCases { follow(party, edges[party]) }
      release()
      for index in interruptions.indices {
        switch interruptions[index].party {
        case .agent:
          interruptions[index].update(own: &histories.agent, other: &histories.customer)
        case .customer:
          interruptions[index].update(own: &histories.customer, other: &histories.agent)
        }
        look(at: interruptions[index], settled: frame + 1 - ActivityGate.lookAhead)
      }
      for party in Party.allCases { decide(party) }
    }
  }

  private mutating func follow(_ party: Party, _ edge: PartyActivity.Edge?) {
    if case .ended(let interval) = edge { backchannels[party]?.end(interval) }
    guard case .confirmed(let start) = edge else { return }
    backchannels[party] = BackchannelCandidate(
      onset: start.frames, own: histories[party], other: histories[party.other],
      settings: settings)
    guard let otherStart = histories[party.other].segmentStart else { return }
    var candidate = InterruptionCandidate(
      party: party, onset: start.frames, shift: 0, otherStart: otherStart, histories: histories,
      settings: settings)
    candidate.hold(floor, isFinal: false)
    interruptions.append(candidate)
  }

  private mutating func release() {
    var frame = timeline.released
    while let states = timeline.next() {
      for index in interruptions.indices {
        interruptions[index].advance(frame, states, floor: floor)
      }
      floor.advance(frame, states) { _ in }
      frame = timeline.released
    }
  }

  private mutating func look(at candidate: InterruptionCandidate, settled: Int) {
    let values = candidate.evidence.values
    for (kind, classifier) in [
      ("interruption", InterruptionWeights.classifier), ("last", InterruptionWeights.last),
    ] {
      looks.append(
        Look(
          kind: kind, party: candidate.party, onset: candidate.onset, settled: settled,
          evidence: values.indices.map { values[$0] }, logit: classifier.logit(values)))
    }
  }

  private mutating func decide(_ party: Party) {
    _ = backchannels[party]?.update(other: &histories[party.other])
    guard let candidate = backchannels[party], let interval = candidate.interval,
      let evidence = candidate.settled, histories[party].known >= interval.end.frames + 100
    else { return }
    backchannels[party] = nil
    looks.append(
      Look(
        kind: "backchannel", party: party, onset: candidate.onset, settled: 0,
        evidence: evidence.values.indices.map { evidence.values[$0] },
        logit: BackchannelWeights.classifier.logit(evidence.values)))
  }
}
