import AudioFiles
import Conversation
import Foundation
import Interject
import Testing

/// The examples of docs/embedding.md, which the check `documents` compares with these.
@Suite struct EmbeddingTests {
  private static let call = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "samples/support-call.wav").path

  func interruptions(in path: String) throws -> [Interruption] {
    var standing: [Int: Interruption] = [:]
    let source = CallSource(.together(AudioInput(.path(path))))
    let summary = try CallAnalysis().run(source) { event in
      switch event.kind {
      case .interruption(let flag): standing[flag.id] = flag
      case .retraction(let id, _): standing[id] = nil
      default: break
      }
    }
    print(summary.metrics.shareOfTalk(.agent) ?? 0, summary.reliable)
    return standing.values.sorted { $0.start < $1.start }
  }

  func listen(to blocks: [(agent: [Float], customer: [Float])]) -> Summary {
    var session = ListeningSession(rate: .narrow)
    for block in blocks {
      session.process(agent: block.agent.span, customer: block.customer.span) { event in
        if case .interruption(let flag) = event.kind, flag.party == .agent {
          print("\(event.at.seconds) s: let the customer finish (\(flag.confidence))")
        }
      }
    }
    session.finish { _ in }
    return session.summary
  }

  func serve<Source: LiveSource & ~Copyable>(_ shelf: inout CallShelf<Source>) {
    while shelf.count > 0 {
      shelf.serve { call, item in
        if case .event(let event) = item, case .interruption(let flag) = event.kind {
          print(call.session.callID ?? "", flag.party.name, flag.start.seconds)
        }
      }
    }
  }

  @Test func recordingGivesTheInterruptionsThatStand() throws {
    let found = try interruptions(in: Self.call)
    #expect(found.map(\.party) == [.agent, .customer, .agent])
  }

  @Test func aShelfIsServedUntilItsCallsAreOver() throws {
    var shelf = CallShelf<ReplaySource>()
    let recording = CallSource(.together(AudioInput(.path(Self.call))))
    shelf.add(ServedCall(try ReplaySource.open(recording, speed: 0)))
    serve(&shelf)
    #expect(shelf.count == 0)
  }

  @Test func blocksOfSilenceAreCounted() {
    let silence = [Float](repeating: 0, count: 80)
    let heard = listen(to: Array(repeating: (silence, silence), count: 100))
    #expect(heard.listened == SampleTime(seconds: 1))
  }
}
