import Conversation
import Testing
import VoiceActivity

@Suite struct ActivityGateTests {
  @Test func segmentsBeginAndEndAtTheSettledFrames() {
    let run = GateRun("30. 40# 50.")
    #expect(run.segments == [30..<70])
    #expect(run.announcements == 1)
    #expect(run.cancellations == 0)
  }

  @Test func speechIsAnnouncedBeforeItIsSettled() {
    let run = GateRun("30. 40# 50.")
    let announced = run.firstFrame { if case .started = $0 { true } else { false } }
    let confirmed = run.firstFrame { if case .confirmed = $0 { true } else { false } }
    #expect(announced == 31)
    #expect(run.edges.first == .started(SampleTime(frames: 30)))
    #expect(confirmed == 30 + 9 + ActivityGate.lookAhead)
  }

  @Test(arguments: [1, 10, 17]) func pausesBelowTheBridgeAreBridged(pause: Int) {
    let run = GateRun("20# \(pause). 20# 40.")
    #expect(run.segments == [0..<40 + pause])
  }

  @Test(arguments: [18, 19, 40]) func pausesFromTheBridgeOnAreNot(pause: Int) {
    let run = GateRun("20# \(pause). 20# 40.")
    #expect(run.segments == [0..<20, 20 + pause..<40 + pause])
  }

  @Test func aPauseAsLongAsTheBridgeDoesNotJoinTwoBlips() {
    let run = GateRun("10. 6# 18. 6# 60.")
    #expect(run.segments.isEmpty)
    #expect(run.cancellations == 2)
  }

  @Test(arguments: [1, 5, 9]) func shortBlipsAreCancelled(length: Int) {
    let run = GateRun("20. \(length)# 60.")
    #expect(run.segments.isEmpty)
    #expect(run.announcements == 1)
    #expect(run.edges.last == .cancelled(SampleTime(frames: 20)))
  }

  @Test func theShortestSpeechCounts() {
    #expect(GateRun("20. 10# 60.").segments == [20..<30])
  }

  @Test func anAnnouncementThatSettlesToNothingIsCancelled() {
    let run = GateRun("20. 5e 60.")
    let start = SampleTime(frames: 20)
    #expect(run.edges == [.started(start), .cancelled(start)])
  }

  @Test func aSoundThatFoolsTheEarlyProbabilityIsNotAnnouncedOverAndOver() {
    // Steady noise of ten seconds; after each cancellation comes at least the bridge without notice.
    let run = GateRun("20. 1000e 40.")
    #expect(run.segments.isEmpty)
    #expect(run.announcements == run.cancellations)
    #expect(run.announcements <= 40)
    var cancelled: Int?
    for (frame, report) in run.reports.enumerated() {
      if case .cancelled = report.edge { cancelled = frame }
      if case .started = report.edge, let cancelled { #expect(frame - cancelled >= 18) }
    }
  }

  @Test func hysteresisHoldsSpeechBetweenTheThresholds() {
    func frames(_ level: Double, _ count: Int) -> [GateRun.Frame] {
      [GateRun.Frame](repeating: .heard(early: 0, settled: level), count: count)
    }
    let quiet = GateRun(frames(0, 10) + frames(0.45, 50) + frames(0, 40))
    #expect(quiet.segments.isEmpty)
    let held = GateRun(frames(0, 10) + frames(0.6, 10) + frames(0.36, 50) + frames(0.3, 40))
    #expect(held.segments == [10..<70])
  }

  @Test func theEndOfTheStreamEndsSpeech() {
    let run = GateRun("10. 40#")
    #expect(run.segments == [10..<50])
    #expect(run.reports.last?.known == SampleTime(frames: 50))
    #expect(run.reports.last?.isSpeaking == false)
  }

  @Test func theEndOfTheStreamCancelsABlip() {
    let run = GateRun("40. 5#")
    #expect(run.segments.isEmpty)
    #expect(run.announcements == run.cancellations)
  }

  @Test func missingFramesEndSpeechAndNoSegmentSpansThem() {
    // The frames whose settled probability was still due count as silence.
    let run = GateRun("10. 40# 5? 40# 40.")
    #expect(run.segments == [10..<50 - ActivityGate.lookAhead, 55..<95])
  }

  @Test func missingFramesCancelAnAnnouncement() {
    let run = GateRun("10. 6# 30? 40.")
    let start = SampleTime(frames: 10)
    #expect(run.edges == [.started(start), .cancelled(start)])
  }

  @Test func missingFramesAreReportedAsNotHeard() {
    let run = GateRun("2. 3? 2.")
    #expect(run.reports.prefix(7).map(\.isHeard) == [true, true, false, false, false, true, true])
    #expect(run.reports[4].known == SampleTime(frames: 5))
  }
}
