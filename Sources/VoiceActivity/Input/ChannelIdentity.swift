import CKernels

/// Whether both channels carry the same audio, as in a recording of one channel saved as two.
///
/// Compared is what speech is made of: both channels are filtered by `x[n] - 2 x[n - d] + x[n - 2d]`,
/// d being a quarter of a millisecond. It takes away a constant offset and, at 50 Hz, 40 dB against
/// 500 Hz, so that a hum common to both makes no one source of two.
struct ChannelIdentity {
  /// The correlation above which no two microphones are; a common source is, at another level,
  /// turned over or a sample late as well.
  private static let threshold = 0.98
  /// The ratio of powers above which the weaker channel is the other's leak: 18 dB.
  private static let loudestLeak = 64.0
  /// The steps of speech on both channels without which nothing is said: 3 s.
  private static let leastSteps = 150
  /// The shifts that are tried, in samples either way.
  private static let farthest = 1

  private let kernels: UnsafePointer<ij_kernels>
  private let delay: Int
  /// The samples of a step that are compared.
  private let length: Int
  private var steps = 0
  private var agent = 0.0
  private var customer = 0.0
  /// The sums of products with the customer's samples one earlier, as they are, and one later.
  private var both = InlineArray<3, Double>(repeating: 0)

  /// Creates a comparison of no samples, at `frameLength` samples in 10 ms.
  init(frameLength: Int, stepLength: Int, kernels: UnsafePointer<ij_kernels>) {
    self.kernels = kernels
    delay = frameLength / 40
    // The filter's past and the shifts stay inside the step; a whole number of vectors is left.
    length = (stepLength - 2 * delay - 2 * Self.farthest) / 8 * 8
  }

  /// Forgets what has been compared.
  mutating func restart() {
    steps = 0
    agent = 0
    customer = 0
    both = InlineArray(repeating: 0)
  }

  /// Takes the samples of a step in which somebody speaks and both are heard.
  ///
  /// Returns the step's sums: the powers of both channels, and their products at three shifts.
  @discardableResult
  mutating func add(
    agent: UnsafePointer<Float>, customer: UnsafePointer<Float>
  ) -> InlineArray<5, Float> {
    var sums = InlineArray<5, Float>(repeating: 0)
    var span = sums.mutableSpan
    span.withUnsafeMutableBufferPointer { sums in
      kernels.pointee.compare(agent, customer, delay, length, sums.baseAddress)
    }
    let powers = (agent: Double(sums[0]), customer: Double(sums[1]))
    self.agent += powers.agent
    self.customer += powers.customer
    // What leaks is a copy, too: it speaks for two channels.
    guard
      max(powers.agent, powers.customer)
        <= Self.loudestLeak * min(powers.agent, powers.customer)
    else { return sums }
    steps += 1
    for shift in both.indices { both[shift] += Double(sums[2 + shift]) }
    return sums
  }

  /// Whether the channels' correlation is that of one source.
  var isSame: Bool {
    let scale = (agent * customer).squareRoot()
    guard steps >= Self.leastSteps, scale > 0 else { return false }
    return both.indices.contains { abs(both[$0]) >= Self.threshold * scale }
  }
}
