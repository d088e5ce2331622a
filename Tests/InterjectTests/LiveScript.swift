import Conversation
import Foundation
import Interject

/// A source that takes the steps it was given, once its gate is open, and tells when it is through.
struct LiveScript: LiveSource, ~Copyable {
  let rate = EngineRate.narrow
  let session = Session(
    source: "script", sampleRate: 8000, parties: PartyPair(repeating: "script"), settings: "")
  let waits = false
  let agent: [Float]
  let customer = [Float](repeating: 0, count: 8000)

  private var steps: ArraySlice<LiveStep>
  private let gate: DispatchSemaphore
  private let isThrough: DispatchSemaphore

  init(
    _ steps: [LiveStep], agent: [Float] = Array(repeating: 0, count: 8000),
    gate: DispatchSemaphore, isThrough: DispatchSemaphore
  ) {
    self.agent = agent
    self.steps = steps[...]
    self.gate = gate
    self.isThrough = isThrough
  }

  mutating func next(milliseconds: Int) -> LiveStep {
    gate.wait()
    gate.signal()
    return steps.popFirst() ?? .ended(gone: nil)
  }

  mutating func remarks(stopped: Bool) -> [LiveRemark] {
    isThrough.signal()
    return []
  }
}
