import AudioFiles
import Conversation
import Foundation
import Listening
import Preferences
import SoundFixtures
import Testing

@testable import Batch

/// Tables of calls.
@Suite struct ManifestTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    for name in ["a.wav", "b.wav", "c.wav", "a.rttm"] { _ = try folder.write([1], as: name) }
  }

  private func manifest(_ text: String) throws -> Manifest {
    try Manifest(
      contentsOf: folder.write(Array(text.utf8), as: "calls.csv"),
      zone: .universal)
  }

  private func refusal(_ text: String) -> String {
    do {
      _ = try Manifest(contentsOf: folder.write(Array(text.utf8), as: "calls.csv"))
      return ""
    } catch {
      return "\(error)"
    }
  }

  @Test func aRowSaysEverythingOfItsCall() throws {
    let calls = try manifest(
      "\u{FEFF}path,customer_path,customer_start,agent_channel,call,agent,started,segments,transcript,Queue\r\n"
        + "a.wav,,,right,17,Ada,2026-11-02T09:15:30Z,,a.vtt,\"bil\"\"ling, a\"\r\n"
        + "\r\n"
        + "b.wav,c.wav,-1.5,,18,,1793607330,a.rttm,,\r\n"
    ).calls
    #expect(calls.count == 2)
    #expect(calls[0].source.channels.agent == .right)
    #expect(calls[0].identity.callID == "17")
    #expect(calls[0].identity.agentID == "Ada")
    #expect(calls[0].identity.started?.formatted(.iso8601) == "2026-11-02T09:15:30Z")
    #expect(calls[0].identity.labels == [CallLabel(name: "Queue", value: "bil\"ling, a")])
    #expect(calls[0].recording == folder.path("a.wav"))
    #expect(calls[0].transcript == folder.path("a.vtt"))
    #expect(calls[0].files == [folder.path("a.wav"), folder.path("a.vtt")])
    #expect(calls[1].source.paths == [folder.path("b.wav"), folder.path("c.wav")])
    #expect(calls[1].source.customerDelay == SampleTime(seconds: -1.5))
    #expect(calls[1].identity.started?.formatted(.iso8601) == "2026-11-02T08:15:30Z")
    #expect(calls[1].segments?.path == folder.path("a.rttm"))
    #expect(calls[1].origin?.hasSuffix("calls.csv:4") == true)
  }

  @Test func aMissingTranscriptCostsItsCallNoReport() throws {
    _ = try folder.write([], as: "there.wav")
    let calls = try manifest("path,transcript\nthere.wav,none.vtt\n").calls
    #expect(calls[0].fault == nil)
    #expect(calls[0].transcript == folder.path("none.vtt"))
  }

  @Test(arguments: [";", "\t"])
  func otherSignsBetweenFieldsAreTaken(separator: String) throws {
    let calls = try manifest(
      "path,call\na.wav,x\n".replacing(",", with: separator)
    ).calls
    #expect(calls.map(\.identity.callID) == ["x"])
  }

  @Test(arguments: [
    ("", "empty"), ("file\na.wav\n", ":1: there is no column path"),
    ("path,PATH\na.wav,b\n", "twice"),
    ("path\n\n", "lists no calls"), ("path,call\na.wav,\"x\n", ":2: a quote"),
    ("path,call\na.wav,1\nb.wav,2\nc.wav,1\n", "line 4: the call 1 is already in line 2"),
    ("path\na.wav\nb.wav\na.wav\n", "line 4: a.wav is already in line 2"),
    ("path,call\n,1\n", "line 2: it has no path"),
    ("path,segments,transcript\na.wav,a.rttm,a.vtt\n", "line 2: it has segments and a transcript"),
    ("path\na.wav,b\n", "line 2: it has 2 fields for 1 columns"),
    ("path,agent_channel\na.wav,middle\n", "line 2: agent_channel 'middle'"),
    ("path,customer_start\na.wav,soon\n", "line 2: customer_start 'soon'"),
    ("path,customer_start\na.wav,nan\n", "line 2: customer_start 'nan'"),
    ("path,started\na.wav,yesterday\n", "line 2: started 'yesterday'"),
  ])
  func whatIsWrongIsToldWithItsLine(text: String, problem: String) {
    let refusal = refusal(text)
    #expect(refusal.contains(problem), "\(refusal)")
    #expect(!refusal.contains("\n"))
  }

  @Test func manyFaultsAreCountedAndNotAllTold() {
    let refusal = refusal("path,started\n" + String(repeating: "a.wav,x\n", count: 30))
    #expect(refusal.contains("and 20 more"), "\(refusal)")
  }

  @Test func aRecordingThatIsNotThereDoesNotStopTheOthers() throws {
    let calls = try manifest("path\na.wav\nnone.wav\n").calls
    #expect(calls[0].fault == nil)
    #expect(calls[1].fault?.code == .notFound)
    #expect(calls[1].origin?.hasSuffix(":3") == true)
  }

  @Test func aManifestThatCannotBeReadSaysWhy() throws {
    #expect(throws: BatchError.self) { try Manifest(contentsOf: folder.path("none.csv")) }
    let path = try folder.write([0xFF, 0xFE, 0x41], as: "latin.csv")
    #expect { try Manifest(contentsOf: path) } throws: { "\($0)".contains("UTF-8") }
  }
}
