import Batch
import Glibc
import Interject
import Realtime
import Reporting

/// The calls of a run, analyzed by several threads; what is written does not depend on their number.
final class BatchRun: ThreadWork, Sendable {
  private let calls: [BatchCall]
  private let names: [String]
  private let order: [Int]
  private let analyst: AnalysisRun
  private let folder: OutputFolder?
  private let output: OrderedOutput?
  private let ledger: (ledger: ResultLedger, key: ResultKey)?
  let tally: BatchTally

  /// Takes the calls that are left to do, and the name of each one's results.
  ///
  /// Longer ones come first where each has files of its own, so that no thread ends long after the
  /// others; on one output they come in their order.
  init(
    _ calls: [BatchCall], names: [String], analyst: AnalysisRun, folder: OutputFolder?,
    ledger: (ResultLedger, ResultKey)?, jobs: Int
  ) {
    self.calls = calls
    self.names = names
    self.analyst = analyst
    self.folder = folder
    self.ledger = ledger.map { (ledger: $0.0, key: $0.1) }
    tally = BatchTally(workers: jobs)
    if folder == nil {
      output = OrderedOutput(
        .standard, header: analyst.formats[0].header(for: calls.first?.identity.labels ?? []),
        window: jobs * 4)
      order = Array(calls.indices)
    } else {
      output = nil
      order = calls.indices.sorted { (calls[$1].size, $0) < (calls[$0].size, $1) }
    }
  }

  /// Works until nothing is left, or until the run is to end; a thread each.
  func run() {
    while let place = tally.takePlace(of: calls.count) {
      let number = order[place]
      output?.begin(number)
      tally.end(number, Result { () throws(CommandFailure) in try analyze(number) })
      do throws(CommandFailure) { try output?.end(number) } catch { tally.end(with: error) }
    }
    tally.leave()
  }

  private func analyze(_ number: Int) throws(CommandFailure) -> AnalysisRun.Ending {
    let call = calls[number]
    var heard = 0.0
    defer { tally.add(bytes: Double(call.size) - heard) }
    do throws(CommandFailure) {
      if let fault = call.fault { throw CommandFailure(fault) }
      let ending = try analyst.analyze(call, to: place(of: number), goesOn: output != nil) { part in
        let bytes = min(part ?? 0, 1) * Double(call.size)
        tally.add(bytes: bytes - heard)
        heard = bytes
      }
      // The report stands without the words, but the run goes on with this call.
      if case .finished(_, let refusal?) = ending {
        throw CommandFailure(
          exitCode: 65,
          message:
            "\(call.transcript ?? call.recording): \(refusal); its report was written without words",
          concernsOneCall: true)
      }
      if case .finished = ending { try note(number) }
      return ending
    } catch  where error.concernsOneCall {
      let origin = call.origin.map { "\($0): " } ?? ""
      let message = error.message.map { origin + $0 }
      throw CommandFailure(exitCode: error.exitCode, message: message, concernsOneCall: true)
    }
  }

  private func place(of number: Int) -> ResultPlace {
    if let output { return .stream(output, number) }
    return .files(folder?.path(of: names[number]) ?? names[number])
  }

  /// Keeps in mind that a call's results are there, unless its audio was another one's meanwhile.
  private func note(_ number: Int) throws(CommandFailure) {
    let call = calls[number]
    guard !call.hasChanged else {
      throw CommandFailure(
        exitCode: 65,
        message: "\(call.recording): changed while it was being read, so its results may mix two "
          + "versions; analyze it again",
        concernsOneCall: true)
    }
    guard let ledger else { return }
    let formats = analyst.formats.map(\.rawValue)
    if let error = ledger.ledger.add(
      names[number], key: ledger.key.text(for: call), formats: formats)
    {
      throw CommandFailure(
        exitCode: 74,
        message: "\(folder?.path ?? ""): progress cannot be saved there: "
          + "\(String(cString: strerror(error))); free some space and continue with --resume")
    }
  }
}
