import Conversation

/// Collects what the agent's channel carries while the customer speaks and the agent does not.
struct NoiseTally {
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
  private var isLeaking = false

  /// Forgets everything and keeps the memory.
  mutating func removeAll() {
    for index in counts.indices { counts[index] = 0 }
    power = 0
    frames = 0
    isLeaking = false
  }

  /// Takes a frame; `isLeaking` where the customer's own voice is in the agent's channel.
  mutating func add(_ voice: VoiceFrame, isLeaking: Bool) {
    self.isLeaking = self.isLeaking || isLeaking
    let step = Int(voice.power.bitPattern >> Self.shift) - Self.lowest
    counts[min(max(step, 0), Self.steps - 1)] += 1
    power += Double(voice.power)
    frames += 1
  }

  /// The measures against the agent's speech level; nil where they would not be noise, or too few.
  func distraction(speechLevel: Double?) -> Distraction? {
    guard let speechLevel, frames >= 100, !isLeaking else { return nil }
    var noisy = 0
    for (step, count) in counts.enumerated() {
      let edge = Float(bitPattern: UInt32(step + Self.lowest) << Self.shift)
      if Logarithm.decibels(Double(edge)) > speechLevel - Self.audible { noisy += count }
    }
    return Distraction(
      judged: SampleTime(frames: frames), noise: SampleTime(frames: noisy),
      level: Logarithm.decibels(power / Double(frames)))
  }
}
