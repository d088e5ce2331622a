import Conversation
import Dashboard
import Foundation
import Interject
import Testing

@testable import InterjectCommand

@Suite final class MonitorHistoryTests {
  private let folder = FileManager.default.temporaryDirectory
    .appending(path: "interject-kept-\(UUID().uuidString)").path
  private let now = Date(timeIntervalSince1970: 1_772_442_930)

  deinit {
    try? FileManager.default.removeItem(atPath: folder)
  }

  private func begun() throws -> MonitorHistory {
    let history = MonitorHistory(CallHistory(folder: folder), days: nil, now: { [now] in now })
    let session = Session(
      source: "", sampleRate: 8000, parties: PartyPair(repeating: ""), settings: "")
    try history.begin(session, heard: "")
    return history
  }

  /// A call of the stream that is told 10 s after its first word.
  private func hear(
    _ history: MonitorHistory, from start: Double = 0, talk: PartyPair<Double> = .init(repeating: 9)
  ) throws {
    let begin = SampleTime(seconds: start)
    let end = SampleTime(seconds: start + 60)
    var metrics = Metrics()
    metrics.duration = end - begin
    for party in Party.allCases { metrics.parties[party].talk = SampleTime(seconds: talk[party]) }
    try history.take(
      Event(at: SampleTime(seconds: start + 10), kind: .callStarted(start: begin)))
    try history.take(
      Event(at: end, kind: .callEnded(Interval(start: begin, end: end), metrics)))
  }

  @Test func theDayBeginsWithTheSavedCallsOfToday() throws {
    let history = try begun()
    try hear(history)
    try hear(history, from: 600, talk: PartyPair(agent: 8, customer: 9))
    let day = CallDay(history, goal: 6, now: now + 60)
    #expect(day.calls.count == 2)
    #expect(day.calls.allSatisfy { $0.length == SampleTime(seconds: 60) && $0.minuteOfDay != nil })
    #expect(day.goal == 6)
    #expect(day.usual == nil)
    #expect(CallDay(nil, goal: nil, now: now).calls.isEmpty)
  }

  @Test func aFailureIsSaidAtOnceAndTheNextCallIsTriedAgain() throws {
    let history = try begun()
    try FileManager.default.removeItem(atPath: folder)
    #expect(FileManager.default.createFile(atPath: folder, contents: nil))
    try hear(history)
    #expect(history.isFailing)
    let notices = history.notices()
    #expect(notices.count == 1)
    #expect(notices.allSatisfy { $0.hasPrefix("saving fails: \(folder)") })
    #expect(history.notices().isEmpty)
    try FileManager.default.removeItem(atPath: folder)
    try hear(history)
    #expect(!history.isFailing)
    #expect(history.saved == 1)
    let summary = Summary(metrics: Metrics(), reliable: true)
    #expect(throws: CommandFailure.self) { try history.finish(summary) }
  }

  @Test func aCallThatOnePartySpokeInIsNotKept() throws {
    let history = try begun()
    try hear(history, talk: PartyPair(agent: 9, customer: 0))
    try hear(history, talk: PartyPair(agent: 0, customer: 0))
    #expect(try CallHistory(folder: folder).files().isEmpty)
    try history.finish(Summary(metrics: Metrics(), reliable: true))
  }

  @Test func aCallFarIntoAFastReplayIsNotDatedInTheFuture() throws {
    let history = try begun()
    try hear(history, from: 7200)
    let path = try #require(CallHistory(folder: folder).files().first)
    let call = try SavedCall(
      json: #require(FileManager.default.contents(atPath: path)), name: path)
    #expect(call.started == now - 10)
  }

  @Test func aRecordingThatIsReplayedAgainIsSavedOnce() throws {
    let began = Date(timeIntervalSince1970: 1_700_000_000)
    for (date, files, known) in [(nil, 1, 0), (nil, 1, 1), (began, 2, 0), (began, 2, 1)] {
      let history = try begun()
      history.isReplay = true
      history.recordingBegan = date
      try hear(history)
      #expect(try CallHistory(folder: folder).files().count == files)
      #expect(history.known == known)
      #expect(history.notices().count == known)
      #expect(history.saved == 1 - known)
    }
    // What happens again in life is another call.
    try hear(try begun())
    #expect(try CallHistory(folder: folder).files().count == 3)
  }

  @Test func aReplayedOldCallIsNotDatedToday() throws {
    let history = try begun()
    let began = Date(timeIntervalSince1970: 1_700_000_000)
    history.recordingBegan = began
    try hear(history, from: 7200)
    let path = try #require(CallHistory(folder: folder).files().first)
    let call = try SavedCall(
      json: #require(FileManager.default.contents(atPath: path)), name: path)
    #expect(call.started == began + 7200)
  }
}
