import Conversation

/// Collects what the agent's channel carries while the customer speaks and the agent does not.
struct NoiseTally {
  /// Sound less than this below the agent's own speech, in dB, is heard beside it.
  private static let audible = 20.0
  /// Decibels below full scale that are told apart.
  private static let levels = 101

  private var counts = [Int](repeating: 0, count: NoiseTally.levels)
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
    let level = Int(-Logarithm.decibels(Double(voice.power)))
    counts[min(max(level, 0), Self.levels - 1)] += 1
    power += Double(voice.power)
    frames += 1
  }

  /// The measures against the agent's speech level; nil where they would not be noise, or too few.
  func distraction(speechLevel: Double?) -> Distraction? {
    guard let speechLevel, frames >= 100, !isLeaking else { return nil }
    let loudest = Int(min(max(Self.audible - speechLevel, 0), Double(Self.levels - 1)))
    let noisy = counts[..<loudest].reduce(0, +)
    return Distraction(
      judged: SampleTime(frames: frames), noise: SampleTime(frames: noisy),
      level: Logarithm.decibels(power / Double(frames)))
  }
}
