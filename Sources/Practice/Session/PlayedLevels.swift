import Conversation

/// How loud the microphone is beside what is played: what no leak of a headset can explain.
struct PlayedLevels {
  /// The power that the microphone may have of what is played, at most: −6 dB.
  private static let mostLeak: Float = 0.25
  /// What is remembered, in frames: longer than a decision takes.
  private static let memory = 64
  /// For how long a sound may be heard after it was played, in frames.
  private static let echo = 30

  private var trainee = [Float](repeating: 0, count: memory)
  private var customer = [Float](repeating: 0, count: memory)

  /// Takes a frame of both.
  mutating func add(trainee samples: Span<Float>, customer heard: [Float], at frame: Int) {
    var power: Float = 0
    for index in samples.indices { power += samples[index] * samples[index] }
    trainee[frame % Self.memory] = power
    customer[frame % Self.memory] = heard.reduce(0) { $0 + $1 * $1 }
  }

  /// Whether the trainee must be heard in a frame, of the last that were taken.
  func isLoud(at frame: Int) -> Bool {
    let played =
      (max(0, frame - Self.echo)...max(0, frame)).lazy.map {
        customer[$0 % Self.memory]
      }.max() ?? 0
    return trainee[frame % Self.memory] > Self.mostLeak * played
  }
}
