import Conversation
import Foundation
import Interject

/// `--save`: keeps the figures of each call once it is over.
final class MonitorHistory: MonitorOutput {
  private let history: CallHistory
  private let days: Int?
  private var settings = ""
  private var begun = Date.now
  private var doubts = InputDoubts()
  private var failure: HistoryError?
  /// The calls that have been kept.
  private(set) var saved = 0

  /// Keeps calls in a folder, for some days where a number is given.
  init(_ history: CallHistory, days: Int?) {
    self.history = history
    self.days = days
  }

  /// Where they are kept.
  var folder: String { history.folder }

  func begin(_ session: Session, heard: String) throws(CommandFailure) {
    settings = session.settings
    begun = Date.now
    do {
      try history.prepare()
      try forget()
    } catch {
      throw CommandFailure(error)
    }
  }

  func take(_ status: LiveStatus) throws(CommandFailure) { doubts = status.doubts }

  func take(_ event: Event) throws(CommandFailure) {
    guard case .callEnded(let interval, let metrics) = event.kind, metrics.isCall else { return }
    do throws(HistoryError) {
      try history.save(
        doubts.summary(of: metrics), started: begun + interval.start.seconds, settings: settings)
      saved += 1
      try forget()
    } catch {
      // A full disk is no reason to stop listening; it is said at the end.
      failure = failure ?? error
    }
  }

  func finish(_ summary: Summary) throws(CommandFailure) {
    if let failure { throw CommandFailure(failure) }
  }

  private func forget() throws(HistoryError) {
    if let days { try history.prune(before: Date.now - Double(days) * 86_400) }
  }
}
