import Realtime

/// One output for the results of many calls, which come in the order of the calls whoever is first.
///
/// The first call that is not over writes at once; what later ones have to say waits in memory. Calls
/// that are too far ahead are not begun, so that this stays little.
final class OrderedOutput: @unchecked Sendable {
  private let condition = Condition()
  private let window: Int
  private let header: [UInt8]
  private var file: OutputFile
  private var hasBegun = false
  /// The number of the call that may write.
  private var turn = 0
  private var waiting: [Int: [UInt8]] = [:]
  private var ended: Set<Int> = []
  private var failure: CommandFailure?

  /// Takes an output; `header` is written before the first result, `window` calls are under way at most.
  init(_ file: consuming OutputFile, header: [UInt8] = [], window: Int) {
    self.file = file
    self.header = header
    self.window = window
  }

  /// Waits until a call may begin.
  func begin(_ number: Int) {
    condition.withLock {
      while number >= turn + window, failure == nil { condition.wait() }
    }
  }

  /// Takes the next bytes of a call.
  func append(_ bytes: [UInt8], of number: Int) throws(CommandFailure) {
    condition.lock()
    defer { condition.unlock() }
    if number == turn {
      try write(bytes)
    } else {
      waiting[number, default: []] += bytes
    }
  }

  /// Notes that a call has said everything, whether that was something or not.
  func end(_ number: Int) throws(CommandFailure) {
    condition.lock()
    defer { condition.unlock() }
    ended.insert(number)
    while ended.remove(turn) != nil {
      turn += 1
      if let bytes = waiting.removeValue(forKey: turn) { try write(bytes) }
    }
    condition.broadcast()
  }

  private func write(_ bytes: [UInt8]) throws(CommandFailure) {
    if let failure { throw failure }
    guard !bytes.isEmpty else { return }
    do throws(CommandFailure) {
      if !hasBegun { try file.append(header) }
      hasBegun = true
      try file.append(bytes)
      try file.flush()
    } catch {
      failure = error
      condition.broadcast()
      throw error
    }
  }
}
