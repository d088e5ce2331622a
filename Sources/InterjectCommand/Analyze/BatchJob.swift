import Batch
import Conversation
import Interject
import Realtime
import Reporting

/// Many calls from their list to the line that says what became of them.
struct BatchJob {
  /// Calls that were not begun are named up to this many.
  private static let mostNamed = 10

  private let list: BatchList
  private let folder: OutputFolder?
  private let formats: [OutputFormat]
  /// The calls that are done already.
  private let kept: Int
  private let calls: [BatchCall]
  private let work: BatchRun
  private let workers: Int

  /// Takes what is to be done; `workers` says how many threads so many calls are worth.
  init(
    list: BatchList, names: [String], run: AnalysisRun, folder: OutputFolder?,
    workers: (Int) -> Int
  ) {
    self.list = list
    self.folder = folder
    formats = run.formats
    var ledger: (ResultLedger, ResultKey)?
    var left = Array(list.calls.indices)
    if let folder {
      let key = ResultKey(
        configuration: run.hearing.analysis.configuration, words: run.transcripts?.key ?? [])
      let results = ResultLedger(folder: folder.path, continues: folder.present == .continued)
      let formats = run.formats
      left.removeAll { index in
        guard list.calls[index].fault == nil else { return false }
        return results.has(
          names[index], key: key.text(for: list.calls[index]), formats: formats.map(\.rawValue))
          && formats.allSatisfy {
            FileIdentity("\(folder.path(of: names[index])).\($0.fileExtension)") != nil
          }
      }
      ledger = (results, key)
    }
    kept = list.calls.count - left.count
    calls = left.map { list.calls[$0] }
    self.workers = max(1, workers(left.count))
    work = BatchRun(
      calls, names: folder == nil ? [] : left.map { names[$0] }, analyst: run, folder: folder,
      ledger: ledger, jobs: self.workers)
  }

  /// Does it, and says at the end what was written where and what was not.
  ///
  /// - Throws: `CommandFailure` where a recording could not be analyzed, or the run was ended.
  func perform() throws(CommandFailure) {
    var progress = BatchProgress(of: calls.count, bytes: calls.reduce(0) { $0 + $1.size })
    var threads: [OwnThread] = []
    for number in 0..<workers {
      do throws(OwnThread.Refusal) {
        threads.append(try OwnThread(work, name: "analyze-\(number)"))
      } catch {
        // Fewer do the same.
        work.tally.leave()
      }
    }
    if threads.isEmpty { work.run() }
    while !work.tally.isOver() { progress.show(work.tally.now) }
    for thread in threads { thread.join(milliseconds: 10_000) }
    progress.erase()
    let state = work.tally.now
    for line in BatchFailures(state.failures, of: calls).lines {
      StandardError.write("interject: \(line)\n")
    }
    for fault in list.faults { CommandFailure(fault).report() }
    let signal = Termination.signal
    if state.fatal?.exitCode != CommandFailure.closedPipe.exitCode { conclude(state, signal) }
    if let fatal = state.fatal { throw fatal }
    if let signal { throw CommandFailure(signal: signal) }
    guard state.failures.isEmpty, list.faults.isEmpty else {
      throw CommandFailure(exitCode: 65, message: nil)
    }
  }

  private func conclude(_ state: BatchTally.State, _ signal: Int32?) {
    let count = calls.count + kept
    let undone = calls.indices.filter { !state.done.contains($0) }
    var words = ["\(state.analyzed) analyzed"]
    if kept > 0 { words.append("\(kept) already done") }
    let failed = state.failures.count + list.faults.count
    if failed > 0 { words.append("\(failed) failed") }
    if !undone.isEmpty { words.append("\(undone.count) not done") }
    let formats = formats.map(\.rawValue).joined(separator: ", ")
    var line =
      "interject: \(count) \(count == 1 ? "call" : "calls"): \(words.joined(separator: ", "))"
    line +=
      state.analyzed + kept > 0
      ? "; results in \(folder?.path ?? "standard output") (\(formats))" : "; no results"
    if list.passedOver > 0 { line += "; other files skipped: \(list.passedOver)" }
    StandardError.write(line + "\n")
    guard !undone.isEmpty else { return }
    let names = undone.prefix(Self.mostNamed).map { calls[$0].recording }.joined(separator: ", ")
    let more =
      undone.count > Self.mostNamed ? " and \(undone.count - Self.mostNamed) more" : ""
    StandardError.write(
      "interject: not done: \(names)\(more)\(folder == nil ? "" : "; continue with --resume")\n")
  }
}
