import Conversation
import Testing
import VoiceActivity

@testable import TurnTaking

/// Sounds far below a party's own speech: a leaking voice, a chair, a breath.
@Suite struct FaintSpeechTests {
  /// The events where the customer speaks for 2 s, and later for 1.5 s inside the agent's speech at
  /// a power of its own.
  private func events(powerLater: Double) -> [Event.Kind] {
    var gates = PartyPair(repeating: ActivityGate(settings: ActivitySettings()))
    var turns = TurnTaking(settings: TurnSettings())
    var events: [Event.Kind] = []
    func isSpeaking(_ party: Party, _ frame: Int) -> Bool {
      party == .agent
        ? (300..<1200).contains(frame) : (0..<200).contains(frame) || (700..<850).contains(frame)
    }
    for frame in 0..<1600 {
      func activity(_ party: Party) -> PartyActivity {
        let settled = frame - ActivityGate.lookAhead
        var activity = gates[party].advance(
          early: isSpeaking(party, frame) ? 1 : 0, settled: isSpeaking(party, settled) ? 1 : 0)
        activity.power = party == .customer && settled >= 700 ? powerLater : 0.01
        return activity
      }
      let activities = PartyPair(agent: activity(.agent), customer: activity(.customer))
      turns.advance(activities) { events.append($0) }
    }
    return events
  }

  private func flags(_ events: [Event.Kind]) -> Int {
    events.count { if case .interruption = $0 { true } else { false } }
  }

  @Test func speechAsLoudAsBeforeIsFlagged() {
    #expect(flags(events(powerLater: 0.01)) == 1)
    #expect(flags(events(powerLater: 0.0005)) == 1)
  }

  @Test func aSoundFarBelowThePartysSpeechInterruptsNobody() {
    #expect(flags(events(powerLater: 0.00005)) == 0)
  }

  @Test func loudnessNeedsASecondOfSpeechToBeKnown() {
    var loudness = SegmentLoudness()
    loudness.begin()
    for _ in 0..<98 { loudness.add(0.1) }
    loudness.begin()
    loudness.add(0.0001)
    #expect(!loudness.isFaint)
    loudness.add(0.0001)
    #expect(loudness.isFaint)
  }
}
