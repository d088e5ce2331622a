import Conversation
import TestSignals
import Testing

/// What holds of every stream of events, whatever the conversation.
@Suite struct StreamPropertyTests {
  @Test(arguments: RandomCall.heard + RandomCall.lossy)
  func everyFlagEndsExactlyOnce(random: RandomCall) { expectFlagsToEndOnce(random.call.events) }

  @Test(arguments: [-2, -0.3, 0.25, 2]) func everyFlagEndsExactlyOnceWhateverTheDelay(
    delay: Double
  ) {
    var settings = TurnSettings()
    settings.customerDelay = delay
    let states = RandomConversation.reckless(seed: 300, unknown: 0.05)
    expectFlagsToEndOnce(ScriptedCall(states, settings: settings).events, atLeast: 0)
  }

  private func expectFlagsToEndOnce(_ events: [Event], atLeast: Int = 1) {
    var open: Set<Int> = []
    var flagged = 0
    for event in events {
      switch event.kind {
      case .interruption(let flag):
        flagged += 1
        #expect(flag.id == flagged)
        #expect(flag.start <= event.at)
        open.insert(flag.id)
      case .interruptionResolved(let end): #expect(open.remove(end.id) != nil)
      case .retraction(let id, _): #expect(open.remove(id) != nil)
      default: break
      }
    }
    #expect(flagged >= atLeast)
    #expect(open.isEmpty)
  }

  @Test(arguments: RandomCall.all) func eventsAreInOrderAndTellOfThePast(random: RandomCall) {
    var at = SampleTime.zero
    for event in random.call.events {
      #expect(event.at >= at)
      at = event.at
      for time in event.kind.times { #expect(time <= at && time >= .zero) }
    }
  }

  @Test(arguments: RandomCall.all) func turnsAreMadeOfHeardSpeech(random: RandomCall) {
    let (call, oracle) = (random.call, random.oracle)
    var previous: (party: Party, span: Interval)?
    for event in call.events {
      switch event.kind {
      case .turn(let party, let span):
        let frames = span.start.frames..<span.end.frames
        #expect(!frames.isEmpty)
        #expect(!frames.contains { oracle.isUnknown($0) }, "turn \(ScriptedCall.text(span))")
        #expect(frames.first.map { oracle.frames[$0][party] } == .speaking)
        #expect(frames.last.map { oracle.frames[$0][party] } == .speaking)
        if let previous { #expect(span.start >= previous.span.start) }
        if previous?.party == party, let before = previous {
          #expect(span.start >= before.span.end, "turn \(ScriptedCall.text(span))")
        }
        previous = (party, span)
      case .transition(let from, let to, let offset, let start):
        #expect(from == to.other)
        #expect(previous?.party == from)
        if let previous { #expect(start - previous.span.end == offset) }
      default: break
      }
    }
  }

  @Test(arguments: RandomCall.heard) func everyChangeOfTurnsIsATransition(random: RandomCall) {
    var parties: [Party] = []
    var expected: [Party] = []
    for event in random.call.events {
      if case .turn(let party, _) = event.kind {
        if let last = parties.last, last != party { expected.append(party) }
        parties.append(party)
      }
    }
    let transitions = random.call.events.compactMap { event -> Party? in
      if case .transition(_, let party, _, _) = event.kind { party } else { nil }
    }
    #expect(transitions == expected)
  }

  @Test(arguments: RandomCall.all) func backchannelsKeepTheirDefinition(random: RandomCall) {
    let (call, oracle) = (random.call, random.oracle)
    for event in call.events {
      guard case .backchannel(let party, let span) = event.kind else { continue }
      let frames = span.start.frames..<span.end.frames
      #expect(frames.count <= 100)
      #expect(frames.allSatisfy { oracle.frames[$0][party] == .speaking })
      let around = [
        max(0, frames.lowerBound - 100)..<frames.lowerBound,
        frames.upperBound..<frames.upperBound + 100,
      ]
      for stretch in around {
        #expect(stretch.allSatisfy { oracle.frames[$0][party] == .silent })
      }
    }
  }

  @Test(arguments: RandomCall.all) func noInterruptionIsABackchannelToo(random: RandomCall) {
    var flags: [Int: Interruption] = [:]
    var standing: Set<String> = []
    var credited: Set<String> = []
    for event in random.call.events {
      switch event.kind {
      case .interruption(let flag): flags[flag.id] = flag
      case .interruptionResolved(let end):
        if let flag = flags[end.id] { standing.insert("\(flag.party) \(flag.start.frames)") }
      case .backchannel(let party, let span): credited.insert("\(party) \(span.start.frames)")
      default: break
      }
    }
    #expect(standing.isDisjoint(with: credited))
  }
}
