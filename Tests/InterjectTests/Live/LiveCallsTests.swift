import Conversation
import Foundation
import Interject
import LiveFixtures
import TestSignals
import Testing

/// Calls in a live stream: found by themselves, moved by keys, summed up.
@Suite(.timeLimit(.minutes(60))) struct LiveCallsTests {
  private let gate = DispatchSemaphore(value: 0)
  private let isThrough = DispatchSemaphore(value: 0)
  private let block = LiveStep.stretch(AudioStretch(samples: 80))

  private func replay(_ name: String) throws -> LiveStream {
    let source = try ReplaySource.open(LiveSamples.source(name), speed: 0)
    let settings = LiveSettings(statusInterval: SampleTime(seconds: 0.2))
    return LiveStream(try LiveCall.start(source, settings: settings))
  }

  private func silence(seconds: Int) throws -> LiveCall {
    try LiveCall.start(
      LiveScript(Array(repeating: block, count: 100 * seconds), gate: gate, isThrough: isThrough))
  }

  private func ended(_ stream: LiveStream) -> [(interval: Interval, metrics: Metrics)] {
    stream.events.compactMap { event in
      if case .callEnded(let interval, let metrics) = event.kind {
        (interval, metrics)
      } else {
        nil
      }
    }
  }

  @Test func aReplayedCallIsFoundAndItsFiguresAreTheSummary() throws {
    let stream = try replay("support-call.wav")
    let calls = ended(stream)
    #expect(calls.count == 1)
    #expect(stream.events.count { if case .callStarted = $0.kind { true } else { false } } == 1)
    let summary = stream.ending.summary
    #expect(summary.calls == 1)
    #expect(summary.metrics == calls.first?.metrics)
    #expect(summary.listened == SampleTime(seconds: 65))
    let metrics = summary.metrics
    let level = metrics.parties.customer.speechLevel ?? 0
    #expect(level < -20 && level > -35)
    #expect(metrics.parties.customer.signalToNoise ?? 0 > 20)
    let talk = metrics.parties.agent.talk + metrics.parties.customer.talk - metrics.overlap
    #expect(talk + metrics.silence + metrics.unknown + metrics.hold == metrics.duration)
  }

  @Test func eventsComeInTheOrderOfTheirTime() throws {
    let times = try replay("support-call.wav").events.map(\.at)
    #expect(times == times.sorted())
  }

  @Test func onePartyAloneIsNoCall() throws {
    let call = try silence(seconds: 20)
    gate.signal()
    call.mark()
    let stream = LiveStream(call)
    #expect(ended(stream).isEmpty)
    #expect(stream.ending.summary.calls == 0)
    var nothing = Metrics()
    nothing.withheld = .share
    #expect(stream.ending.summary.metrics == nothing)
    #expect(stream.ending.summary.listened == SampleTime(seconds: 20))
    #expect(stream.ending.summary.notes.contains { $0.hasPrefix("no call was heard") })
    #expect(stream.events.contains { $0.kind == .mark })
    // Nobody is on the line: silence is no dead air.
    #expect(stream.events.allSatisfy { if case .deadAirStarted = $0.kind { false } else { true } })
  }

  @Test func aKeyBeginsACallAndOthersHoldAndMarkIt() throws {
    let call = try silence(seconds: 20)
    call.startNewCall()
    call.toggleHold()
    call.mark()
    gate.signal()
    let stream = LiveStream(call)
    let kinds = stream.events.map(\.kind)
    #expect(
      kinds.prefix(3) == [.callStarted(start: .zero), .holdStarted(start: .zero), .mark])
    let whole = Interval(start: .zero, end: SampleTime(seconds: 20))
    #expect(kinds.contains(.hold(whole)))
    let calls = ended(stream)
    #expect(calls.map(\.interval) == [whole])
    #expect(calls.first?.metrics.hold == whole.length)
    #expect(calls.first?.metrics.deadAir.count == 0)
    #expect(stream.ending.summary.calls == 0)
  }

  private func mutes(of stream: LiveStream) -> [Event.Kind] {
    stream.events.map(\.kind).filter { kind in
      switch kind {
      case .muteStarted, .mute: true
      default: false
      }
    }
  }

  @Test(arguments: [true, false])
  func anAgentMutedElsewhereCountsAsSilent(isMuted: Bool) throws {
    let second = LiveStep.stretch(AudioStretch(samples: 8000))
    let speech = SpeechLikeSignal(rate: 8000, bursts: [0.1...0.9]).samples(seconds: 1)
    let call = try LiveCall.start(
      LiveScript(
        Array(repeating: second, count: 5), agent: speech, gate: gate, isThrough: isThrough),
      settings: LiveSettings(statusInterval: SampleTime(seconds: 1)))
    call.isAgentMuted = isMuted
    gate.signal()
    let stream = LiveStream(call)
    let talks = stream.events.contains {
      if case .speech(.agent, _) = $0.kind { true } else { false }
    }
    #expect(talks == !isMuted)
    #expect(stream.statuses.allSatisfy { ($0.levels.agent == nil) == isMuted })
    let whole = Interval(start: .zero, end: SampleTime(seconds: 5))
    #expect(
      mutes(of: stream)
        == (isMuted ? [.muteStarted(.agent, start: .zero), .mute(.agent, whole)] : []))
  }

  @Test(arguments: [(1.0, true), (3.6, false)])
  func wordsUnderWayWhenTheMuteEndsInterruptNobody(
    seconds: Double, isInterruption: Bool
  ) throws {
    let source = LivePlay(
      TestCall(rate: .narrow), stops: [0, Int(8000 * seconds)], isThere: isThrough, goesOn: gate)
    let call = try LiveCall.start(source)
    for isMuted in [true, false] {
      #expect(isThrough.comes())
      call.isAgentMuted = isMuted
      gate.signal()
    }
    let stream = LiveStream(call)
    let flags = stream.events.count { if case .interruption = $0.kind { true } else { false } }
    #expect((flags > 0) == isInterruption)
    let muted = Interval(start: .zero, end: SampleTime(seconds: seconds))
    #expect(mutes(of: stream) == [.muteStarted(.agent, start: .zero), .mute(.agent, muted)])
    #expect(stream.ending.summary.metrics.parties.agent.talk.seconds > 1.5)
  }

  @Test func aStatusTellsLevelsAndTheCallsFigures() throws {
    let stream = try replay("support-call.wav")
    #expect(stream.statuses.count >= 200)
    let loudest = stream.statuses.compactMap(\.levels.customer).max() ?? -100
    #expect(loudest > -40 && loudest < 0)
    #expect(stream.metrics.last.flatMap(\.self) != nil)
    #expect(stream.statuses.allSatisfy { $0.isHeard.agent && $0.isHeard.customer })
  }
}
