import Conversation
import Interject
import Testing
import VoiceActivity

/// What the stream has called settled never changes afterwards.
@Suite struct SettledTests {
  /// Events of the conversation that start before what had been called settled, and ends of such flags.
  private func violations(_ events: [Event]) -> [String] {
    var through = SampleTime.zero
    var flags: [Int: SampleTime] = [:]
    var found: [String] = []
    for event in events {
      switch event.kind {
      case .settled(let time):
        if time <= through { found.append("\(time) is told again") }
        through = time
        if let open = flags.values.min(), open < time { found.append("a flag is open at \(time)") }
      case .interruption(let flag):
        flags[flag.id] = flag.start
        if flag.start < through { found.append("\(event) before \(through)") }
      case .interruptionResolved(let resolution):
        if let start = flags.removeValue(forKey: resolution.id), start < through {
          found.append("\(event) before \(through)")
        }
      case .retraction(let id, _):
        if let start = flags.removeValue(forKey: id), start < through {
          found.append("\(event) before \(through)")
        }
      case .callStarted, .callEnded, .holdStarted, .hold, .toneChange, .nothingHeard: break
      default:
        if let start = event.kind.entry.start, start < through {
          found.append("\(event) before \(through)")
        }
      }
    }
    return found
  }

  private func conversation(_ random: inout LinearCongruence, seconds: Int) -> [Interval] {
    var segments: [Interval] = []
    var now = random.between(0, 4)
    while now < Double(seconds) {
      let length = random.between(0.1, 6)
      segments.append(
        Interval(start: SampleTime(seconds: now), end: SampleTime(seconds: now + length)))
      now += length + random.between(0.05, 7)
    }
    return segments
  }

  @Test(arguments: [0, 250, -250]) func nothingBeforeItChanges(customerDelay: Int) {
    var random = LinearCongruence(seed: 5)
    var configuration = Configuration()
    configuration.turns.customerDelay = Double(customerDelay) / 1000
    for number in 0..<4 {
      let speech = PartyPair(
        agent: conversation(&random, seconds: 120), customer: conversation(&random, seconds: 120))
      let lost = Interval(start: SampleTime(seconds: 50), end: SampleTime(seconds: 58))
      var events: [Event] = []
      _ = SegmentAnalysis(configuration: configuration).run(
        speech, unknown: number.isMultiple(of: 3) ? [lost] : [], end: SampleTime(seconds: 120)
      ) { events.append($0) }
      #expect(violations(events) == [], "conversation \(number)")
      guard case .settled(let end)? = events.last?.kind else {
        Issue.record("the end of conversation \(number) is not settled")
        continue
      }
      #expect(end == SampleTime(seconds: 120))
    }
  }

  @Test func itFollowsAnOrdinaryConversation() {
    let turns = stride(from: 0.0, to: 118, by: 4).map { start in
      Interval(start: SampleTime(seconds: start), end: SampleTime(seconds: start + 1.8))
    }
    let answers = turns.map {
      Interval(start: $0.start + SampleTime(seconds: 2), end: $0.end + SampleTime(seconds: 2))
    }
    var behind: [Double] = []
    _ = SegmentAnalysis().run(
      PartyPair(agent: turns, customer: answers), end: SampleTime(seconds: 120)
    ) { event in
      if case .settled(let time) = event.kind { behind.append((event.at - time).seconds) }
    }
    #expect(behind.count >= 11)
    #expect(behind.allSatisfy { $0 < 5 }, "\(behind)")
  }
}
