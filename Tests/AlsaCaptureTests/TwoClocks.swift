import AlsaCapture
import Conversation

/// Two simulated clocks that feed an aligner; every sample tells when it was heard.
///
/// A sample's value is its time, in samples of the true rate, modulo the length of a ramp.
struct TwoClocks {
  static let ramp = (0..<65_536).map(Float.init)

  let rate: EngineRate
  var aligner: CallAligner
  /// How much faster each device runs than it says.
  var partsPerMillion = PartyPair(agent: 0.0, customer: 0.0)
  /// When each device was started, in samples of the true rate.
  var start = PartyPair(agent: 0.0, customer: 0.0)
  /// The largest error of a timestamp, in milliseconds.
  var jitter = 0.0
  /// The samples that each has delivered.
  var position = PartyPair(agent: 0, customer: 0)
  private var random: UInt64 = 1

  // What came out.
  var delivered = 0
  /// The largest distance between the sides in milliseconds, and the latest.
  var worst = 0.0
  var latest = 0.0
  var stretches: [AudioStretch] = []
  private var agent: [Float] = []
  private var customer: [Float] = []

  init(rate: EngineRate) {
    self.rate = rate
    aligner = CallAligner(rate: rate)
  }

  private mutating func chance() -> Double {
    random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Double(random >> 11) / Double(1 << 53)
  }

  /// The true time of a device's sample.
  private func time(_ party: Party, _ sample: Int) -> Double {
    start[party] + Double(sample) / (1 + partsPerMillion[party] * 1e-6)
  }

  private mutating func stamp(_ party: Party) -> Int64 {
    let late = jitter * 1e6 * chance()
    return Int64(time(party, position[party]) / Double(rate.rawValue) * 1e9 + late) + 1_000_000_000
  }

  /// Delivers a block of a party's.
  mutating func deliver(_ party: Party, _ count: Int) {
    let first = Int(time(party, position[party]).rounded()) % (Self.ramp.count - 4096)
    position[party] += count
    aligner.append(party, samples: Self.ramp[first..<first + count].span, end: stamp(party))
  }

  /// Delivers what a device that has lost `count` samples says, with an error in its measure.
  mutating func lose(_ party: Party, _ count: Int, saying told: Int? = nil) {
    position[party] += count
    aligner.append(party, unknown: told ?? count, reason: .overrun, end: stamp(party))
  }

  /// Takes all that can be taken and measures how far the sides are apart.
  mutating func take(isMeasured: Bool = true) {
    while let stretch = aligner.next(agent: &agent, customer: &customer) {
      delivered += stretch.samples
      if !stretch.isKnown { stretches.append(stretch) }
      guard isMeasured, stretch.isKnown else { continue }
      let modulus = Float(Self.ramp.count - 4096)
      var apart = agent[0] - customer[0]
      if apart > modulus / 2 { apart -= modulus }
      if apart < -modulus / 2 { apart += modulus }
      // The ramp starts anew inside some blocks.
      if abs(apart) > 2000 { continue }
      latest = Double(abs(apart)) * 1000 / Double(rate.rawValue)
      worst = max(worst, latest)
    }
  }

  /// Runs both devices for a while in blocks of 10 ms.
  mutating func run(seconds: Int, isMeasured: Bool = true) {
    for _ in 0..<seconds * 100 {
      deliver(.agent, rate.frameLength)
      deliver(.customer, rate.frameLength)
      take(isMeasured: isMeasured)
    }
  }
}
