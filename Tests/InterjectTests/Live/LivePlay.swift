import Conversation
import Foundation
import Interject

/// A source that plays both parties' samples in blocks of 10 ms, and stops some times until it is to go on.
struct LivePlay: LiveSource, ~Copyable {
  let rate = EngineRate.narrow
  let session = Session(
    source: "play", sampleRate: 8000, parties: PartyPair(repeating: "play"), settings: "")
  let waits = true
  private(set) var agent: [Float] = []
  private(set) var customer: [Float] = []

  private let call: TestCall
  private let stops: [Int]
  private let isThere: DispatchSemaphore
  private let goesOn: DispatchSemaphore
  private var position = 0

  /// Plays a call; before each of the samples `stops` it signals `isThere` and waits for `goesOn`.
  init(
    _ call: TestCall, stops: [Int], isThere: DispatchSemaphore, goesOn: DispatchSemaphore
  ) {
    self.call = call
    self.stops = stops
    self.isThere = isThere
    self.goesOn = goesOn
  }

  mutating func next(milliseconds: Int) -> LiveStep {
    let end = position + rate.frameLength
    guard end <= call.agent.count else { return .ended(gone: nil) }
    if stops.contains(where: (position..<end).contains) {
      isThere.signal()
      guard goesOn.comes() else { return .ended(gone: "nobody lets it go on") }
    }
    agent = Array(call.agent[position..<end])
    customer = Array(call.customer[position..<end])
    position = end
    return .stretch(AudioStretch(samples: rate.frameLength))
  }

  mutating func remarks(stopped: Bool) -> [LiveRemark] { [] }
}
