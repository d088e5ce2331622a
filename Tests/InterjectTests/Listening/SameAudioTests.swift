import Conversation
import Foundation
import Interject
import Testing

/// One voice on both channels of a live call: who speaks cannot be told.
@Suite struct SameAudioTests {
  /// Both seem to speak, are silent for long and interrupt each other.
  private func call(isSameAudio: Bool) -> CallScene {
    var scene = CallScene()
    scene.isSameAudio = isSameAudio
    for party in Party.allCases { scene.speak(party, 1, 9) }
    let silence = Interval(start: SampleTime(seconds: 9), end: SampleTime(seconds: 20))
    let turn = Interval(start: SampleTime(seconds: 1), end: SampleTime(seconds: 9))
    scene.at(3, .overlapStarted(by: .agent, start: turn.start))
    scene.at(9.5, .overlap(Overlap(by: .agent, interval: turn, kind: .within)))
    scene.at(12, .deadAirStarted(start: silence.start))
    scene.at(13, .turn(.agent, turn))
    scene.at(20.1, .deadAir(silence, endedBy: .agent))
    for party in Party.allCases { scene.speak(party, 20, 25) }
    scene.interrupt(1, .agent, 21, resolvedAt: 23)
    scene.pass(to: 30)
    scene.finish()
    return scene
  }

  private func judgements(_ scene: CallScene) -> Int {
    scene.count {
      switch $0 {
      case .overlapStarted, .overlap, .deadAirStarted, .turn, .deadAir, .interruption,
        .interruptionResolved:
        true
      default: false
      }
    }
  }

  @Test func noSilenceTurnOrInterruptionIsTold() throws {
    let scene = call(isSameAudio: true)
    #expect(judgements(scene) == 0)
    let metrics = try #require(scene.ended.first).metrics
    #expect(metrics.withheld == [.share, .overlap, .interruptions, .speech])
    #expect(judgements(call(isSameAudio: false)) == 7)
  }

  @Test func aKeptCallWithoutFiguresIsReadAsUnreliable() throws {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "interject-same-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let metrics = try #require(call(isSameAudio: true).ended.first).metrics
    let started = Date(timeIntervalSince1970: 1_772_442_930)
    let path = try CallHistory(folder: folder).save(
      Summary(metrics: metrics, reliable: false, withheld: metrics.withheld), started: started,
      settings: "")
    let file = try #require(FileManager.default.contents(atPath: path))
    let call = try SavedCall(json: file, name: path)
    #expect(call.started == started)
    #expect(!call.isReliable)
  }

  @Test func aReliableCallWithoutFiguresIsNoResult() {
    let text = #"{"session":{"started":null},"summary":{"reliable":true,"duration":3}}"#
    #expect(throws: HistoryError.self) { try SavedCall(json: Data(text.utf8), name: "call.json") }
  }
}
