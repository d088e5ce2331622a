/// Whether both channels carry the same audio, as in a recording of one channel saved as two.
struct ChannelIdentity {
  /// The correlation above which no two microphones are; a common source at any level is.
  private static let threshold = 0.98

  private var agent = 0.0
  private var customer = 0.0
  private var both = 0.0

  /// Takes the sums of squares and products of a step.
  mutating func add(agent: Float, customer: Float, both: Float) {
    self.agent += Double(agent)
    self.customer += Double(customer)
    self.both += Double(both)
  }

  /// Whether the channels' correlation is that of one source.
  var isSame: Bool {
    let scale = (agent * customer).squareRoot()
    return scale > 0 && both >= Self.threshold * scale
  }
}
