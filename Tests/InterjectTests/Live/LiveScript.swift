import Conversation
import Foundation
import Interject
import Synchronization

/// A source that takes the steps it was given, once its gate is open, and tells when it is through.
struct LiveScript: LiveSource, ~Copyable {
  let rate = EngineRate.narrow
  let session = Session(
    source: "script", sampleRate: 8000, parties: PartyPair(repeating: "script"), settings: "")
  let waits = false
  let agent: [Float]
  let customer = [Float](repeating: 0, count: 8000)

  private var steps: ArraySlice<LiveStep>
  private let isEndless: Bool
  private let gate: DispatchSemaphore
  private let isThrough: DispatchSemaphore
  private let ending: Ending?

  /// How a script came to its end.
  final class Ending: Sendable {
    /// Whether it was told to stop; nil before the end.
    let wasStopped = Mutex<Bool?>(nil)
  }

  /// Takes the steps and ends, or goes on without audio where it is `endless`.
  init(
    _ steps: [LiveStep], endless: Bool = false, ending: Ending? = nil,
    agent: [Float] = Array(repeating: 0, count: 8000),
    gate: DispatchSemaphore, isThrough: DispatchSemaphore
  ) {
    self.agent = agent
    isEndless = endless
    self.ending = ending
    self.steps = steps[...]
    self.gate = gate
    self.isThrough = isThrough
  }

  mutating func next(milliseconds: Int) -> LiveStep {
    guard gate.comes() else { return .ended(gone: "the gate stays closed") }
    gate.signal()
    return steps.popFirst() ?? (isEndless ? .waiting : .ended(gone: nil))
  }

  mutating func remarks(stopped: Bool) -> [LiveRemark] {
    ending?.wasStopped.withLock { $0 = stopped }
    isThrough.signal()
    return []
  }
}
