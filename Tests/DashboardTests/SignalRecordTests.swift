import Glibc
import Testing

@testable import Dashboard

/// Each test has a signal of its own, which nothing else uses and which is never sent.
@Suite struct SignalRecordTests {
  private func handler(of number: Int32) -> Int {
    var action = sigaction()
    sigaction(number, nil, &action)
    return unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self)
  }

  private let ignoring = unsafeBitCast(SIG_IGN, to: Int.self)

  @Test func theFormerHandlerTakesASignalOnce() {
    let number: Int32 = 60
    signal(number) { _ in }
    let former = handler(of: number)
    let record = SignalRecord()
    record.set(number) { _ in }
    #expect(handler(of: number) != former)
    var isEndAsked = record.isEndAsked
    #expect(!isEndAsked)
    let first = record.receive(number).map { unsafeBitCast($0, to: Int.self) }
    #expect(first == former)
    isEndAsked = record.isEndAsked
    #expect(isEndAsked)
    let second = record.receive(number)
    #expect(second == nil)
    record.forgetReceived()
    isEndAsked = record.isEndAsked
    #expect(!isEndAsked)
    record.restore(number)
    #expect(handler(of: number) == former)
  }

  @Test func aSignalWithoutAHandlerIsNobodyElses() {
    let number: Int32 = 61
    let record = SignalRecord()
    record.set(number) { _ in }
    let former = record.receive(number)
    #expect(former == nil)
    record.restore(number)
  }

  @Test func anIgnoredSignalStaysIgnoredWhereItMay() {
    let number: Int32 = 62
    signal(number, SIG_IGN)
    let record = SignalRecord()
    record.set(number, keepsIgnored: true) { _ in }
    #expect(handler(of: number) == ignoring)
    record.set(number) { _ in }
    #expect(handler(of: number) != ignoring)
    record.restore(number)
    #expect(handler(of: number) == ignoring)
    signal(number, SIG_DFL)
  }
}
