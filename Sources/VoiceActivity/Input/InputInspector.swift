import CKernels
import Conversation

/// Looks over the samples of both parties before anything is made of them.
struct InputInspector {
  private(set) var healths = PartyPair(repeating: InputHealth())
  private(set) var identity: ChannelIdentity
  /// The mean squares of the step's frames, less a constant offset.
  private(set) var meanSquares = PartyPair<InlineArray<2, Float>>(
    repeating: InlineArray(repeating: 0))
  private let kernels: UnsafePointer<ij_kernels>

  init(frameLength: Int, kernels: UnsafePointer<ij_kernels>) {
    self.kernels = kernels
    identity = ChannelIdentity(
      frameLength: frameLength, stepLength: frameLength * Spectrum.framesPerStep, kernels: kernels)
  }

  /// Takes a step, of which the first `filled` samples belong to the stream, and makes them fit to be
  /// worked with.
  mutating func inspect(
    _ samples: PartyPair<UnsafeMutablePointer<Float>>, frameLength: Int, filled: Int,
    isMissing: PartyPair<InlineArray<2, Bool>>
  ) {
    for party in Party.allCases {
      for index in 0..<Spectrum.framesPerStep {
        let start = index * frameLength
        var facts = ij_sample_facts()
        // Lost audio may hold anything; what is heard beside it must not suffer.
        kernels.pointee.inspect_samples(samples[party] + start, frameLength, &facts)
        meanSquares[party][index] = facts.mean_square
        guard !isMissing[party][index] else { continue }
        healths[party].add(facts, count: min(max(filled - start, 0), frameLength))
      }
    }
  }

  /// Compares the channels in a step in which somebody speaks and both are heard.
  @discardableResult
  mutating func compare(
    _ samples: PartyPair<UnsafeMutablePointer<Float>>
  ) -> InlineArray<5, Float> {
    identity.add(agent: samples.agent, customer: samples.customer)
  }

  /// Forgets what the channels have in common.
  mutating func restartComparison() { identity.restart() }
}
