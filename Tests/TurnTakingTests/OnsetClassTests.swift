import Conversation
import Testing

@testable import TurnTaking

/// One table gives every onset over the other's speech its class, the first row that fits.
@Suite struct OnsetClassTests {
  private let limits = OnsetLimits(settings: TurnSettings())

  /// A claim of 0.8 s in the middle of the other's speech.
  private let claim = OnsetFacts(
    isHolder: false, lead: 300, rest: 200, length: 80, isBackchannel: false, isClaim: true,
    tookFloor: false)

  private func kind(_ change: (inout OnsetFacts) -> Void) -> OnsetClass {
    var facts = claim
    change(&facts)
    return facts.kind(limits)
  }

  @Test func whatClaimsTheFloorIsAnInterruption() {
    #expect(kind { _ in } == .interruption)
  }

  @Test func theHolderNeverInterrupts() {
    #expect(kind { $0.isHolder = true } == .resumption)
  }

  @Test(arguments: [(0, false), (19, false), (0, true), (39, true)])
  func startsTooCloseToHoldBackAreSimultaneous(lead: Int, isHolder: Bool) {
    let kind = kind { facts in
      facts.lead = lead
      facts.isHolder = isHolder
      facts.isBackchannel = true
    }
    #expect(kind == .simultaneousStart)
  }

  @Test func aLaterStartOfTheOtherLeavesTheHolderItsResumption() {
    #expect(kind { ($0.lead, $0.isHolder) = (40, true) } == .resumption)
    #expect(kind { $0.lead = 20 } == .interruption)
  }

  @Test(arguments: [true, false]) func aBackchannelIsOneWhoeverHoldsTheFloor(isHolder: Bool) {
    #expect(kind { ($0.isBackchannel, $0.isHolder) = (true, isHolder) } == .backchannel)
  }

  @Test func aSecondWithoutAClaimIsAnAcknowledgementUnlessItTakesTheFloor() {
    #expect(kind { ($0.isClaim, $0.length) = (false, 100) } == .acknowledgement)
    #expect(kind { ($0.isClaim, $0.length) = (false, 99) } == .other)
    #expect(kind { ($0.isClaim, $0.length, $0.tookFloor) = (false, 300, true) } == .other)
  }

  @Test func whoWasEndingAnywayIsNotInterrupted() {
    #expect(kind { $0.rest = 40 } == .terminal)
    #expect(kind { $0.rest = 41 } == .interruption)
  }
}
