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
  private let outputs: UnsafeMutablePointer<Float>

  init(kernels: UnsafePointer<ij_kernels>) {
    self.kernels = kernels
    state = .allocate(capacity: 1)
    ij_detector_reset(state)
    outputs = .allocate(capacity: Int(IJ_PARTIES * IJ_DETECTOR_OUTPUTS))
    outputs.initialize(repeating: 0, count: Int(IJ_PARTIES * IJ_DETECTOR_OUTPUTS))
  }

  deinit {
    state.deallocate()
    outputs.deallocate()
  }

  /// Begins to fetch what is remembered.
  func prefetch() {
    ij_prefetch(state, MemoryLayout<ij_detector_state>.size)
  }

  /// Takes the levels of a step: party, then frame, then band.
  func step(levels: UnsafePointer<Float>) -> PartyPair<Probabilities> {
    kernels.pointee.detector_step(state, levels, outputs)
    return PartyPair(agent: probabilities(.agent), customer: probabilities(.customer))
  }

  private func probabilities(_ party: Party) -> Probabilities {
    let first = outputs + party.rawValue * Int(IJ_DETECTOR_OUTPUTS)
    return Probabilities(
      early: [Double(first[0]), Double(first[1])], settled: [Double(first[2]), Double(first[3])])
  }
}
