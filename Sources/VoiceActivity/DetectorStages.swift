import CKernels
public import Conversation

/// The detector's stages one by one over a batch of steps, so that a benchmark can time each alone.
///
/// The stages of a batch are run in the order `analyze`, `recognize`, `separate`; together they do
/// what `VoiceActivity` does, less its checks of the input and its gates.
@_spi(Measuring)
public struct DetectorStages: ~Copyable {
  /// The samples of each party that one step takes.
  public let stepLength: Int
  /// The most steps that a batch can hold.
  public let capacity: Int
  /// The steps in the batch.
  public private(set) var steps: Int = 0

  private let spectrum: Spectrum
  private let network: SpeechNetwork
  private var leaks: LeakFilter
  private let levels: UnsafeMutablePointer<Float>
  private let powers: UnsafeMutablePointer<Float>
  private var early: [PartyPair<Double>]
  private var settled: [PartyPair<Double>]
  private static let values = Spectrum.windows * Spectrum.bands

  /// Creates the stages at the start of a stream.
  public init(rate: EngineRate, kernels: KernelSet, capacity: Int = 50) {
    spectrum = Spectrum(rate: rate, kernels: kernels.kernels)
    network = SpeechNetwork(kernels: kernels.kernels)
    leaks = LeakFilter(kernels: kernels.kernels)
    stepLength = spectrum.stepLength
    self.capacity = capacity
    levels = .allocate(capacity: capacity * Self.values)
    levels.initialize(repeating: 0, count: capacity * Self.values)
    powers = .allocate(capacity: capacity * Self.values)
    powers.initialize(repeating: 0, count: capacity * Self.values)
    let frames = capacity * Spectrum.framesPerStep
    early = Array(repeating: PartyPair(repeating: 0), count: frames)
    settled = early
  }

  deinit {
    levels.deallocate()
    powers.deallocate()
  }

  /// The frames in the batch.
  public var frames: Int { steps * Spectrum.framesPerStep }

  /// Takes as many whole steps of both parties' samples as the batch holds: the spectrum.
  public mutating func analyze(agent: Span<Float>, customer: Span<Float>) {
    steps = min(capacity, agent.count / stepLength)
    for step in 0..<steps {
      let part = step * stepLength..<(step + 1) * stepLength
      copy(agent.extracting(part), of: .agent)
      copy(customer.extracting(part), of: .customer)
      spectrum.analyze()
      (levels + step * Self.values).update(from: spectrum.levels, count: Self.values)
      (powers + step * Self.values).update(from: spectrum.powers, count: Self.values)
      spectrum.advance()
    }
  }

  /// Turns the batch's levels into speech probabilities: the network.
  public mutating func recognize() {
    for step in 0..<steps {
      let found = network.step(levels: levels + step * Self.values)
      for index in 0..<Spectrum.framesPerStep {
        let frame = step * Spectrum.framesPerStep + index
        for party in Party.allCases {
          early[frame][party] = found[party].early[index]
          settled[frame][party] = found[party].settled[index]
        }
      }
    }
  }

  /// Takes from the batch's probabilities what the other party's voice explains: bleed.
  public mutating func separate() {
    for frame in 0..<frames {
      leaks.add(levels: rows(of: levels, frame: frame), powers: rows(of: powers, frame: frame))
      for party in Party.allCases {
        early[frame][party] *= leaks.ownEarly(party)
        settled[frame][party] *= leaks.ownSettled(party)
      }
    }
  }

  /// The early and the settled speech probabilities of a frame of the batch.
  public func probabilities(
    frame: Int
  ) -> (early: PartyPair<Double>, settled: PartyPair<Double>) {
    (early[frame], settled[frame])
  }

  private func copy(_ samples: Span<Float>, of party: Party) {
    samples.withUnsafeBufferPointer { source in
      guard let first = source.baseAddress else { return }
      spectrum.samples(of: party).update(from: first, count: source.count)
    }
  }

  private func rows(
    of values: UnsafeMutablePointer<Float>, frame: Int
  ) -> PartyPair<UnsafePointer<Float>> {
    let step = values + frame / Spectrum.framesPerStep * Self.values
    return spectrum.rows(of: step, frame: frame % Spectrum.framesPerStep)
  }
}
