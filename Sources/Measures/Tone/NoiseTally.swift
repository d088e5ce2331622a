import Conversation

/// Collects what the agent's channel carries while the customer speaks and the agent does not.
struct NoiseTally: Equatable {
  /// Sound less than this below the agent's own speech, in dB, is heard beside it.
  private static let audible = 20.0
  /// Eight steps an octave of power, from 2^-40 to full scale.
  private static let steps = 8 * 40
  /// The bits of a float below the first three of its fraction.
  private static let shift: UInt32 = 20
  private static let lowest = Int((127 - 40) << 3)

  private var counts = [Int](repeating: 0, count: NoiseTally.steps)
  private var power = 0.0
  private var frames = 0
  private var leakingFrames = 0

  /// Creates the sums of no frames.
  init() {}

  init(_ other: ToneCounts.Noise) {
    let steps = other.steps.span
    for step in counts.indices { counts[step] = Int(steps[step]) }
    power = other.power
    frames = other.frames
    leakingFrames = other.leakingFrames
  }

  /// The sums without a reference.
  var fixed: ToneCounts.Noise {
    ToneCounts.Noise(
      steps: InlineArray { UInt32(truncatingIfNeeded: counts[$0]) }, power: power, frames: frames,
      leakingFrames: leakingFrames)
  }

  /// Adds the sums over another stretch.
  mutating func add(_ other: NoiseTally) {
    for step in counts.indices { counts[step] += other.counts[step] }
    power += other.power
    frames += other.frames
    leakingFrames += other.leakingFrames
  }

  /// Takes away what had been summed up at an earlier moment.
  mutating func subtract(_ earlier: NoiseTally) {
    for step in counts.indices { counts[step] -= earlier.counts[step] }
    power -= earlier.power
    frames -= earlier.frames
    leakingFrames -= earlier.leakingFrames
  }

  /// Takes a frame; `isLeaking` where the customer's own voice is in the agent's channel.
  mutating func add(_ voice: VoiceFrame, isLeaking: Bool) {
    if isLeaking { leakingFrames += 1 }
    let step = Int(voice.power.bitPattern >> Self.shift) - Self.lowest
    counts[min(max(step, 0), Self.steps - 1)] += 1
    power += Double(voice.power)
    frames += 1
  }

  /// The measures against the agent's speech level; nil where they would not be noise, or too few.
  func distraction(speechLevel: Double?) -> Distraction? {
    guard let speechLevel else { return nil }
    var noisy = 0
    for (step, count) in counts.enumerated() {
      let edge = Float(bitPattern: UInt32(step + Self.lowest) << Self.shift)
      if Logarithm.decibels(Double(edge)) > speechLevel - Self.audible { noisy += count }
    }
    return distraction(noise: SampleTime(frames: noisy))
  }

  /// The measures with so much loud noise; nil where they would not be noise, or too few.
  func distraction(noise: SampleTime) -> Distraction? {
    guard frames >= 100, leakingFrames == 0 else { return nil }
    return Distraction(
      judged: SampleTime(frames: frames), noise: noise,
      level: Logarithm.decibels(power / Double(frames)))
  }
}
