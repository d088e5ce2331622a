import Conversation
import Foundation
import Interject
import Synchronization
import Testing

@Suite(.timeLimit(.minutes(60))) struct LiveCallTests {
  private let gate = DispatchSemaphore(value: 0)
  private let isThrough = DispatchSemaphore(value: 0)
  private let block = LiveStep.stretch(AudioStretch(samples: 80))

  private func call(_ steps: [LiveStep], capacity: Int = 2048) throws -> LiveCall {
    try LiveCall.start(
      LiveScript(steps, gate: gate, isThrough: isThrough),
      settings: LiveSettings(queueCapacity: capacity))
  }

  private func device(_ number: Int) -> LiveStep {
    .device(.agent, .changed, name: "\(number)")
  }

  @Test func aReaderThatTakesNothingDoesNotDelayTheEngine() throws {
    let call = try call((1...100).map(device) + [block], capacity: 4)
    gate.signal()
    // Only an engine that does not wait for its reader gets there.
    #expect(isThrough.comes())
    let stream = LiveStream(call)
    let names = stream.events.compactMap { event in
      if case .device(_, _, let name) = event.kind { name } else { nil }
    }
    #expect(names == ["1", "2", "3", "4"])
    #expect(stream.ending.droppedEvents == 96)
    #expect(stream.ending.summary.notes.contains { $0.hasPrefix("96 events were not written") })
    // What the end has to say comes after the word that something is missing.
    #expect(stream.events[4].kind == .warning(.eventsDropped, nil))
    #expect(stream.events.count > 5)
  }

  @Test func pausedAudioIsUnknownToBoth() throws {
    let call = try call(Array(repeating: block, count: 50))
    call.pause()
    let isPaused = call.isPaused
    #expect(isPaused)
    gate.signal()
    let stream = LiveStream(call)
    let interval = Interval(start: .zero, end: SampleTime(seconds: 0.5))
    for party in Party.allCases {
      #expect(stream.events.contains { $0.kind == .unknown(party, interval, .paused) })
    }
    #expect(stream.ending.summary.listened == SampleTime(seconds: 0.5))
  }

  @Test func resumedAudioIsHeard() throws {
    let call = try call(Array(repeating: block, count: 50))
    call.pause()
    call.resume()
    gate.signal()
    let isUnknown = LiveStream(call).events.contains {
      if case .unknown = $0.kind { true } else { false }
    }
    #expect(!isUnknown)
  }

  @Test func everyStepOfTheEngineIsTimed() throws {
    let call = try call(Array(repeating: block, count: 50))
    gate.signal()
    let steps = LiveStream(call).ending.steps
    #expect(steps.count == 50)
    let median = try #require(steps.quantile(0.5))
    let most = try #require(steps.quantile(0.999))
    #expect(median <= most && most <= 10_001)
  }

  @Test func aLostDeviceThatStaysAwayIsNamedAtTheEnd() throws {
    let call = try call([block, .ended(gone: "headset")])
    gate.signal()
    let ending = LiveStream(call).ending
    #expect(ending.goneDevice == "headset")
    #expect(ending.summary.notes.contains("device headset was lost and has not come back"))
  }

  @Test func aCallThatIsLetGoEnds() throws {
    let ending = LiveScript.Ending()
    do {
      let call = try LiveCall.start(
        LiveScript([block], endless: true, ending: ending, gate: gate, isThrough: isThrough))
      gate.signal()
      _ = call.next()
    }
    #expect(isThrough.comes())
    #expect(ending.wasStopped.withLock { $0 } == true)
  }
}
