import Conversation
import Realtime

/// How far the calls of a run are, whoever is at work on them.
final class BatchTally: @unchecked Sendable {
  /// How far a run is.
  struct State {
    /// The calls that were analyzed, and their audio.
    var analyzed = 0
    var audio = SampleTime.zero
    /// The calls that could not be, by their number.
    var failures: [Int: CommandFailure] = [:]
    /// The bytes of recordings that are done with.
    var bytes = 0.0
    /// What ended the whole run.
    var fatal: CommandFailure?
    /// The calls that are over, well or not.
    var done: Set<Int> = []
    /// The workers that are still at it.
    var workers = 0
  }

  private let condition = Condition()
  private var state = State()
  private var next = 0

  init(workers: Int) {
    state.workers = workers
  }

  /// The state now.
  var now: State { condition.withLock { state } }

  /// The next place in the order of work; nil where nothing is left or the run is to end.
  func takePlace(of count: Int) -> Int? {
    condition.withLock {
      guard next < count, state.fatal == nil, !Termination.isRequested else { return nil }
      next += 1
      return next - 1
    }
  }

  /// Notes that so many more bytes of recordings have been read, fewer where some were counted twice.
  func add(bytes: Double) { condition.withLock { state.bytes += bytes } }

  /// Notes how a call ended.
  func end(_ number: Int, _ ending: Result<AnalysisRun.Ending, CommandFailure>) {
    condition.withLock {
      switch ending {
      case .success(.finished(let length, _)):
        state.analyzed += 1
        state.audio += length
      case .success(.stopped): return
      case .failure(let failure) where failure.concernsOneCall: state.failures[number] = failure
      case .failure(let failure):
        state.fatal = state.fatal ?? failure
        return
      }
      state.done.insert(number)
    }
  }

  /// Notes what ends the run.
  func end(with failure: CommandFailure) {
    condition.withLock { state.fatal = state.fatal ?? failure }
  }

  /// Notes that a worker has nothing left to do.
  func leave() {
    condition.withLock {
      state.workers -= 1
      condition.broadcast()
    }
  }

  /// Waits until all workers have left, a quarter of a second at most; whether they have.
  func isOver() -> Bool {
    condition.withLock {
      if state.workers > 0 { condition.wait(milliseconds: 250) }
      return state.workers <= 0
    }
  }
}
