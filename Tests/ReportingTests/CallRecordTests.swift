import Conversation
import Reporting
import SampleCalls
import Testing

@Suite struct CallRecordTests {
  private let record = CallRecord(SampleCall.short)

  @Test func retractedFlagsAreKeptApart() {
    #expect(record.interruptions.map(\.flag.id) == [1, 2, 4])
    #expect(record.retracted.map(\.flag.id) == [3])
    #expect(record.retracted.first?.reason == .terminal)
  }

  @Test func aResolutionReachesItsFlag() {
    #expect(
      record.interruptions.map(\.resolution?.outcome) == [.floorTaken, .floorKept, .unknown])
    #expect(record.interruptions.first?.resolution?.overlap == SampleTime(seconds: 1.3))
  }

  @Test func anOpenFlagKeepsItsProvisionalSalience() {
    var record = CallRecord()
    let flag = Interruption(id: 1, party: .agent, start: .zero, confidence: 0.9, salience: 0.3)
    record.add(Event(at: SampleTime(seconds: 1), kind: .interruption(flag)))
    #expect(record.interruptions.first?.salience == 0.3)
    #expect(record.interruptions.first?.resolution == nil)
  }

  @Test func resolutionsOfUnknownFlagsAreIgnored() {
    var record = CallRecord()
    let resolution = InterruptionResolution(
      id: 5, outcome: .unknown, overlap: .zero, salience: 0)
    record.add(Event(at: .zero, kind: .interruptionResolved(resolution)))
    record.add(Event(at: .zero, kind: .retraction(id: 5, .bleed)))
    #expect(record == CallRecord())
  }

  @Test func everyFinishedStretchIsKept() {
    #expect(record.segments.agent.count == 5)
    #expect(record.segments.customer.count == 4)
    #expect(record.turns.agent.count == 3)
    #expect(record.overlaps.count == 5)
    #expect(record.backchannels.agent.count == 2)
    #expect(record.transitions.count == 4)
    #expect(record.deadAir.map(\.endedBy) == [.customer])
    #expect(record.prematureAnswers.count == 1)
    #expect(record.unknown.map(\.reason) == [.overrun])
    #expect(record.warnings.map(\.code) == [.noisy])
    #expect(CallRecord(SampleCall.oneParty).monologues.agent.count == 1)
  }
}
