public import Conversation

/// A made-up call with everything that a report needs, for tests of reports.
public struct SampleCall: Sendable {
  /// The first line of the stream.
  public var session: Session
  /// The events between the first and the last line.
  public var events: [Event]
  /// The last line of the stream.
  public var summary: Summary

  init(source: String, events: [Event], summary: Summary) {
    self.session = Session(
      source: source, sampleRate: 8000, parties: PartyPair(agent: "left", customer: "right"),
      settings: "a1b2c3d4")
    self.events = events
    self.summary = summary
  }
}

extension SampleCall {
  /// A call of no length.
  public static let empty = SampleCall(
    source: "empty.wav", events: [],
    summary: Summary(metrics: Metrics(), reliable: false, notes: ["no audio"]))

  /// 70 s in which only the agent speaks.
  public static let oneParty: SampleCall = {
    var script = CallScript(seconds: 70)
    script.speech(.agent, 1, 66.5)
    script.turn(.agent, 1, 66.5)
    script.monologue(.agent, 1, 66.5)
    script.warning(.silentChannel, .customer, at: 10)
    script.deadAir(66.5, 70, endedBy: nil)
    return script.call(
      "one party.wav", reliable: false, notes: ["the customer's channel is silent"])
  }()

  /// The short call with both channels alike, so that all figures of speech are withheld.
  public static let identicalChannels: SampleCall = {
    var call = short
    call.session.source = "mono.wav"
    call.summary.reliable = false
    call.summary.guidance = []
    call.summary.withheld = [.share, .overlap, .interruptions, .speech]
    call.summary.notes = ["both channels carry the same audio"]
    return call
  }()
}
