import Conversation
import Testing

@testable import AlsaCapture

@Suite struct CallAlignerTests {
  @Test func theLineBeginsWhenBothDevicesRun() {
    var clocks = TwoClocks(rate: .narrow)
    clocks.start = PartyPair(agent: 0, customer: 8000 * 0.137)
    clocks.run(seconds: 10)
    #expect(clocks.worst < 0.3)
    #expect(clocks.aligner.counters.trimmed == PartyPair(agent: 1096, customer: 0))
    #expect(clocks.aligner.counters.isBalanced)
    #expect(clocks.delivered == clocks.aligner.counters.delivered)
  }

  /// A device that waits for its reader is not read meanwhile, or its samples would be given up.
  @Test func aPartyWhoseOtherSideGetsNoTimeIsAhead() {
    var clocks = TwoClocks(rate: .narrow)
    clocks.run(seconds: 1)
    #expect(!clocks.aligner.isAhead(.agent) && !clocks.aligner.isAhead(.customer))
    for _ in 0..<600 { clocks.deliver(.agent, 80) }
    #expect(clocks.aligner.isAhead(.agent) && !clocks.aligner.isAhead(.customer))
    #expect(clocks.aligner.counters.skipped == PartyPair(repeating: 0))
    for _ in 0..<600 { clocks.deliver(.customer, 80) }
    #expect(!clocks.aligner.isAhead(.agent))
  }

  /// 200 ppm are 720 ms in an hour.
  @Test(arguments: [200.0, -200.0]) func anHourOfDriftIsFollowed(partsPerMillion: Double) {
    var clocks = TwoClocks(rate: .narrow)
    clocks.partsPerMillion.customer = partsPerMillion
    clocks.start.customer = 500
    clocks.jitter = 4
    clocks.run(seconds: 3600)
    #expect(clocks.worst < 10, "at most 10 ms apart")
    #expect(clocks.latest < 2)
    #expect(abs(clocks.aligner.drift - partsPerMillion) < 20)
    let counters = clocks.aligner.counters
    #expect(counters.isBalanced)
    #expect(abs(Double(counters.removed - counters.inserted) - partsPerMillion * 28.8) < 60)
    #expect(counters.skipped == PartyPair(repeating: 0))
    #expect(clocks.stretches.isEmpty)
  }

  @Test func bothClocksMayBeWrong() {
    var clocks = TwoClocks(rate: .wide)
    clocks.partsPerMillion = PartyPair(agent: -150, customer: 100)
    clocks.jitter = 10
    clocks.run(seconds: 300)
    #expect(clocks.worst < 10)
    #expect(clocks.aligner.counters.isBalanced)
  }

  @Test func aLossOnOneSideIsUnknownThereAndTheSidesStayTogether() {
    var clocks = TwoClocks(rate: .narrow)
    clocks.run(seconds: 10)
    clocks.lose(.customer, 4000)
    for _ in 0..<50 { clocks.deliver(.agent, 80) }
    clocks.run(seconds: 10)
    let unknown = clocks.stretches
    #expect(unknown.map(\.samples).reduce(0, +) == 4000)
    #expect(unknown.allSatisfy { $0.unknown == PartyPair(agent: nil, customer: .overrun) })
    #expect(clocks.worst < 1)
    #expect(clocks.aligner.counters.isBalanced)
  }

  @Test func aLossThatWasMismeasuredIsMadeUpFor() {
    var clocks = TwoClocks(rate: .narrow)
    clocks.run(seconds: 10)
    // Half a second was lost and 0.4 s were told: 100 ms off, far too much for single samples.
    clocks.lose(.customer, 4000, saying: 3200)
    for _ in 0..<50 { clocks.deliver(.agent, 80) }
    clocks.run(seconds: 10, isMeasured: false)
    clocks.worst = 0
    clocks.run(seconds: 10)
    #expect(clocks.worst < 10)
    #expect(clocks.aligner.counters.isBalanced)
  }

  @Test func aLossOfTheAgentsThatWasMismeasuredIsMadeUpFor() {
    var clocks = TwoClocks(rate: .narrow)
    clocks.run(seconds: 10)
    clocks.lose(.agent, 4000, saying: 3200)
    for _ in 0..<50 { clocks.deliver(.customer, 80) }
    clocks.run(seconds: 10, isMeasured: false)
    clocks.worst = 0
    clocks.run(seconds: 10)
    #expect(clocks.worst < 10)
    #expect(clocks.aligner.counters.skipped.customer > 0)
    #expect(clocks.aligner.counters.isBalanced)
  }

  /// The customer's samples then come later than the agent's of the same time.
  @Test(arguments: [1, 5, 20])
  func aMismeasuredLossIsMadeUpForWhereTheCustomersDeviceIsSlower(framesLater: Int) {
    var clocks = TwoClocks(rate: .narrow)
    for _ in 0..<framesLater { clocks.deliver(.agent, 80) }
    clocks.run(seconds: 10)
    clocks.lose(.agent, 4000, saying: 3200)
    for _ in 0..<50 { clocks.deliver(.customer, 80) }
    clocks.run(seconds: 10, isMeasured: false)
    clocks.worst = 0
    clocks.stretches = []
    clocks.run(seconds: 60)
    #expect(clocks.worst < 10)
    #expect(clocks.stretches.isEmpty)
    #expect(clocks.aligner.counters.isBalanced)
  }

  @Test func aPartyThatSaysNothingDoesNotFillTheMemory() {
    var clocks = TwoClocks(rate: .narrow)
    clocks.run(seconds: 1)
    for _ in 0..<6000 { clocks.deliver(.customer, 80) }
    #expect(clocks.aligner.counters.waiting.customer <= 160_000, "where nobody takes it")
    #expect(clocks.aligner.counters.isBalanced)
  }

  /// A device whose sound server hangs says nothing, not even that it is lost.
  @Test(arguments: Party.allCases)
  func aPartyThatSaysNothingForLongIsUnknownAndCostsTheOtherNothing(party: Party) {
    var clocks = TwoClocks(rate: .narrow)
    clocks.run(seconds: 5)
    for _ in 0..<3000 {
      clocks.deliver(party.other, 80)
      clocks.take()
    }
    #expect(clocks.aligner.counters.waiting[party.other] <= 80_160)
    #expect(clocks.delivered >= 8000 * 25 - 160)
    // What is told at last is counted once.
    clocks.lose(party, 8000 * 30)
    clocks.run(seconds: 5, isMeasured: false)
    clocks.worst = 0
    clocks.run(seconds: 10)
    #expect(clocks.worst < 10)
    let counters = clocks.aligner.counters
    #expect(counters.isBalanced)
    #expect(counters.skipped[party.other] == 0)
    #expect(abs(clocks.delivered - 8000 * 50) <= 8000)
    var expected = PartyPair<UnknownReason?>(repeating: nil)
    expected[party] = .stall
    #expect(clocks.stretches.first?.unknown == expected)
  }

  @Test func anHourOfUnknownTimeTakesNoMemoryAndIsToldWhole() {
    var clocks = TwoClocks(rate: .narrow)
    clocks.run(seconds: 2)
    clocks.lose(.agent, 8000 * 600)
    clocks.lose(.customer, 8000 * 600)
    clocks.take()
    clocks.run(seconds: 2)
    #expect(clocks.stretches.map(\.samples).reduce(0, +) >= 8000 * 600)
    #expect(clocks.worst < 1)
    #expect(clocks.aligner.counters.isBalanced)
  }

  @Test func theEndGivesWhatBothHaveAndCutsTheRest() {
    var aligner = CallAligner(rate: .narrow)
    let samples = [Float](repeating: 0.5, count: 100)
    aligner.append(.agent, samples: samples.span, end: 12_500_000)
    aligner.append(.customer, samples: samples[0..<90].span, end: 11_250_000)
    var agent: [Float] = []
    var customer: [Float] = []
    var length = 0
    #expect(aligner.next(agent: &agent, customer: &customer) == nil)
    while let stretch = aligner.finish(agent: &agent, customer: &customer) {
      #expect(agent.count == stretch.samples && customer.count == stretch.samples)
      length += stretch.samples
    }
    #expect(length == 90)
    #expect(aligner.counters.isBalanced)
    #expect(aligner.counters.trimmed.agent == 10)
  }
}
