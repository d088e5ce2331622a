import CKernels
import Conversation

/// The recurrent network that turns band levels into speech probabilities, for both parties at once.
struct SpeechNetwork: ~Copyable {
  /// The probabilities of one party in a step.
  struct Probabilities {
    /// Of the step's own frames.
    var early: InlineArray<2, Double>
    /// Of the frames `ActivityGate.lookAhead` earlier, which the network has seen the end of.
    var settled: InlineArray<2, Double>
  }

  private let kernels: UnsafePointer<ij_kernels>
  private let state: UnsafeMutablePointer<ij_detector_state>

  init(kernels: UnsafePointer<ij_kernels>) {
    self.kernels = kernels
    state = .allocate(capacity: 1)
    ij_detector_reset(state)
  }

  deinit {
    state.deallocate()
  }

  /// Begins to fetch what is remembered.
  func prefetch() {
    ij_prefetch(state, MemoryLayout<ij_detector_state>.size)
  }

  /// Takes the levels of a step: party, then frame, then band.
  func step(levels: UnsafePointer<Float>) -> PartyPair<Probabilities> {
    // Of both parties, one after another; of the stack, which is in the cache.
    var outputs = InlineArray<8, Float>(repeating: 0)
    var span = outputs.mutableSpan
    span.withUnsafeMutableBufferPointer {
      kernels.pointee.detector_step(state, levels, $0.baseAddress)
    }
    return PartyPair(
      agent: Self.probabilities(outputs, from: 0),
      customer: Self.probabilities(outputs, from: Int(IJ_DETECTOR_OUTPUTS)))
  }

  private static func probabilities(
    _ outputs: InlineArray<8, Float>, from first: Int
  ) -> Probabilities {
    Probabilities(
      early: [Double(outputs[first]), Double(outputs[first + 1])],
      settled: [Double(outputs[first + 2]), Double(outputs[first + 3])])
  }
}
