import Conversation
import Measures
import TestSignals
import Testing
import TurnTaking

/// What a call's events say of one moment never contradicts what they say of another.
@Suite struct ConsistencyTests {
  private static let calls = RandomCall.heard + RandomCall.orderly

  private struct Standing {
    var flag: Interruption
    var end: InterruptionResolution
  }

  private func standing(_ call: ScriptedCall) -> [Standing] {
    var flags: [Int: Interruption] = [:]
    return call.events.compactMap { event in
      switch event.kind {
      case .interruption(let flag): flags[flag.id] = flag
      case .interruptionResolved(let end):
        if let flag = flags[end.id] { return Standing(flag: flag, end: end) }
      default: break
      }
      return nil
    }
  }

  private func turns(_ call: ScriptedCall, of party: Party) -> [Interval] {
    call.events.compactMap {
      if case .turn(party, let span) = $0.kind { span } else { nil }
    }
  }

  private func onsets(_ call: ScriptedCall) -> [(by: Party, start: SampleTime, kind: OnsetClass)] {
    call.events.compactMap {
      guard case .overlap(let overlap) = $0.kind, let onset = overlap.onset else { return nil }
      return (overlap.by, overlap.interval.start, onset.kind)
    }
  }

  @Test(arguments: calls) func nobodyInterruptsInsideTheOwnTurn(random: RandomCall) {
    for interruption in standing(random.call) {
      let start = interruption.flag.start
      let own = turns(random.call, of: interruption.flag.party)
      #expect(
        !own.contains { $0.start < start && start < $0.end }, "at \(ScriptedCall.text(start))")
    }
  }

  @Test(arguments: calls) func whatTookTheTurnHasOneSoon(random: RandomCall) {
    for interruption in standing(random.call) where interruption.end.outcome == .floorTaken {
      let start = interruption.flag.start
      let own = turns(random.call, of: interruption.flag.party)
      // It begins with the last attempt, where there were several.
      let soon = start...start + SampleTime(seconds: 5)
      #expect(own.contains { soon.contains($0.start) }, "at \(ScriptedCall.text(start))")
    }
  }

  @Test(arguments: RandomCall.all) func everyOnsetHasOneClassAndItIsTheStreams(random: RandomCall) {
    var classes: [String: OnsetClass] = [:]
    for (party, start, kind) in onsets(random.call) {
      #expect(classes.updateValue(kind, forKey: "\(party) \(start.frames)") == nil)
    }
    for interruption in standing(random.call) {
      let key = "\(interruption.flag.party) \(interruption.flag.start.frames)"
      #expect(classes[key] == .interruption)
    }
    #expect(classes.values.count { $0 == .interruption } == standing(random.call).count)
    for event in random.call.events {
      switch event.kind {
      case .resumption(let resumption):
        #expect(classes["\(resumption.party) \(resumption.start.frames)"] == .resumption)
        #expect(resumption.lead >= SampleTime(seconds: 0.4))
      case .backchannel(let party, let span):
        let kind = classes["\(party) \(span.start.frames)"]
        #expect(kind == nil || kind == .backchannel || kind == .simultaneousStart)
      default: break
      }
    }
  }

  @Test(arguments: RandomCall.all) func everyOverlapIsToldOnce(random: RandomCall) {
    var open: [String: Int] = [:]
    for event in random.call.events {
      switch event.kind {
      case .overlapStarted(let party, let start): open["\(party) \(start.frames)", default: 0] += 1
      case .overlap(let overlap):
        open["\(overlap.by) \(overlap.interval.start.frames)", default: 0] -= 1
      default: break
      }
    }
    #expect(open.values.allSatisfy { $0 == 0 })
  }

  @Test(arguments: RandomCall.all) func anEarlyAnswerIsComeBackInto(random: RandomCall) {
    var resumptions: [Resumption] = []
    for event in random.call.events {
      switch event.kind {
      case .resumption(let resumption): resumptions.append(resumption)
      case .prematureAnswer(let party, let start, _):
        #expect(resumptions.contains { $0.party == party.other && $0.overStart == start })
      default: break
      }
    }
  }

  @Test(arguments: RandomCall.all) func nothingContradictsAnything(random: RandomCall) {
    var guidance = GuidanceTracker(settings: GuidanceSettings())
    for event in random.call.events { _ = guidance.add(event) }
    let metrics = random.call.metrics
    let found = Contradictions(
      events: random.call.events, metrics: metrics, guidance: guidance.lines(metrics))
    #expect(found.found.isEmpty)
  }

  @Test(arguments: RandomCall.all) func outcomesAreKnownWithinSixSecondsAndAHalf(random: RandomCall)
  {
    var starts: [Int: SampleTime] = [:]
    for event in random.call.events {
      switch event.kind {
      case .interruption(let flag): starts[flag.id] = flag.start
      case .interruptionResolved(let end):
        if let start = starts[end.id] { #expect(event.at - start <= SampleTime(seconds: 6.5)) }
      case .retraction(let id, _):
        if let start = starts[id] { #expect(event.at - start <= SampleTime(seconds: 6.5)) }
      default: break
      }
    }
  }
}
