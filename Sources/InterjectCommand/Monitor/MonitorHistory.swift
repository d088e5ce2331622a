import Conversation
import FoundationEssentials
import Interject

/// `--save`: keeps the figures of each call once it is over.
final class MonitorHistory: MonitorOutput {
  private let history: CallHistory
  private let days: Int?
  /// Whether a recording is replayed, which may have been saved before.
  var isReplay = false
  /// When the recording that is replayed began; nil for what is heard as it happens.
  var recordingBegan: Date?
  private var session: Session?
  /// The flags of the call under way that have been marked as wrong.
  private var marks: ContestLog?
  private let now: () -> Date
  /// When the call under way began.
  private var started: Date?
  private var doubts = InputDoubts()
  /// What the words of the call amount to that is about to end.
  private var wording: CallWording?
  private var failure: HistoryError?
  private var unsaid: [String] = []
  /// Whether the last call could not be kept.
  private(set) var isFailing = false
  /// The calls that have been kept.
  private(set) var saved = 0
  /// The calls that had been kept before.
  private(set) var known = 0

  /// Keeps calls in a folder, for some days where a number is given.
  init(_ history: CallHistory, days: Int?, now: @escaping () -> Date = { Date.now }) {
    self.history = history
    self.days = days
    self.now = now
  }

  /// Where they are kept.
  var folder: String { history.folder }

  func begin(_ session: Session, heard: String) throws(CommandFailure) {
    self.session = session
    marks = ContestLog(session)
    do {
      try history.prepare()
      try forget()
    } catch {
      throw CommandFailure(error)
    }
  }

  func take(_ status: SessionState, _ metrics: Metrics?) throws(CommandFailure) {
    doubts = status.doubts
  }

  func take(_ event: Event) throws(CommandFailure) {
    marks?.add(event)
    switch event.kind {
    case .callStarted(let start):
      // A replay may be faster than time: without a date of its own a call has that of its replay.
      started = recordingBegan.map { $0 + start.seconds } ?? now() - (event.at - start).seconds
    case .callEnded(_, let metrics) where metrics.isCall: keep(metrics, started ?? now())
    default: break
    }
    if case .callEnded = event.kind {
      marks = session.map { ContestLog($0) }
      wording = nil
    }
  }

  func take(wording: CallWording) { self.wording = wording }

  func notices() -> [String] {
    defer { unsaid = [] }
    return unsaid
  }

  func finish(_ summary: Summary) throws(CommandFailure) {
    if let failure { throw CommandFailure(failure) }
  }

  private func keep(_ metrics: Metrics, _ started: Date) {
    var summary = doubts.summary(of: metrics)
    summary.wording = wording
    do throws(HistoryError) {
      if isReplay,
        let id = try history.call(like: summary, started: recordingBegan == nil ? nil : started)
      {
        known += 1
        unsaid.append("saved already, as the call \(id): nothing was added")
        return
      }
      let path = try history.save(summary, started: started, settings: session?.settings ?? "")
      if let marks, !marks.isEmpty {
        try history.save(marks: marks.bytes(saved: now()), beside: path)
      }
      saved += 1
      try forget()
      isFailing = false
    } catch {
      // A full disk is no reason to stop listening, and the next call may find room.
      failure = failure ?? error
      isFailing = true
      unsaid.append("saving fails: \(error)")
    }
  }

  private func forget() throws(HistoryError) {
    if let days { try history.prune(before: now() - Double(days) * 86_400) }
  }
}
