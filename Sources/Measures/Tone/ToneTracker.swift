public import Conversation

/// Follows both parties' voices, each against its own first minute, and the noise beside them.
///
/// A pure value fed with settled frames. The first minute begins with a party's first word and
/// holds 15 s of its speech at least; after it every 8 s of speech are compared with it. Only frames
/// in which one speaks alone count.
public struct ToneTracker: Sendable {
  /// The settled probabilities of speech, of no speech of the other, and of no speech at all.
  private static let speech = 0.8
  private static let noOther = 0.5
  private static let background = 0.1

  private var profiles: PartyPair<VoiceProfile>
  private var noise = NoiseTally()

  /// Creates the state at the start of a stream.
  public init(settings: ToneSettings) {
    profiles = PartyPair(repeating: VoiceProfile(settings: settings))
  }

  /// Takes the next settled frame of both parties.
  public mutating func advance(
    _ frame: Int, probabilities: PartyPair<Double>, voices: PartyPair<VoiceFrame>,
    isAgentLeaking: Bool, emit: (Event.Kind) -> Void
  ) {
    Self.advance(&profiles.agent, .agent, frame, probabilities, voices.agent, emit: emit)
    Self.advance(&profiles.customer, .customer, frame, probabilities, voices.customer, emit: emit)
    if probabilities.customer >= Self.speech, probabilities.agent <= Self.background {
      noise.add(voices.agent, isLeaking: isAgentLeaking)
    }
  }

  /// Begins the first minutes anew, as before another call; the sums of the stream go on.
  public mutating func beginAnew() {
    for party in Party.allCases { profiles[party].beginAnew() }
  }

  /// What has been counted since the stream began.
  public var counts: ToneCounts {
    ToneCounts(
      voices: PartyPair(
        agent: profiles.agent.all.counts, customer: profiles.customer.all.counts),
      noise: noise.fixed,
      firstMinutes: PartyPair(
        agent: profiles.agent.firstMinute, customer: profiles.customer.firstMinute))
  }

  // Static, so that each profile is changed where it lies and not copied.
  private static func advance(
    _ profile: inout VoiceProfile, _ party: Party, _ frame: Int,
    _ probabilities: PartyPair<Double>, _ voice: VoiceFrame, emit: (Event.Kind) -> Void
  ) {
    let isAlone = probabilities[party] >= speech && probabilities[party.other] < noOther
    profile.advance(frame, voice, isAlone: isAlone) { change in
      emit(
        .toneChange(
          ToneChange(
            party: party, measure: change.measure, from: change.from, to: change.to,
            start: SampleTime(frames: change.start))))
    }
  }

  /// Fills in the measures of the voices.
  public func measure(_ metrics: inout Metrics) {
    for party in Party.allCases {
      metrics.parties[party].voice = profiles[party].all.figures
      metrics.parties[party].firstMinute = profiles[party].firstMinute?.figures
    }
    metrics.distraction = noise.distraction(speechLevel: metrics.parties.agent.speechLevel)
  }
}
