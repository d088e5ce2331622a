import CKernels
import Conversation

/// Finds what the voices of both parties sound like where somebody is likely to speak.
struct VoiceFinder: ~Copyable {
  private let pitches: PitchFinder
  private var syllables = PartyPair(repeating: SyllableFinder())
  private var tracks = PartyPair(repeating: VoiceTrack())
  /// The pitch at the end of the step under way; nil where nobody is likely to speak.
  private var newest = PartyPair<(pitch: Float, correlation: Float)?>(repeating: nil)

  init(rate: EngineRate, kernels: UnsafePointer<ij_kernels>) {
    pitches = PitchFinder(rate: rate, kernels: kernels)
  }

  /// What both parties' settled frames sound like.
  var settled: PartyPair<VoiceFrame> {
    PartyPair(agent: tracks.agent.settled, customer: tracks.customer.settled)
  }

  /// Begins to fetch the samples that are remembered.
  func prefetch() { pitches.prefetch() }

  /// Looks for the pitch of whoever may be speaking at the end of a step, whose samples and
  /// probabilities it takes.
  mutating func addStep(
    _ samples: PartyPair<UnsafeMutablePointer<Float>>,
    _ found: PartyPair<SpeechNetwork.Probabilities>
  ) {
    for party in Party.allCases {
      pitches.add(samples[party], of: party)
      let last = Spectrum.framesPerStep - 1
      let isSpeech = max(found[party].early[last], found[party].settled[last]) >= 0.5
      newest[party] = isSpeech ? pitches.find(party) : nil
    }
  }

  /// Takes the power and the bands of a party's frame in that step.
  mutating func addFrame(
    _ party: Party, _ index: Int, power: Float, bands: UnsafePointer<Float>
  ) {
    guard let newest = newest[party] else {
      tracks[party].add(VoiceFrame(power: power))
      return
    }
    let isLast = index == Spectrum.framesPerStep - 1
    let isSyllable = syllables[party].add(bands: bands, correlation: newest.correlation)
    tracks[party].add(
      VoiceFrame(power: power, pitch: isLast ? newest.pitch : 0, isSyllable: isSyllable))
  }
}
