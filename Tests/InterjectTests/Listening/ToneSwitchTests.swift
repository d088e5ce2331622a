import Conversation
import Interject
import Testing

/// `tone=off` leaves the voices out and changes nothing else.
@Suite struct ToneSwitchTests {
  private func run(isMeasured: Bool) throws -> EngineRun {
    var configuration = Configuration()
    try configuration.assign(isMeasured ? "tone=on" : "tone=off")
    let call = TestCall(rate: .narrow)
    return EngineRun(
      agent: call.agent + call.agent, customer: call.customer + call.customer,
      configuration: configuration)
  }

  @Test func figuresOfVoicesAreLeftOut() throws {
    let off = try run(isMeasured: false).summary.metrics
    for party in Party.allCases {
      #expect(off.parties[party].voice == VoiceFigures())
      #expect(off.parties[party].firstMinute == nil)
    }
    #expect(off.distraction == nil)
    let on = try run(isMeasured: true).summary.metrics
    #expect(on.parties.agent.voice.rate != nil)
  }

  @Test func whoSpeaksWhenIsTheSame() throws {
    let on = try run(isMeasured: true)
    let off = try run(isMeasured: false)
    for party in Party.allCases { #expect(on.segments(party) == off.segments(party)) }
    #expect(on.summary.metrics.transitions == off.summary.metrics.transitions)
  }

  @Test func aSwitchIsSpelledAsInTheFileToo() throws {
    var configuration = Configuration()
    try configuration.assign("tone=false")
    #expect(configuration.fingerprint != Configuration().fingerprint)
    try configuration.assign("tone=true")
    #expect(configuration == Configuration())
  }

  @Test(arguments: ["tone=1", "tone=yes", "tone=", "tone"]) func aSwitchIsOnOrOff(text: String) {
    var configuration = Configuration()
    #expect(throws: ConfigurationError.self) { try configuration.assign(text) }
  }
}
