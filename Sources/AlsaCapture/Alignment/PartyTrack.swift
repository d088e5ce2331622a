internal import Conversation

/// What one party's device has delivered and the aligner has not yet taken, with its clock.
struct PartyTrack: Sendable {
  /// Samples in succession that are all known, or all unknown for one reason.
  struct Run: Equatable {
    var count: Int
    var reason: UnknownReason?
  }

  private(set) var clock: DelayLockedLoop
  /// Known samples; those before `head` have been taken.
  private var samples: [Float] = []
  private var head = 0
  private var runs: [Run] = []
  /// All samples that were ever appended, known or not.
  private(set) var appended = 0
  /// All that were ever taken.
  private(set) var taken = 0
  /// Unknown samples that stand for what the device has said nothing of so far.
  private var presumed = 0

  init(rate: EngineRate) {
    clock = DelayLockedLoop(rate: rate.rawValue)
    samples.reserveCapacity(rate.rawValue)
    runs.reserveCapacity(64)
  }

  /// The samples that wait, known or not.
  var available: Int { appended - taken }
  /// The samples that wait and take memory.
  var knownCount: Int { samples.count - head }

  mutating func append(_ input: Span<Float>, end: Int64) {
    guard input.count > 0 else { return }
    if head > 4096 && head * 2 > samples.count {
      samples.removeSubrange(0..<head)
      head = 0
    }
    input.withUnsafeBufferPointer { samples.append(contentsOf: $0) }
    extend(by: input.count, reason: nil)
    if presumed > 0 {
      presumed = 0
      clock.skip(to: appended, end: end)
    } else {
      clock.update(position: appended, end: end)
    }
  }

  mutating func append(unknown count: Int, reason: UnknownReason, end: Int64) {
    guard count > 0 else { return }
    let isPresumed = min(count, presumed)
    presumed -= isPresumed
    if count > isPresumed { extend(by: count - isPresumed, reason: reason) }
    clock.skip(to: appended - presumed, end: end)
  }

  /// Lets unknown samples stand for what the device has not said anything of, until it does.
  mutating func presumeUnknown(_ count: Int) {
    guard count > 0 else { return }
    presumed += count
    extend(by: count, reason: .stall)
  }

  private mutating func extend(by count: Int, reason: UnknownReason?) {
    appended += count
    if let last = runs.indices.last, runs[last].reason == reason {
      runs[last].count += count
    } else {
      runs.append(Run(count: count, reason: reason))
    }
  }

  /// Whether the next `count` samples are alike.
  func hasUniformRun(of count: Int) -> Bool { runs.first.map { $0.count >= count } ?? false }

  /// Takes samples that wait, unknown ones as zeros, and appends them and their runs.
  mutating func take(_ count: Int, into output: inout [Float], runs parts: inout [Run]) {
    var left = min(count, available)
    taken += left
    while left > 0, let first = runs.first {
      let part = min(left, first.count)
      if first.reason == nil {
        output.append(contentsOf: samples[head..<head + part])
        head += part
      } else {
        output.append(contentsOf: repeatElement(0, count: part))
      }
      parts.append(Run(count: part, reason: first.reason))
      left -= part
      if part == first.count {
        runs.removeFirst()
      } else {
        runs[0].count -= part
      }
    }
  }

  /// Takes samples that wait without handing them out; returns their number.
  mutating func discard(_ count: Int) -> Int {
    let number = min(count, available)
    var left = number
    taken += left
    while left > 0, let first = runs.first {
      let part = min(left, first.count)
      if first.reason == nil { head += part }
      left -= part
      if part == first.count {
        runs.removeFirst()
      } else {
        runs[0].count -= part
      }
    }
    return number
  }
}
