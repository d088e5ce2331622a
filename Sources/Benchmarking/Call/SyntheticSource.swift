import Conversation
import Live

/// A synthetic call that is heard for ever, 10 ms whenever it is asked.
struct SyntheticSource: LiveSource, ~Copyable {
  let session: Session
  let waits = true
  private(set) var agent: [Float]
  private(set) var customer: [Float]

  private let call: SyntheticCall
  private var frame: Int

  /// Begins at a frame of the call.
  init(_ call: SyntheticCall, from frame: Int) {
    self.call = call
    self.frame = frame
    session = Session(
      source: "the built-in call", sampleRate: call.rate.rawValue,
      parties: PartyPair(repeating: "built in"), settings: "")
    agent = Array(repeating: 0, count: call.rate.frameLength)
    customer = agent
  }

  var rate: EngineRate { call.rate }

  mutating func next(milliseconds: Int) -> LiveStep {
    let length = rate.frameLength
    let part = frame * length..<(frame + 1) * length
    Self.copy(call.samples.agent, part, to: &agent)
    Self.copy(call.samples.customer, part, to: &customer)
    frame = (frame + 1) % (call.samples.agent.count / length)
    return .stretch(AudioStretch(samples: length))
  }

  mutating func remarks(stopped: Bool) -> [LiveRemark] { [] }

  private static func copy(_ samples: [Float], _ part: Range<Int>, to block: inout [Float]) {
    for (index, place) in part.enumerated() { block[index] = samples[place] }
  }
}
