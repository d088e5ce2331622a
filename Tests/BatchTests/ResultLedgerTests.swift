import AudioFiles
import Conversation
import Foundation
import Listening
import SoundFixtures
import Testing

@testable import Batch

/// What a later run knows of the results that are there.
@Suite struct ResultLedgerTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func ledger(continues: Bool = true) -> ResultLedger {
    ResultLedger(folder: folder.path(""), continues: continues)
  }

  @Test func whatIsNotedIsKnownToTheNextRun() throws {
    let name = "a/\tb\nc\\n"
    #expect(ledger().add(name, key: "1", formats: ["json", "csv"]) == nil)
    #expect(ledger().has(name, key: "1", formats: ["csv"]))
    #expect(!ledger().has(name, key: "2", formats: ["csv"]))
    #expect(!ledger().has(name, key: "1", formats: ["csv", "html"]))
    #expect(!ledger().has("b", key: "1", formats: ["csv"]))
    #expect(!ledger(continues: false).has(name, key: "1", formats: ["csv"]))
  }

  @Test func formatsOfOtherConditionsDoNotCount() {
    _ = ledger().add("a", key: "1", formats: ["json"])
    _ = ledger().add("a", key: "1", formats: ["csv"])
    #expect(ledger().has("a", key: "1", formats: ["json", "csv"]))
    _ = ledger().add("a", key: "2", formats: ["json"])
    #expect(!ledger().has("a", key: "2", formats: ["csv"]))
  }

  @Test func aLineThatWasNotWrittenToItsEndIsPassedOver() throws {
    _ = ledger().add("a", key: "1", formats: ["json"])
    let path = folder.path(ResultLedger.fileName)
    let text = try String(contentsOfFile: path, encoding: .utf8)
    try (text + "12ab").write(toFile: path, atomically: false, encoding: .utf8)
    #expect(ledger().has("a", key: "1", formats: ["json"]))
  }

  @Test func aFolderThatCannotBeWrittenIsAnError() {
    let ledger = ResultLedger(folder: folder.path("none"), continues: true)
    #expect(ledger.add("a", key: "1", formats: []) != nil)
  }

  @Test func theKeyFollowsEverythingThatResultsDependOn() throws {
    let path = try folder.write([1], as: "a.wav")
    let segments = try folder.write([2], as: "a.rttm")
    let call = BatchCall(
      CallSource(.together(AudioInput(.path(path)))), recording: path, root: "")
    var configuration = Configuration()
    let key = ResultKey(configuration: configuration, version: "1")
    var keys = [
      key.text(for: call), ResultKey(configuration: configuration, version: "2").text(for: call),
    ]
    configuration.turns.deadAir += 1
    keys.append(ResultKey(configuration: configuration, version: "1").text(for: call))
    for change: (inout BatchCall) -> Void in [
      { $0.source.channels.agent = .right }, { $0.source.channels.customer = .right },
      { $0.source.customerDelay = .frame }, { $0.identity.callID = "a" },
      { $0.identity.agentID = "a" }, { $0.identity.started = .distantPast },
      { $0.identity.ended = .distantPast },
      { $0.identity.labels = [CallLabel(name: "a", value: "b")] },
      { $0.segments = SegmentsInput(path: segments) },
      { $0.segments = SegmentsInput(path: segments, agentSpeaker: "a") },
    ] {
      var other = call
      change(&other)
      keys.append(key.text(for: other))
    }
    #expect(Set(keys).count == keys.count)
    #expect(key.text(for: call) == keys[0])
    #expect(!call.hasChanged)
    _ = try folder.write([1, 2], as: "a.wav")
    #expect(call.hasChanged)
  }
}
