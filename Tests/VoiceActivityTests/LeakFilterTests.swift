import Conversation
import Testing

@testable import VoiceActivity

/// The other party's voice is taken out of a channel, and nothing else is.
@Suite struct LeakFilterTests {
  @Test(arguments: Party.allCases, [0, 250, 500])
  func aLeakIsTakenAwayAndDoubleTalkStays(into party: Party, delay: Int) {
    let scene = LeakScene([.init(into: party, level: -18, delays: [delay])])
    #expect(scene.falseShare(of: party, delay: delay) < 0.35)
    #expect(scene.keptShare(of: .agent) > 0.85)
    #expect(scene.keptShare(of: .customer) > 0.85)
    let found = scene.reports[party].last ?? nil
    #expect(found.map { abs($0.delay.seconds - Double(delay) / 1000) <= 0.01 } == true)
    #expect(found.map { abs($0.level + 20) < 8 } == true)
    // Without a delay either may look like the other's source at first, far below what is told: −35 dB.
    #expect(scene.reports[party.other].allSatisfy { $0.map { $0.level < -40 } ?? true })
  }

  @Test(arguments: [[20, 320], [100, 250, 400]]) func equalPathsAreAllFound(delays: [Int]) {
    let scene = LeakScene([.init(into: .agent, level: -18, delays: delays)])
    #expect((scene.reports.agent.last ?? nil) != nil)
    for delay in delays { #expect(scene.falseShare(of: .agent, delay: delay) < 0.15) }
    #expect(scene.keptShare(of: .agent) > 0.85)
  }

  @Test func nothingIsTakenWithoutALeak() {
    let scene = LeakScene()
    for party in Party.allCases {
      #expect(scene.reports[party].allSatisfy { $0 == nil })
      #expect(scene.keptShare(of: party) == 1)
    }
  }

  @Test(arguments: [600, 800, 1400]) func aLateEchoIsFoundAndSaidToHaveCounted(delay: Int) {
    let scene = LeakScene([.init(into: .agent, level: -18, delays: [delay])])
    let found = scene.reports.agent.last ?? nil
    #expect(found.map { abs($0.delay.seconds - Double(delay) / 1000) <= 0.01 } == true)
    #expect(scene.falseShare(of: .agent, delay: delay, in: 40..<80) < 0.35)
    #expect(scene.keptShare(of: .agent) > 0.8)
    #expect(scene.isLeft.agent && !scene.isLeft.customer)
  }

  @Test func whatBothChannelsLoseIsNoLeak() {
    let scene = LeakScene(change: LeakScene.dropOut)
    for party in Party.allCases { #expect(scene.reports[party].allSatisfy { $0 == nil }) }
  }

  @Test(arguments: [0, 5, 160, 12_000]) func oneRecordingOnBothChannelsIsFound(later: Int) {
    let scene = LeakScene { LeakScene.copy(&$0, later: later) }
    #expect(scene.isSameAudio)
  }

  @Test(arguments: [-3.0, -15]) func leaksOfBothMakeNoOneRecording(level: Double) {
    let scene = LeakScene([
      .init(into: .agent, level: level, delays: [20]),
      .init(into: .customer, level: level, delays: [20]),
    ])
    #expect(!scene.isSameAudio)
  }

  @Test func aLeakThatComesBeforeItsSourceIsLeft() {
    let scene = LeakScene(change: LeakScene.drift)
    #expect(scene.isLeft.agent)
    #expect(!LeakScene([.init(into: .agent, level: -15, delays: [20])]).isLeft.agent)
  }

  @Test func aFaintVoiceIsNotTakenForALeakWhileNoneIsKnown() {
    let scene = LeakScene(faint: 16)
    #expect(scene.keptShare(of: .agent, in: 0..<8) > 0.6)
    #expect(scene.keptShare(of: .agent) > 0.85)
  }

  @Test func aDelayThatChangesIsFollowedWithinSeconds() {
    let scene = LeakScene([
      .init(into: .agent, level: -15, delays: [100], time: 0..<40),
      .init(into: .agent, level: -15, delays: [350], time: 40..<80),
    ])
    #expect(scene.falseShare(of: .agent, delay: 100, in: 16..<40) < 0.35)
    #expect(scene.falseShare(of: .agent, delay: 350, in: 56..<80) < 0.35)
    #expect((scene.reports.agent.last ?? nil)?.delay == SampleTime(seconds: 0.35))
  }

  @Test func aLeakThatHasEndedIsNoLongerReported() {
    let scene = LeakScene([.init(into: .agent, level: -15, delays: [60], time: 0..<40)])
    #expect(scene.reports.agent[38] != nil)
    // What is left of it is too faint to be told.
    #expect((scene.reports.agent.last ?? nil).map { $0.level < -35 } ?? true)
  }

  @Test(arguments: [-6.0, -10]) func theOtherDirectionOfAStrongLeakIsNotReported(level: Double) {
    let scene = LeakScene([.init(into: .agent, level: level, delays: [40])])
    #expect((scene.reports.agent.last ?? nil) != nil)
    #expect(scene.reports.customer.suffix(20).allSatisfy { $0 == nil })
  }
}
