import AudioFiles
import Conversation
import VoiceActivity

extension RecordingOffset {
  /// Finds how much later the customer's file begins than the agent's, where nobody has said it and
  /// both can be read again.
  static func find(in source: CallSource) -> SampleTime? {
    guard source.mayBeginApart, case .apart(let agent, let customer) = source.layout,
      agent.isFile, customer.isFile
    else { return nil }
    // What cannot be read is told where it is read in earnest.
    guard var audio = try? CallAudio.open(source) else { return nil }
    let most = compared * audio.rate.rawValue
    var samples = PartyPair<[Float]>(repeating: [])
    let block = 16_384
    let buffers = UnsafeMutableBufferPointer<Float>.allocate(capacity: 2 * block)
    defer { buffers.deallocate() }
    let agentPart = UnsafeMutableBufferPointer(rebasing: buffers[..<block])
    let customerPart = UnsafeMutableBufferPointer(rebasing: buffers[block...])
    while samples.agent.count < most,
      let portion = try? audio.read(agent: agentPart, customer: customerPart), !portion.isEnd
    {
      samples.agent += agentPart[..<portion.samples]
      samples.customer += customerPart[..<portion.samples]
    }
    return find(samples, rate: audio.rate)
  }

  /// The note that says what was found.
  static func note(_ offset: SampleTime) -> String {
    let seconds = abs(offset.seconds)
    let hundredths = Int((seconds * 100).rounded())
    let text =
      "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
    let order = offset > .zero ? "later" : "earlier"
    return
      "the customer's recording begins \(text) s \(order) than the agent's, judging by a voice that "
      + "leaks from one into the other; it was shifted to match, since nobody gave its start"
  }
}
