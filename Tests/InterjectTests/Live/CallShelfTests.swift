import Conversation
import Interject
import Testing

/// Many calls on one thread, none of which has a thread of its own.
@Suite(.timeLimit(.minutes(60))) struct CallShelfTests {
  /// A call of whose samples a block of 50 ms comes in every round but some.
  private struct Trickle: LiveSource, ~Copyable {
    let rate = EngineRate.narrow
    let session: Session
    let waits = false
    private(set) var agent: [Float] = []
    private(set) var customer: [Float] = []
    private let call: TestCall
    private let lag: Int
    private var turn = 0
    private var position = 0

    init(_ call: TestCall, number: Int) {
      self.call = call
      lag = 2 + number % 5
      session = Session(
        source: "line \(number)", sampleRate: 8000, parties: PartyPair(repeating: "line"),
        settings: "", callID: "\(number)")
    }

    mutating func next(milliseconds: Int) -> LiveStep {
      turn += 1
      guard turn % lag > 0 else { return .waiting }
      let end = position + 400
      guard end <= call.agent.count else { return .ended(gone: nil) }
      agent = Array(call.agent[position..<end])
      customer = Array(call.customer[position..<end])
      position = end
      return .stretch(AudioStretch(samples: 400))
    }

    mutating func remarks(stopped: Bool) -> [LiveRemark] { [] }
  }

  private func alone(_ call: TestCall) -> (events: [Event], ending: LiveEnding?) {
    let served = ServedCall(Trickle(call, number: 0))
    var events: [Event] = []
    var ending: LiveEnding?
    let tell = { (item: LiveItem) in
      switch item {
      case .event(let event): events.append(event)
      case .ended(let end): ending = end
      case .status, .notice, .wording: break
      }
    }
    while !served.isOver { served.serve(tell: tell) }
    served.finish(tell: tell)
    return (events, ending)
  }

  @Test func fiveHundredCallsOnOneThreadSayWhatEachSaysAlone() throws {
    let call = TestCall(rate: .narrow)
    let expected = alone(call)
    let summary = try #require(expected.ending?.summary)
    #expect(summary.calls == 1)
    var shelf = CallShelf<Trickle>()
    for number in 0..<500 { shelf.add(ServedCall(Trickle(call, number: number))) }
    var events: [String: [Event]] = [:]
    var endings: [String: LiveEnding] = [:]
    while shelf.count > 0 {
      shelf.serve { call, item in
        let name = call.session.callID ?? ""
        switch item {
        case .event(let event): events[name, default: []].append(event)
        case .ended(let ending): endings[name] = ending
        case .status, .notice, .wording: break
        }
      }
    }
    #expect(endings.count == 500)
    #expect(events.values.allSatisfy { $0 == expected.events })
    #expect(endings.values.allSatisfy { $0.summary == summary })
  }

  /// The queue of a live call holds a thousand of them.
  @Test func anItemIsSmall() {
    #expect(MemoryLayout<LiveItem>.stride <= 128)
    #expect(MemoryLayout<Event>.stride <= 96)
  }

  @Test func aCallIsPausedMutedAndHeldWithoutAThread() {
    let call = TestCall(rate: .narrow)
    let served = ServedCall(Trickle(call, number: 0))
    var kinds: [Event.Kind] = []
    let tell = { (item: LiveItem) in if case .event(let event) = item { kinds.append(event.kind) } }
    served.startNewCall(tell: tell)
    served.toggleHold(tell: tell)
    served.isPaused = true
    served.isAgentMuted = true
    while !served.isOver { served.serve(tell: tell) }
    served.finish(tell: tell)
    #expect(
      kinds.prefix(3)
        == [
          .callStarted(start: .zero), .holdStarted(start: .zero),
          .muteStarted(.agent, start: .zero),
        ])
    let whole = Interval(start: .zero, end: SampleTime(seconds: TestCall.seconds))
    #expect(kinds.contains(.unknown(.customer, whole, .paused)))
    #expect(kinds.contains(.mute(.agent, whole)) && kinds.contains(.hold(whole)))
  }
}
