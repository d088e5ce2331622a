package import Conversation
import Listening
package import VoiceActivity

/// Hears both sides of a set-up: samples in, a look ten times a second out.
package struct SetupHearing: ~Copyable {
  private static let interval = SampleTime(seconds: 0.1)

  private var engine: Engine
  private var isSpeaking = PartyPair(repeating: false)
  private var isHeard = PartyPair(repeating: true)
  private var latest = SampleTime.zero

  package init(
    configuration: Configuration = Configuration(), rate: EngineRate, kernels: KernelSet = .best
  ) {
    engine = Engine(configuration: configuration, rate: rate, kernels: kernels)
  }

  /// Takes the next samples of both parties, equally many; gives a look where one is due.
  package mutating func take(
    agent: Span<Float>, customer: Span<Float>,
    unknown: PartyPair<UnknownReason?> = PartyPair(repeating: nil)
  ) -> SetupLook? {
    for party in Party.allCases where unknown[party] != nil { isHeard[party] = false }
    var speaking = isSpeaking
    engine.process(agent: agent, customer: customer, unknown: unknown) { event in
      switch event.kind {
      case .speechStarted(let party, _): speaking[party] = true
      case .speechCancelled(let party, _), .speech(let party, _): speaking[party] = false
      default: break
      }
    }
    isSpeaking = speaking
    let now = engine.consumed
    guard now - latest >= Self.interval else { return nil }
    defer {
      latest = now
      isHeard = PartyPair(repeating: true)
    }
    return SetupLook(
      time: now, length: now - latest, sides: sides(), isSameAudio: engine.doubts.isSameAudio)
  }

  private mutating func sides() -> PartyPair<SetupSide> {
    let levels = engine.takeLevels()
    var metrics = Metrics()
    metrics.takeLevels(of: engine.counts.powers)
    var sides = PartyPair(repeating: SetupSide())
    for party in Party.allCases {
      let health = engine.health(of: party)
      sides[party] = SetupSide(
        level: levels[party], isSpeaking: isSpeaking[party], isHeard: isHeard[party],
        speechLevel: metrics.parties[party].speechLevel,
        hasSignal: !health.isSilent, isClipped: health.isClipped, leak: engine.leaks[party])
    }
    return sides
  }
}
