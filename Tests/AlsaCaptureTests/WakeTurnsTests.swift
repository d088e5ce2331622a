import Conversation
import Testing

@testable import AlsaCapture

@Suite struct WakeTurnsTests {
  /// Devices deliver 20 ms at moments of their own, and the customer's also hears later.
  @Test(arguments: 0..<10, [0, 30]) func oneWakingAPeriodFindsNearlyAllThatBothHaveHeard(
    tenth: Int, lateness: Int
  ) {
    let period = 160
    let arrival = PartyPair(agent: 0, customer: tenth * period / 10)
    let late = lateness * 8
    var clocks = TwoClocks(rate: .narrow)
    clocks.start = PartyPair(agent: 1000, customer: Double(1000 + arrival.customer - late))
    let begun = max(0, arrival.customer - late)
    var turns = WakeTurns(period: period, askedMilliseconds: 20)
    var wakings = 0
    var longest = 0
    for step in 1...400 {
      for party in Party.allCases {
        clocks.deliver(party, period)
        guard party == turns.awaited else { continue }
        let oldest = begun + clocks.delivered
        clocks.take()
        turns.choose(agentLead: clocks.aligner.agentLead)
        guard step > 50 else { continue }
        wakings += 1
        longest = max(longest, step * period + arrival[party] - oldest)
      }
    }
    #expect((349...351).contains(wakings))
    #expect(longest - late <= period * 13 / 8 + 2 * EngineRate.narrow.frameLength)
    #expect(clocks.aligner.counters.isBalanced)
  }

  @Test func aPartyThatLacksLittleDoesNotTakeTheTurn() {
    var turns = WakeTurns(period: 160, askedMilliseconds: 20)
    turns.choose(agentLead: 100)
    #expect(turns.awaited == .agent)
    turns.choose(agentLead: 101)
    #expect(turns.awaited == .customer)
    turns.choose(agentLead: -100)
    #expect(turns.awaited == .customer)
    turns.choose(agentLead: -101)
    #expect(turns.awaited == .agent)
  }

  @Test func aDeviceThatDeliversInSmallPiecesWakesTwiceAPeriodAtMost() {
    var turns = WakeTurns(period: 160, askedMilliseconds: 20)
    let start: Int64 = 1_000_000_000
    #expect(turns.pause(at: start, atMost: 100_000_000) == 0)
    #expect(turns.pause(at: start + 2_000_000, atMost: 100_000_000) == 8_000_000)
    // Counted from the end of that sleep.
    #expect(turns.pause(at: start + 11_000_000, atMost: 100_000_000) == 9_000_000)
    #expect(turns.pause(at: start + 40_000_000, atMost: 100_000_000) == 0)
    #expect(turns.pause(at: start + 41_000_000, atMost: 3_000_000) == 3_000_000)
  }

  @Test func eachDevicesWakesAreCountedForItself() {
    var turns = WakeTurns(period: 160, askedMilliseconds: 20)
    let start: Int64 = 1_000_000_000
    #expect(turns.pause(at: start, atMost: 100_000_000) == 0)
    turns.choose(agentLead: 160)
    #expect(turns.pause(at: start + 1_000_000, atMost: 100_000_000) == 0)
    #expect(turns.pause(at: start + 2_000_000, atMost: 100_000_000) == 9_000_000)
  }
}
